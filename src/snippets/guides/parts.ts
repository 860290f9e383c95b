/** What several guides have in common. */
import { FILE_NAMES } from '../../tls/files.ts'
import type { ConnectionFacts, NeededFile, Snippet, System, Variable } from '../guide.ts'
import { commandLine, type Shell } from '../shell.ts'

export const CA: NeededFile = { role: 'ca', name: FILE_NAMES.ca }
export const CERTIFICATE: NeededFile = { role: 'certificate', name: FILE_NAMES.certificate }
export const KEY: NeededFile = { role: 'key', name: FILE_NAMES.key }

export const shellOf = (system: System): Shell => (system === 'windows' ? 'powershell' : 'sh')

/** The CA where the project's signs the server; nothing where the system's trust will do. */
export const caOf = ({ trust }: ConnectionFacts): readonly NeededFile[] => (trust === 'project-ca' ? [CA] : [])

/**
 * Path of a downloaded file. With forward slashes on Windows too: all clients there take them, and no language
 * takes them for an escape.
 */
export const pathOf = ({ directory }: ConnectionFacts, system: System, { name }: NeededFile): string => {
  if (directory === '') return name
  const folder = system === 'windows' ? directory.replaceAll('\\', '/') : directory
  return `${folder.replace(/\/$/, '')}/${name}`
}

/** A command as a snippet of the system's shell. */
export const command = (system: System, words: readonly string[], operand?: string): Snippet => {
  const shell = shellOf(system)
  return { language: shell, text: commandLine(shell, words, operand) }
}

/** The variable that the client takes the password from. */
export const passwordVariable = (name: string, { user, password }: ConnectionFacts): Variable => ({
  name,
  what: `password of ${user}`,
  value: password,
})

/** Stands where a password belongs until the user puts it in. */
export const PASSWORD_PLACEHOLDER = 'YOUR_PASSWORD'

/** TLS, PostgreSQL. */
export const speaks =
  (protocol: ConnectionFacts['protocol']) =>
  (facts: ConnectionFacts): boolean =>
    facts.protocol === protocol && facts.trust !== 'plaintext'
