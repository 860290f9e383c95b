/** A real Redis: TLS only, a password for the default user. */
import { lookup } from 'node:dns/promises'
import { join } from 'node:path'

import {
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
export const realRedis = async ({ host, identity, password }: RealOptions): Promise<RealServer | undefined> => {
  const server = firstExisting(SERVER)
  if (server === undefined) return undefined
  const { folder, remove } = await serverFolder('redis', identity)
  const port = await freePort(host)
  const { address } = await lookup(host)
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
    requirepass: password,
  }
  const program = startProgram(
    server,
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]),
    folder,
  )
  await waitUntil(() => program.output().includes('Ready to accept connections'), program)
  return {
    host,
    port,
    close: async () => {
      await program.stop()
      await remove()
    },
  }
}
