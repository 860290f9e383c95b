/** HTTPS endpoints: OpenSearch, Schema Registry, and whatever else answers to a user name and a password. */
import { javaString, stringLiteral, UnwritableError } from '../escape.ts'
import type { ConnectionFacts } from '../guide.ts'
import { httpsPath } from './curl.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { javaContext, javaImports } from './java-tls.ts'
import { nodeTls } from './node.ts'
import { addressOf, block, CA, pathOf } from './parts.ts'
import {
  goGuide,
  goInstall,
  javaGuide,
  mavenInstall,
  nodeGuide,
  npmInstall,
  pipInstall,
  pythonGuide,
} from './program.ts'
import { pythonContext } from './python-tls.ts'

const PASSWORD = 'SERVICE_PASSWORD'

const urlOf = (facts: ConnectionFacts): string => `https://${addressOf(facts)}${httpsPath(facts)}`

/** Basic authentication ends the user's name at the first colon. */
const userOf = ({ user }: ConnectionFacts, literal = stringLiteral): string => {
  if (user.includes(':')) throw new UnwritableError('Basic authentication doesn’t allow a colon in a user name.')
  return literal(user)
}

export const requests = pythonGuide({
  install: pipInstall('requests'),
  password: PASSWORD,
  text: (facts, system) => `import os

import requests

session = requests.Session()
# Not into each call: a session's settings hold after a redirect too.
session.auth = (${userOf(facts)}, os.environ["${PASSWORD}"].encode())
${facts.trust === 'project-ca' ? `session.verify = ${stringLiteral(pathOf(facts, system, CA))}\n# Otherwise the variable REQUESTS_CA_BUNDLE would win.\nsession.trust_env = False\n` : ''}answer = session.get(${stringLiteral(urlOf(facts))}, timeout=10)
answer.raise_for_status()
print("connected", answer.text)
`,
})

export const httpx = pythonGuide({
  install: pipInstall('httpx'),
  password: PASSWORD,
  text: (facts, system) => `import os
import ssl

import httpx

client = httpx.Client(
${block(4, [`auth=(${userOf(facts)}, os.environ["${PASSWORD}"])`, `verify=${pythonContext(facts, system)}`])}
)
answer = client.get(${stringLiteral(urlOf(facts))})
answer.raise_for_status()
print("connected", answer.text)
`,
})

export const nodeHttps = nodeGuide({
  install: { what: 'Comes with Node.js.' },
  password: PASSWORD,
  text: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return `${imports}import https from "node:https"

const options = {
${block(2, [`auth: ${userOf(facts).slice(0, -1)}:" + process.env.${PASSWORD}`, ...options])}
}
https
  .get(${stringLiteral(urlOf(facts))}, options, (answer) => {
    answer.setEncoding("utf8")
    answer.on("data", (text) => console.log(answer.statusCode === 200 ? "connected" : answer.statusCode, text))
  })
  .on("error", (error) => {
    console.error(error.message)
    process.exitCode = 1
  })
`
  },
})

export const opensearchPy = pythonGuide({
  install: pipInstall('opensearch-py'),
  password: PASSWORD,
  text: (facts, system) => `import os
import ssl

from opensearchpy import OpenSearch

client = OpenSearch(
${block(4, [
  `hosts=[{"host": ${stringLiteral(facts.host)}, "port": ${String(facts.port)}}]`,
  `http_auth=(${userOf(facts)}, os.environ["${PASSWORD}"])`,
  'use_ssl=True',
  `ssl_context=${pythonContext(facts, system)}`,
])}
)
print("connected", client.info()["version"]["number"])
`,
})

export const opensearchJs = nodeGuide({
  install: npmInstall('@opensearch-project/opensearch'),
  password: PASSWORD,
  text: (facts, system) => {
    const { imports, options } = nodeTls(facts, system)
    return `${imports}import { Client } from "@opensearch-project/opensearch"

const client = new Client({
${block(2, [
  `node: ${stringLiteral(`https://${addressOf(facts)}`)}`,
  `auth: { username: ${userOf(facts)}, password: process.env.${PASSWORD} }`,
  `ssl: { ${options.join(', ')} }`,
])}
})
const { body } = await client.info()
console.log("connected", body.version.number)
await client.close()
`
  },
})

export const opensearchGo = goGuide({
  install: goInstall('github.com/opensearch-project/opensearch-go/v4'),
  password: PASSWORD,
  text: (facts, system) => `package main

${goImports(
  ['context', 'fmt', 'net/http', ...goTlsImports(facts)],
  [
    '"github.com/opensearch-project/opensearch-go/v4"',
    '"github.com/opensearch-project/opensearch-go/v4/opensearchapi"',
  ],
)}
func main() {
${goTls(facts, system)}	client, err := opensearchapi.NewClient(opensearchapi.Config{Client: opensearch.Config{
		Addresses: []string{${stringLiteral(`https://${addressOf(facts)}`)}},
		Username:  ${userOf(facts)},
		Password:  os.Getenv("${PASSWORD}"),
		Transport: &http.Transport{TLSClientConfig: config},
	}})
	if err != nil {
		log.Fatal(err)
	}
	info, err := client.Info(context.Background(), nil)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", info.Version.Number)
}
`,
})

export const opensearchJava = javaGuide({
  install: mavenInstall('org.opensearch.client:opensearch-java'),
  password: PASSWORD,
  text: (facts, system) => `${javaImports(facts, [
    'org.apache.hc.client5.http.auth.AuthScope',
    'org.apache.hc.client5.http.auth.UsernamePasswordCredentials',
    'org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider',
    'org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder',
    'org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder',
    'org.apache.hc.client5.http.ssl.HostnameVerificationPolicy',
    'org.apache.hc.core5.http.HttpHost',
    'org.opensearch.client.opensearch.OpenSearchClient',
    'org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder',
  ])}
public class Connect {
    public static void main(String[] args) throws Exception {
${javaContext(facts, system)}        var host = new HttpHost("https", ${javaString(facts.host)}, ${String(facts.port)});
        var login = new BasicCredentialsProvider();
        login.setCredentials(
            new AuthScope(host),
            new UsernamePasswordCredentials(${userOf(facts, javaString)}, System.getenv("${PASSWORD}").toCharArray()));
        // By itself, HttpClient 5.5 doesn't look at the name in the certificate.
        var tls = ClientTlsStrategyBuilder.create()
            .setSslContext(context)
            .setHostVerificationPolicy(HostnameVerificationPolicy.BOTH)
            .buildAsync();
        var connections = PoolingAsyncClientConnectionManagerBuilder.create().setTlsStrategy(tls).build();
        try (var transport = ApacheHttpClient5TransportBuilder.builder(host)
                .setHttpClientConfigCallback(client -> client
                    .setDefaultCredentialsProvider(login)
                    .setConnectionManager(connections))
                .build()) {
            System.out.println("connected " + new OpenSearchClient(transport).info().version().number());
        }
    }
}
`,
})

export const schemaRegistryPy = pythonGuide({
  install: pipInstall('confluent-kafka[schemaregistry]'),
  password: PASSWORD,
  text: (facts, system) => `import os

from confluent_kafka.schema_registry import SchemaRegistryClient

client = SchemaRegistryClient({
${block(4, [
  `"url": ${stringLiteral(`https://${addressOf(facts)}`)}`,
  `"basic.auth.user.info": ${userOf(facts).slice(0, -1)}:" + os.environ["${PASSWORD}"]`,
  ...(facts.trust === 'project-ca' ? [`"ssl.ca.location": ${stringLiteral(pathOf(facts, system, CA))}`] : []),
])}
})
print("connected", client.get_subjects())
`,
})
