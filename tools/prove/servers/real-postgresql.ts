/** A real PostgreSQL: TLS only, SCRAM passwords. */
import { readdirSync } from 'node:fs'
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

const VERSIONS = '/usr/lib/postgresql'

/** Folder of the newest server's programs, or undefined. */
const programs = (): string | undefined => {
  try {
    const versions = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))
    return firstExisting(versions.map((version) => join(VERSIONS, version, 'bin')))
  } catch {
    return undefined
  }
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** @returns undefined when PostgreSQL isn't installed */
export const realPostgresql = async (options: RealOptions): Promise<RealServer | undefined> => {
  const bin = programs()
  if (bin === undefined) return undefined
  const { host, identity, user, password, database } = options
  const { folder, data, remove } = await serverFolder('postgresql', identity)
  const port = await freePort(host)
  await runOnce(join(bin, 'initdb'), ['-D', data, '-U', 'owner', '-A', 'trust', '-E', 'UTF8', '--no-sync'], folder)
  const access = ['local all owner trust', 'hostssl all all all scram-sha-256']
  await runOnce('tee', [join(data, 'pg_hba.conf')], folder, `${access.join('\n')}\n`)
  const settings = {
    listen_addresses: host,
    port: String(port),
    unix_socket_directories: folder,
    ssl: 'on',
    ssl_cert_file: join(folder, 'server.crt'),
    ssl_key_file: join(folder, 'server.key'),
    password_encryption: 'scram-sha-256',
    // As at Aiven: Debezium requires it.
    wal_level: 'logical',
    fsync: 'off',
  }
  const program = startProgram(
    join(bin, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    folder,
  )
  await waitUntil(() => program.output().includes('ready to accept connections'), program)
  const sql = [
    `CREATE ROLE "${user}" LOGIN REPLICATION PASSWORD ${quoted(password)};`,
    `CREATE DATABASE "${database}" OWNER "${user}";`,
  ]
  const socket = ['-h', folder, '-p', String(port), '-U', 'owner', '-d', 'postgres', '-v', 'ON_ERROR_STOP=1', '-q']
  await runOnce(join(bin, 'psql'), socket, folder, sql.join('\n'))
  return { host, port, close: closing(program, remove) }
}
