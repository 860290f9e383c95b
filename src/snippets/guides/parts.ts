/** What several guides have in common. */
import { FILE_NAMES } from '../../crypto/files.ts'
import { UnwritableError } from '../escape.ts'
import type { ConnectionFacts, NeededFile, Snippet, System, Variable } from '../guide.ts'
import { commandLine, type Shell } from '../shell.ts'

export const CA: NeededFile = { role: 'ca', name: FILE_NAMES.ca }
export const CERTIFICATE: NeededFile = { role: 'certificate', name: FILE_NAMES.certificate }
export const KEY: NeededFile = { role: 'key', name: FILE_NAMES.key }

/** Placeholder for the password, until the user puts it in. */
export const PASSWORD_PLACEHOLDER = 'YOUR_PASSWORD'

export const KEY_STORE: NeededFile = { role: 'keystore', name: 'client.keystore.p12' }
export const TRUST_STORE: NeededFile = { role: 'truststore', name: 'client.truststore.p12' }

/** The files a client needs: the CA where the project's signs the server, the pair where it logs in with one. */
export const neededFiles = ({ trust, authentication }: ConnectionFacts): readonly NeededFile[] => [
  ...(trust === 'project-ca' ? [CA] : []),
  ...(authentication === 'certificate' ? [CERTIFICATE, KEY] : []),
]

/**
 * Path of a downloaded file. With forward slashes on Windows too: all clients there take them, and no language
 * takes them for an escape.
 */
export const pathOf = ({ directory }: ConnectionFacts, system: System, { name }: NeededFile): string => {
  if (directory === '') return name
  const folder = system === 'windows' ? directory.replaceAll('\\', '/') : directory
  return `${folder.replace(/\/$/, '')}/${name}`
}

/** `host:port`. */
export const addressOf = ({ host, port }: ConnectionFacts): string => `${host}:${String(port)}`

const shellOf = (system: System): Shell => (system === 'windows' ? 'powershell' : 'sh')

/**
 * A command in the system's shell.
 * @throws {UnwritableError} for a double quote on Windows: PowerShell before 7.3 loses it on the way to the program
 */
export const command = (system: System, words: readonly string[], operand?: string): Snippet => {
  const shell = shellOf(system)
  if (shell === 'powershell' && [...words, operand ?? ''].some((word) => word.includes('"')))
    throw new UnwritableError('PowerShell can’t pass a double quote to this client.')
  return { language: shell, text: commandLine(shell, words, ...(operand === undefined ? [] : [operand])) }
}

/** Runs a file with Python: on Windows the launcher is called py. */
export const runPython = (system: System, file: string): Snippet =>
  command(system, [system === 'windows' ? 'py' : 'python3', file])

/** The variable that the client takes the password from. */
export const passwordVariable = (name: string, { user, password }: ConnectionFacts): Variable => ({
  name,
  what: `password of ${user}`,
  value: password,
})

/** Lines with a comma each, indented: the inside of a list of arguments or of an object. */
export const block = (indent: number, lines: readonly string[]): string =>
  lines.map((line) => `${' '.repeat(indent)}${line},`).join('\n')
