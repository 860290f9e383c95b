/** A real Apache Cassandra from its Maven artifacts: one node, TLS only, and a user with a password. */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { lookup } from 'node:dns/promises'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { KIT } from '../kit.ts'
import {
  closing,
  firstExisting,
  freePort,
  JAVA_17,
  runOnce,
  serverFolder,
  startProgram,
  waitUntil,
  type RealOptions,
  type RealServer,
} from './program.ts'

const LIBRARIES = join(KIT, 'servers/cassandra/lib')
const PYTHON = join(KIT, 'python/venv/bin/python3')

/** Java internals that Cassandra accesses. */
const OPENED = [
  'java.base/java.io',
  'java.base/java.lang',
  'java.base/java.lang.ref',
  'java.base/java.lang.reflect',
  'java.base/java.math',
  'java.base/java.net',
  'java.base/java.nio',
  'java.base/java.util',
  'java.base/java.util.concurrent',
  'java.base/java.util.concurrent.atomic',
  'java.base/jdk.internal.loader',
  'java.base/jdk.internal.math',
  'java.base/jdk.internal.misc',
  'java.base/jdk.internal.module',
  'java.base/jdk.internal.ref',
  'java.base/jdk.internal.reflect',
  'java.base/jdk.internal.util.jar',
  'java.base/jdk.internal.vm',
  'java.base/sun.nio.ch',
  'java.management/com.sun.jmx.remote.security',
  'java.rmi/sun.rmi.registry',
  'java.rmi/sun.rmi.server',
  'java.rmi/sun.rmi.transport.tcp',
  'java.sql/java.sql',
  'jdk.management/com.sun.management.internal',
].flatMap((name) => ['--add-opens', `${name}=ALL-UNNAMED`, '--add-exports', `${name}=ALL-UNNAMED`])

const LOGGING = `<configuration>
  <appender name="out" class="ch.qos.logback.core.ConsoleAppender"><encoder><pattern>%level %msg%n</pattern></encoder></appender>
  <root level="INFO"><appender-ref ref="out"/></root>
</configuration>
`

/** Creates the user, logged in as the default user of a new cluster. */
const MAKE_USER = `import json, ssl, sys
from cassandra.auth import PlainTextAuthProvider
from cassandra.cluster import Cluster
port, user, password = json.load(sys.stdin)
context = ssl._create_unverified_context()
session = Cluster([sys.argv[1]], port=port, ssl_context=context, auth_provider=PlainTextAuthProvider("cassandra", "cassandra")).connect()
quoted = password.replace("'", "''")
session.execute(f"CREATE ROLE {user} WITH PASSWORD = '{quoted}' AND LOGIN = true AND SUPERUSER = true")
`

/** @returns undefined where Cassandra, its Java or its Python client isn't installed */
export const realCassandra = async (options: RealOptions): Promise<RealServer | undefined> => {
  const java = firstExisting(JAVA_17)
  if (java === undefined || !existsSync(LIBRARIES) || !existsSync(PYTHON)) return undefined
  const { host, identity, user, password } = options
  const { folder, data, remove } = await serverFolder('cassandra', identity)
  const [port, storage] = await Promise.all([freePort(host), freePort(host)])
  const { address } = await lookup(host)
  const storePassword = randomBytes(12).toString('hex')
  const asRoot = { asRoot: true }
  const store = join(folder, 'server.p12')
  const toStore = ['pkcs12', '-export', '-in', 'server.crt', '-inkey', 'server.key', '-out', store]
  await runOnce('/usr/bin/openssl', [...toStore, '-passout', `pass:${storePassword}`], folder, '', asRoot)
  const settings = {
    cluster_name: 'proof',
    num_tokens: 1,
    partitioner: 'org.apache.cassandra.dht.Murmur3Partitioner',
    listen_address: address,
    rpc_address: address,
    native_transport_port: port,
    storage_port: storage,
    endpoint_snitch: 'SimpleSnitch',
    seed_provider: [
      {
        class_name: 'org.apache.cassandra.locator.SimpleSeedProvider',
        parameters: [{ seeds: `${address}:${String(storage)}` }],
      },
    ],
    data_file_directories: [join(data, 'data')],
    commitlog_directory: join(data, 'commitlog'),
    saved_caches_directory: join(data, 'saved_caches'),
    hints_directory: join(data, 'hints'),
    cdc_raw_directory: join(data, 'cdc'),
    commitlog_sync: 'periodic',
    commitlog_sync_period: '10000ms',
    authenticator: 'PasswordAuthenticator',
    memtable_heap_space: '64MiB',
    memtable_offheap_space: '64MiB',
    file_cache_size: '32MiB',
    client_encryption_options: {
      enabled: true,
      optional: false,
      keystore: store,
      keystore_password: storePassword,
      store_type: 'PKCS12',
    },
  }
  // JSON is YAML too.
  await writeFile(join(folder, 'cassandra.yaml'), JSON.stringify(settings))
  await writeFile(join(folder, 'logback.xml'), LOGGING)
  const program = startProgram(
    java,
    [
      ...OPENED,
      '-Xmx768m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djdk.attach.allowAttachSelf=true',
      `-Dcassandra.config=file://${folder}/cassandra.yaml`,
      `-Dcassandra.storagedir=${data}`,
      `-Dlogback.configurationFile=${folder}/logback.xml`,
      '-Dcassandra-foreground=yes',
      '-Dcassandra.superuser_setup_delay_ms=0',
      '-Dcassandra.skip_wait_for_gossip_to_settle=0',
      '-Dcassandra.ring_delay_ms=0',
      '-cp',
      join(LIBRARIES, '*'),
      'org.apache.cassandra.service.CassandraDaemon',
    ],
    folder,
    asRoot,
  )
  await waitUntil(() => program.output().includes("Created default superuser role 'cassandra'"), program)
  await runOnce(PYTHON, ['-c', MAKE_USER, host], folder, JSON.stringify([port, user, password]), asRoot)
  return { host, port, close: closing(program, remove) }
}
