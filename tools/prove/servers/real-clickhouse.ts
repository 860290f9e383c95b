/** A real ClickHouse, of Debian's package: TLS only, one user with a password. */
import { createHash } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'

import {
  closing,
  firstExisting,
  freePort,
  runOnce,
  serverFolder,
  startProgram,
  waitUntil,
  type RealOptions,
  type RealServer,
} from './program.ts'

const SERVER = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server']

/** @returns undefined when ClickHouse isn't installed */
export const realClickhouse = async (options: RealOptions): Promise<RealServer | undefined> => {
  const server = firstExisting(SERVER)
  if (server === undefined) return undefined
  const { host, identity, user, password } = options
  const { folder, data, remove } = await serverFolder('clickhouse', identity)
  const port = await freePort(host)
  const { address } = await lookup(host)
  await runOnce('/usr/bin/openssl', ['dhparam', '-dsaparam', '-out', 'dh.pem', '2048'], folder)
  const tls = `<certificateFile>${folder}/server.crt</certificateFile><privateKeyFile>${folder}/server.key</privateKeyFile><dhParamsFile>${folder}/dh.pem</dhParamsFile><verificationMode>none</verificationMode>`
  const hash = createHash('sha256').update(password).digest('hex')
  await writeFile(
    join(folder, 'config.xml'),
    `<yandex>
  <logger><level>error</level><console>1</console></logger>
  <tcp_port_secure>${String(port)}</tcp_port_secure>
  <listen_host>${address}</listen_host>
  <openSSL><server>${tls}</server></openSSL>
  <path>${data}/</path>
  <tmp_path>${data}/tmp/</tmp_path>
  <users_config>${folder}/users.xml</users_config>
  <default_profile>default</default_profile>
  <default_database>default</default_database>
  <mark_cache_size>1000000</mark_cache_size>
</yandex>
`,
  )
  await writeFile(
    join(folder, 'users.xml'),
    `<yandex>
  <profiles><default/></profiles>
  <users>
    <${user}>
      <password_sha256_hex>${hash}</password_sha256_hex>
      <networks><ip>::/0</ip></networks>
      <profile>default</profile>
      <quota>default</quota>
    </${user}>
    <default><password/><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default>
  </users>
  <quotas><default/></quotas>
</yandex>
`,
  )
  const program = startProgram(server, [`--config-file=${join(folder, 'config.xml')}`], folder)
  let isListening = false
  const ask = setInterval(() => {
    const socket = connect(port, address, () => {
      isListening = true
      socket.destroy()
    })
    socket.on('error', () => undefined)
  }, 200)
  try {
    await waitUntil(() => isListening, program)
  } finally {
    clearInterval(ask)
  }
  return { host, port, close: closing(program, remove) }
}
