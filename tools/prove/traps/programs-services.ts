/** Programs of the clients of HTTPS, Cassandra and ClickHouse. */
import { CASSANDRA, CLICKHOUSE, HTTPS } from '../endpoints.ts'
import { address, go, java, node, python, shell, type ConfigurableClient } from './programs.ts'

/** The transport of opensearch-java, with the given settings. */
const opensearchJava: ConfigurableClient = java(
  { ...HTTPS, component: 'opensearch' },
  [
    'org.apache.hc.client5.http.auth.*',
    'org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider',
    'org.apache.hc.client5.http.impl.nio.*',
    'org.apache.hc.client5.http.ssl.*',
    'org.apache.hc.core5.http.HttpHost',
    'org.opensearch.client.opensearch.OpenSearchClient',
    'org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder',
  ],
  (setting, { host, port }) => `var host = new HttpHost("https", "${host}", ${String(port)});
        var login = new BasicCredentialsProvider();
        login.setCredentials(new AuthScope(host), new UsernamePasswordCredentials("avnadmin", "secret".toCharArray()));
        var context = javax.net.ssl.SSLContext.getDefault();
        try (var transport = ApacheHttpClient5TransportBuilder.builder(host).setHttpClientConfigCallback(client -> client.setDefaultCredentialsProvider(login)${setting}).build()) {
            new OpenSearchClient(transport).info();
        }`,
)

export const HTTPS_PROGRAMS = {
  opensearchJava,
  curl: shell(HTTPS, (setting, target) => `curl ${setting} -u avnadmin:secret https://${address(target)}/`),
  requests: python(
    HTTPS,
    (setting, target) => `import requests
requests.get("https://${address(target)}/", auth=("avnadmin", "secret"), timeout=10, ${setting})
`,
  ),
  httpx: python(
    HTTPS,
    (setting, target) => `import ssl
import httpx
httpx.get("https://${address(target)}/", auth=("avnadmin", "secret"), ${setting})
`,
  ),
  nodeHttps: node(
    HTTPS,
    (setting, target) => `import https from 'node:https'
https.get('https://${address(target)}/', { auth: 'avnadmin:secret', ${setting} }, () => process.exit())
`,
  ),
  nodeFetch: shell(
    HTTPS,
    (setting, target) =>
      `${setting} node -e "fetch('https://${address(target)}/', { headers: { authorization: 'Basic ' + btoa('avnadmin:secret') } }).then((answer) => answer.text())"`,
  ),
  opensearchPy: python(
    { ...HTTPS, component: 'opensearch' },
    (setting, { host, port }) => `from opensearchpy import OpenSearch
OpenSearch(hosts=[{"host": "${host}", "port": ${String(port)}}], http_auth=("avnadmin", "secret"), ${setting}).info()
`,
  ),
  opensearchJs: node(
    { ...HTTPS, component: 'opensearch' },
    (setting, target) => `import { Client } from '@opensearch-project/opensearch'
await new Client({ node: 'https://avnadmin:secret@${address(target)}', maxRetries: 0, ${setting} }).info()
`,
  ),
}

export const CASSANDRA_PROGRAMS = {
  cqlsh: {
    endpoint: CASSANDRA,
    text: (setting) => setting,
    file: 'cqlshrc',
    run: ({ host, port }) =>
      `cqlsh --ssl --cqlshrc=cqlshrc -u avnadmin -p secret -e 'SHOW VERSION' ${host} ${String(port)}`,
  },
  python: python(
    CASSANDRA,
    (setting, { host, port }) => `import ssl
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster
Cluster(["${host}"], port=${String(port)}, auth_provider=PlainTextAuthProvider("avnadmin", "secret"), ${setting}).connect()
`,
  ),
  java: java(
    CASSANDRA,
    ['com.datastax.oss.driver.api.core.CqlSession', 'java.net.InetSocketAddress', 'javax.net.ssl.SSLContext'],
    (setting, { host, port }) =>
      `CqlSession.builder().addContactPoint(new InetSocketAddress("${host}", ${String(port)})).withLocalDatacenter("datacenter1").withAuthCredentials("avnadmin", "secret")${setting}.build();`,
  ),
  go: go(
    CASSANDRA,
    ['log', 'github.com/apache/cassandra-gocql-driver/v2'],
    (setting, { host, port }) => `\tcluster := gocql.NewCluster("${host}")
\tcluster.Port = ${String(port)}
\tcluster.Authenticator = gocql.PasswordAuthenticator{Username: "avnadmin", Password: "secret"}
\tcluster.SslOpts = ${setting}
\t_, err := cluster.CreateSession()
`,
  ),
} satisfies Readonly<Record<string, ConfigurableClient>>

const CLICKHOUSE_LOGIN = '--secure --user avnadmin --password secret --query "SELECT 1"'

export const CLICKHOUSE_PROGRAMS = {
  client: {
    endpoint: CLICKHOUSE,
    text: (setting) => `<config><openSSL><client>${setting}</client></openSSL></config>\n`,
    file: 'clickhouse.xml',
    run: ({ host, port }) =>
      `clickhouse-client --config-file=clickhouse.xml --host ${host} --port ${String(port)} ${CLICKHOUSE_LOGIN}`,
  },
  connect: python(
    { ...HTTPS, component: 'clickhouse_https' },
    (setting, { host, port }) => `import clickhouse_connect
clickhouse_connect.get_client(host="${host}", port=${String(port)}, username="avnadmin", password="secret", ${setting})
`,
  ),
  jdbc: java(
    { ...HTTPS, component: 'clickhouse_https' },
    ['java.sql.DriverManager'],
    (setting, target) =>
      `try (var connection = DriverManager.getConnection("jdbc:clickhouse://${address(target)}/default?${setting}", "avnadmin", "secret")) {
            connection.createStatement().executeQuery("SELECT 1");
        }`,
  ),
  python: python(
    CLICKHOUSE,
    (setting, { host, port }) => `from clickhouse_driver import Client
Client("${host}", port=${String(port)}, user="avnadmin", password="secret", ${setting}).execute("SELECT 1")
`,
  ),
} satisfies Readonly<Record<string, ConfigurableClient>>
