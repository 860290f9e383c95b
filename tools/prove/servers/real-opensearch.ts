/** A real OpenSearch from its Maven artifacts, with the plugin that brings TLS and users: one node. */
import { existsSync } from 'node:fs'
import { lookup } from 'node:dns/promises'
import { cp, mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { KIT } from '../kit.ts'
import {
  closing,
  firstExisting,
  freePort,
  giveToServer,
  JAVA_17,
  runOnce,
  serverFolder,
  startProgram,
  waitUntil,
  type RealOptions,
  type RealServer,
} from './program.ts'

const INSTALLED = join(KIT, 'servers/opensearch')
const PLUGIN = 'plugins/opensearch-security'

const LOGGING = `appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %m%n
rootLogger.level = info
rootLogger.appenderRef.console.ref = console
`

/** @returns undefined where OpenSearch or its Java isn't installed */
export const realOpensearch = async (options: RealOptions): Promise<RealServer | undefined> => {
  const java = firstExisting(JAVA_17)
  if (java === undefined || !existsSync(join(INSTALLED, PLUGIN))) return undefined
  const { host, identity, user, password } = options
  const { folder, data, remove } = await serverFolder('opensearch', identity)
  const [port, transport] = await Promise.all([freePort(host), freePort(host)])
  const { address } = await lookup(host)
  const [config, security] = [join(folder, 'config'), join(folder, 'config/opensearch-security')]
  // It doesn't start as root, nor from a folder that it can't read.
  await cp(join(INSTALLED, 'lib'), join(folder, 'lib'), {
    recursive: true,
    filter: (path) => !path.endsWith('.zip'),
  })
  await cp(join(INSTALLED, PLUGIN), join(folder, PLUGIN), { recursive: true })
  await mkdir(join(folder, 'modules'))
  await mkdir(config)
  await rename(join(folder, PLUGIN, 'config'), security)
  for (const file of ['server.crt', 'server.key']) await rename(join(folder, file), join(config, file))
  const hasher = ['-cp', `${folder}/${PLUGIN}/*:${folder}/lib/*`, 'org.opensearch.security.tools.Hasher']
  const hash = (await runOnce(java, ['-XX:TieredStopAtLevel=1', ...hasher, '-p', password], folder)).trim()
  const ssl = 'plugins.security.ssl'
  const shown = (layer: string) => ({
    [`${ssl}.${layer}.pemcert_filepath`]: 'server.crt',
    [`${ssl}.${layer}.pemkey_filepath`]: 'server.key',
  })
  const settings = {
    'cluster.name': 'proof',
    'node.name': 'proof',
    'network.host': address,
    'http.port': port,
    'transport.port': transport,
    'discovery.type': 'single-node',
    'path.data': data,
    ...shown('transport'),
    [`${ssl}.transport.pemtrustedcas_filepath`]: 'server.crt',
    [`${ssl}.http.enabled`]: true,
    ...shown('http'),
    'plugins.security.allow_default_init_securityindex': true,
    'plugins.security.audit.type': 'noop',
  }
  // JSON is YAML too.
  await writeFile(join(config, 'opensearch.yml'), JSON.stringify(settings))
  await writeFile(join(config, 'log4j2.properties'), LOGGING)
  const users = {
    _meta: { type: 'internalusers', config_version: 2 },
    [user]: { hash, reserved: true, backend_roles: ['admin'] },
  }
  await writeFile(join(security, 'internal_users.yml'), JSON.stringify(users))
  await giveToServer([config])
  const program = startProgram(
    java,
    [
      '-Xms512m',
      '-Xmx512m',
      '-XX:+UseSerialGC',
      '-XX:TieredStopAtLevel=1',
      '-Djava.security.manager=allow',
      `-Djava.io.tmpdir=${data}`,
      `-Dopensearch.path.home=${folder}`,
      `-Dopensearch.path.conf=${config}`,
      '-Dlog4j2.disable.jmx=true',
      '-cp',
      join(folder, 'lib/*'),
      'org.opensearch.bootstrap.OpenSearch',
    ],
    folder,
  )
  await waitUntil(() => program.output().includes("Node 'proof' initialized"), program)
  return { host, port, close: closing(program, remove) }
}
