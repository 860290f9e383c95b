/** A real Redis: TLS only, one user with a password. */
import { createHash } from 'node:crypto'
import { lookup } from 'node:dns/promises'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import {
  closing,
  firstExisting,
  freePort,
  serverFolder,
  startProgram,
  waitUntil,
  type RealOptions,
  type RealServer,
} from './program.ts'

const SERVER = ['/usr/bin/redis-server', '/usr/bin/valkey-server']

/** @returns undefined when neither Redis nor Valkey is installed */
export const realRedis = async ({ host, identity, user, password }: RealOptions): Promise<RealServer | undefined> => {
  const server = firstExisting(SERVER)
  if (server === undefined) return undefined
  const { folder, remove } = await serverFolder('redis', identity)
  const port = await freePort(host)
  const { address } = await lookup(host)
  const access = join(folder, 'users.acl')
  const hash = createHash('sha256').update(password).digest('hex')
  await writeFile(access, `user default off\nuser ${user} on #${hash} ~* &* +@all\n`)
  const settings = {
    port: '0',
    'tls-port': String(port),
    bind: address,
    'tls-cert-file': join(folder, 'server.crt'),
    'tls-key-file': join(folder, 'server.key'),
    'tls-ca-cert-file': join(folder, 'server.crt'),
    'tls-auth-clients': 'no',
    dir: folder,
    save: '',
    aclfile: access,
  }
  const program = startProgram(
    server,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    folder,
  )
  await waitUntil(() => program.output().includes('Ready to accept connections'), program)
  return { host, port, close: closing(program, remove) }
}
