/** Apache Cassandra from Python, Java and Go. */
import { javaString, stringLiteral } from '../escape.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { javaContext, javaImports } from './java-tls.ts'
import { goGuide, goInstall, javaGuide, mavenInstall, pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

const PASSWORD = 'CASSANDRA_PASSWORD'

const ONE_NODE = 'Tested with one node, not on Aiven.'

export const cassandraDriver = pythonGuide({
  install: pipInstall('cassandra-driver'),
  password: PASSWORD,
  notes: () => [
    'The driver connects to every node by its address. Each must present a certificate for this host name.',
    ONE_NODE,
  ],
  text: (facts, system) => `import os
import ssl

from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster

cluster = Cluster(
    [${stringLiteral(facts.host)}],
    port=${String(facts.port)},
    auth_provider=PlainTextAuthProvider(${stringLiteral(facts.user)}, os.environ["${PASSWORD}"]),
    ssl_context=${pythonContext(facts, system)},
    # Nodes are found by address: this is the name that their certificates are checked for.
    ssl_options={"server_hostname": ${stringLiteral(facts.host)}},
)
session = cluster.connect()
print("connected", session.execute("SELECT release_version FROM system.local").one()[0])
cluster.shutdown()
`,
})

export const cassandraJava = javaGuide({
  install: mavenInstall('org.apache.cassandra:java-driver-core'),
  password: PASSWORD,
  notes: () => [
    'The driver finds other nodes’ names by reverse DNS lookup. Each must present a certificate for its name.',
    ONE_NODE,
  ],
  text: (facts, system) => `${javaImports(facts, [
    'com.datastax.oss.driver.api.core.CqlSession',
    'com.datastax.oss.driver.api.core.config.DefaultDriverOption',
    'com.datastax.oss.driver.api.core.config.DriverConfigLoader',
    'com.datastax.oss.driver.api.core.ssl.ProgrammaticSslEngineFactory',
    'java.net.InetSocketAddress',
  ])}
public class Connect {
    public static void main(String[] args) throws Exception {
${javaContext(facts, system)}        var settings = DriverConfigLoader.programmaticBuilder()
                .withString(DefaultDriverOption.LOAD_BALANCING_POLICY_CLASS, "DcInferringLoadBalancingPolicy")
                .build();
        // Not withSslContext: that leaves out whether the certificate is for this host.
        var tls = new ProgrammaticSslEngineFactory(context, null, true);
        try (var session = CqlSession.builder()
                .addContactPoint(new InetSocketAddress(${javaString(facts.host)}, ${String(facts.port)}))
                .withAuthCredentials(${javaString(facts.user)}, System.getenv("${PASSWORD}"))
                .withSslEngineFactory(tls)
                .withConfigLoader(settings)
                .build()) {
            var row = session.execute("SELECT release_version FROM system.local").one();
            System.out.println("connected " + row.getString(0));
        }
    }
}
`,
})

export const gocql = goGuide({
  install: goInstall('github.com/apache/cassandra-gocql-driver/v2'),
  password: PASSWORD,
  notes: () => [
    'The driver connects to every node by its address. Each must present a certificate for this host name.',
    ONE_NODE,
  ],
  text: (facts, system) => `package main

${goImports(['fmt', ...goTlsImports(facts)], ['gocql "github.com/apache/cassandra-gocql-driver/v2"'])}
func main() {
${goTls(facts, system)}	cluster := gocql.NewCluster(${stringLiteral(facts.host)})
	cluster.Port = ${String(facts.port)}
	cluster.Authenticator = gocql.PasswordAuthenticator{Username: ${stringLiteral(facts.user)}, Password: os.Getenv("${PASSWORD}")}
	cluster.SslOpts = &gocql.SslOptions{Config: config, EnableHostVerification: true}
	session, err := cluster.CreateSession()
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close()
	var version string
	if err := session.Query("SELECT release_version FROM system.local").Scan(&version); err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", version)
}
`,
})
