/** Programs of the clients of Valkey, Kafka and HTTPS. */
import {
  address,
  CASSANDRA,
  CLICKHOUSE,
  go,
  HTTPS,
  java,
  KAFKA,
  node,
  php,
  python,
  REDIS,
  shell,
  type Settable,
} from './programs.ts'

export const REDIS_PROGRAMS = {
  cli: shell(
    REDIS,
    (setting, { host, port }) => `redis-cli -h ${host} -p ${String(port)} --user avnadmin -a secret ${setting} PING`,
  ),
  pythonUrl: python(
    REDIS,
    (setting, target) => `import redis
redis.from_url("${setting.replace('rediss://', () => `rediss://${target.login}@${address(target)}`).replace('redis://', () => `redis://${target.login}@${address(target)}`)}").ping()
`,
  ),
  valkeyPython: python(
    REDIS,
    (setting, { host, port }) => `import valkey
valkey.Valkey(host="${host}", port=${String(port)}, username="avnadmin", password="secret", ${setting}).ping()
`,
  ),
  nodeRedis: node(
    REDIS,
    (setting, { host, port }) => `import { createClient } from 'redis'
const client = createClient({ username: 'avnadmin', password: 'secret', socket: { host: '${host}', port: ${String(port)}, reconnectStrategy: false, ${setting} } })
client.on('error', () => process.exit(1))
await client.connect()
`,
  ),
  jedis: java(
    REDIS,
    ['redis.clients.jedis.*'],
    (setting, { host, port }) =>
      `RedisClient.builder().hostAndPort(new HostAndPort("${host}", ${String(port)})).clientConfig(DefaultJedisClientConfig.builder().user("avnadmin").password("secret")${setting}.build()).build().ping();`,
  ),
  lettuce: java(
    REDIS,
    ['io.lettuce.core.*'],
    (setting, { host, port }) =>
      `RedisClient.create(RedisURI.builder().withHost("${host}").withPort(${String(port)}).withAuthentication("avnadmin", "secret".toCharArray())${setting}.build()).connect();`,
  ),
  goRedis: go(
    REDIS,
    ['context', 'crypto/tls', 'github.com/redis/go-redis/v9', 'log'],
    (setting, target) =>
      `\terr := redis.NewClient(&redis.Options{Addr: "${address(target)}", Username: "avnadmin", Password: "secret", ${setting}}).Ping(context.Background()).Err()\n`,
  ),
  phpredis: php(
    REDIS,
    (setting, { host, port }) =>
      `<?php $redis = new Redis(); $redis->connect('tls://${host}', ${String(port)}, 5, null, 0, 0, ['stream' => [${setting}]]); $redis->auth(['avnadmin', 'secret']);\n`,
  ),
}

export const KAFKA_PROGRAMS = {
  kcat: shell(
    KAFKA,
    (setting, target) =>
      `kcat -L -m 3 -b ${address(target)} -X security.protocol=SASL_SSL -X sasl.mechanism=PLAIN -X sasl.username=avnadmin -X sasl.password=secret ${setting}`,
  ),
  confluent: python(
    KAFKA,
    (setting, target) => `from confluent_kafka.admin import AdminClient
login = {"bootstrap.servers": "${address(target)}", "security.protocol": "SASL_SSL", "sasl.mechanism": "PLAIN", "sasl.username": "avnadmin", "sasl.password": "secret"}
AdminClient({**login, ${setting}}).list_topics(timeout=5)
`,
  ),
  aiokafka: python(
    KAFKA,
    (setting, target) => `import asyncio
import ssl
from aiokafka import AIOKafkaConsumer
async def main():
    await AIOKafkaConsumer(bootstrap_servers="${address(target)}", sasl_mechanism="PLAIN", sasl_plain_username="avnadmin", sasl_plain_password="secret", ${setting}).start()
asyncio.run(main())
`,
  ),
  sarama: go(
    KAFKA,
    ['crypto/tls', 'github.com/IBM/sarama', 'log'],
    (setting, target) => `\tconfig := sarama.NewConfig()
	config.Net.SASL.Enable = true
	config.Net.SASL.User = "avnadmin"
	config.Net.SASL.Password = "secret"
	config.Net.TLS.Enable = true
	config.Net.TLS.Config = ${setting}
	_, err := sarama.NewClient([]string{"${address(target)}"}, config)
`,
  ),
  franzGo: go(
    KAFKA,
    ['context', 'crypto/tls', 'github.com/twmb/franz-go/pkg/kgo', 'log', 'time'],
    (setting, target) => `\tctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	client, err := kgo.NewClient(kgo.SeedBrokers("${address(target)}"), kgo.DialTLSConfig(${setting}))
	if err == nil {
		err = client.Ping(ctx)
	}
`,
  ),
}

export const HTTPS_PROGRAMS = {
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
} satisfies Readonly<Record<string, Settable>>

const CLICKHOUSE_LOGIN = '--secure --user avnadmin --password secret --query "SELECT 1"'

export const CLICKHOUSE_PROGRAMS = {
  client: {
    endpoint: CLICKHOUSE,
    text: (setting) => `<config><openSSL><client>${setting}</client></openSSL></config>\n`,
    file: 'clickhouse.xml',
    run: ({ host, port }) =>
      `clickhouse-client --config-file=clickhouse.xml --host ${host} --port ${String(port)} ${CLICKHOUSE_LOGIN}`,
  },
  python: python(
    CLICKHOUSE,
    (setting, { host, port }) => `from clickhouse_driver import Client
Client("${host}", port=${String(port)}, user="avnadmin", password="secret", ${setting}).execute("SELECT 1")
`,
  ),
} satisfies Readonly<Record<string, Settable>>
