/** Apache Cassandra from Python. */
import { stringLiteral } from '../escape.ts'
import { speaks } from './parts.ts'
import { pipInstall, pythonGuide } from './program.ts'
import { pythonContext } from './python-tls.ts'

const PASSWORD = 'CASSANDRA_PASSWORD'

export const cassandraDriver = pythonGuide({
  id: 'cassandra-driver',
  name: 'Python, cassandra-driver',
  applies: speaks('cassandra'),
  install: pipInstall('cassandra-driver'),
  password: PASSWORD,
  notes: () => [
    'The driver connects to every node by its address; each must then show a certificate for this name. This was run with one node, not at Aiven.',
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
