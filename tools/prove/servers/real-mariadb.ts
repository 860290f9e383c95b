/** A real MariaDB: TLS only. */
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

const SERVER = ['/usr/sbin/mariadbd', '/usr/sbin/mysqld']
const INSTALL = ['/usr/bin/mariadb-install-db']
const CLIENT = ['/usr/bin/mariadb']

const quoted = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`

/** @returns undefined when MariaDB isn't installed */
export const realMariadb = async (options: RealOptions): Promise<RealServer | undefined> => {
  const [server, install, client] = [SERVER, INSTALL, CLIENT].map(firstExisting)
  if (server === undefined || install === undefined || client === undefined) return undefined
  const { host, identity, user, password, database } = options
  const { folder, data, remove } = await serverFolder('mariadb', identity)
  const port = await freePort(host)
  const socket = join(folder, 'socket')
  const admin = ['--auth-root-authentication-method=normal', '--skip-test-db']
  await runOnce(install, ['--no-defaults', `--datadir=${data}`, '--skip-name-resolve', ...admin], folder)
  const program = startProgram(
    server,
    [
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      `--pid-file=${join(folder, 'pid')}`,
      `--bind-address=${host}`,
      `--port=${String(port)}`,
      `--ssl-cert=${join(folder, 'server.crt')}`,
      `--ssl-key=${join(folder, 'server.key')}`,
      '--require-secure-transport=ON',
      '--skip-name-resolve',
      '--innodb-flush-log-at-trx-commit=0',
    ],
    folder,
  )
  await waitUntil(() => program.output().includes('ready for connections'), program)
  const sql = [
    "DELETE FROM mysql.global_priv WHERE User = '';",
    'FLUSH PRIVILEGES;',
    `CREATE DATABASE \`${database}\`;`,
    `CREATE USER ${quoted(user)}@'%' IDENTIFIED BY ${quoted(password)};`,
    `GRANT ALL ON \`${database}\`.* TO ${quoted(user)}@'%';`,
  ]
  await runOnce(client, ['--no-defaults', `--socket=${socket}`, '--user=root'], folder, sql.join('\n'))
  return { host, port, close: closing(program, remove) }
}
