import { UnwritableError } from '../escape.ts'
import type { ConnectionFacts, Template, System } from '../guide.ts'
import { commandLine } from '../shell.ts'
import { REDIS_CLI } from './installs.ts'
import { addressOf, CA, neededFiles, passwordVariable, pathOf } from './parts.ts'

const LOCAL_PORT = '16379'

/** socat's addresses have separators and quotes of their own. */
const socatPath = (path: string): string => {
  if (!/^[\w./ -]+$/.test(path)) throw new UnwritableError('socat can’t read from a folder with such characters.')
  return path
}

const socatCa = (facts: ConnectionFacts, system: System): string =>
  facts.trust === 'project-ca' ? `,cafile=${socatPath(pathOf(facts, system, CA))}` : ''

/**
 * redis-cli checks who signed the server's certificate but not whose name is in it (seen with 7.0.15: it sent its
 * password to a server of another name). socat checks both, so redis-cli goes through it.
 */
export const redisCli: Template = {
  render: (facts, system) => {
    const { host, user } = facts
    const tunnel = commandLine('sh', [
      'socat',
      `TCP-LISTEN:${LOCAL_PORT},bind=127.0.0.1,reuseaddr,fork`,
      `OPENSSL:${addressOf(facts)},verify=1,commonname=${host},snihost=${host}${socatCa(facts, system)}`,
    ])
    const client = commandLine('sh', ['redis-cli', '-p', LOCAL_PORT, '--user', user])
    return {
      needs: neededFiles(facts),
      install: REDIS_CLI[system],
      files: [],
      environment: [passwordVariable('REDISCLI_AUTH', facts)],
      run: { language: 'sh', text: `${tunnel} & tunnel=$!\nsleep 1\n${client}\nkill "$tunnel"` },
      input: 'PING',
      success: 'PONG',
      notes: [
        'redis-cli alone accepts any host name in the certificate: in our test, --tls sent the password to the wrong host. socat checks the name, and redis-cli connects through it on your machine.',
      ],
    }
  },
}
