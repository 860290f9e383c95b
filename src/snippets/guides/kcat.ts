import { lineValue } from '../escape.ts'
import type { Guide } from '../guide.ts'
import { CA, caOf, CERTIFICATE, command, KEY, PASSWORD_PLACEHOLDER, pathOf, speaks } from './parts.ts'

/** kcat: settings of librdkafka in a file, so that no password stands on a command line that others can list. */
export const kcat: Guide = {
  id: 'kcat',
  name: 'kcat',
  language: 'sh',
  applies: speaks('kafka'),
  render: (facts, system) => {
    const { host, port, user, authentication, trust, password } = facts
    const file = (needed: typeof CA) => lineValue(pathOf(facts, system, needed), 'The folder')
    const login =
      authentication === 'certificate'
        ? ['security.protocol=ssl', `ssl.certificate.location=${file(CERTIFICATE)}`, `ssl.key.location=${file(KEY)}`]
        : [
            'security.protocol=sasl_ssl',
            'sasl.mechanisms=SCRAM-SHA-256',
            `sasl.username=${lineValue(user, 'The user name')}`,
            `sasl.password=${lineValue(password ?? PASSWORD_PLACEHOLDER, 'The password')}`,
          ]
    const lines = [
      `bootstrap.servers=${host}:${String(port)}`,
      ...login,
      ...(trust === 'project-ca' ? [`ssl.ca.location=${file(CA)}`] : []),
      'enable.ssl.certificate.verification=true',
      'ssl.endpoint.identification.algorithm=https',
    ]
    const secret = authentication === 'sasl' && password !== undefined
    return {
      needs: [...caOf(facts), ...(authentication === 'certificate' ? [CERTIFICATE, KEY] : [])],
      install: { what: 'kcat is a package of that name on Debian, Ubuntu and Homebrew.' },
      files: [{ name: 'kcat.conf', language: 'conf', text: `${lines.join('\n')}\n`, secret }],
      environment: [],
      run: command(system, ['kcat', '-F', 'kcat.conf', '-L']),
      success: 'Metadata for all topics',
      notes: [],
    }
  },
}
