/** Quotes words for a shell's command line: data stays data, whatever it contains. */

import { hidesSomething, visibleText } from '../lib/visible-text.ts'
import { UnwritableError } from './escape.ts'

export type Shell = 'sh' | 'powershell'

/** Characters without a special meaning to the shell anywhere. PowerShell splits `--name=a.b` at the dot. */
const PLAIN: Record<Shell, RegExp> = { sh: /^[A-Za-z0-9_./:=-]+$/, powershell: /^(?!-.*[.:])[A-Za-z0-9_./:=-]+$/ }

/** PowerShell treats typographic quotes as quotes too (about_Quoting_Rules). */
const POWERSHELL_QUOTES = /['\u2018-\u201b]/g

const QUOTE: Record<Shell, (word: string) => string> = {
  sh: (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  powershell: (word) => `'${word.replace(POWERSHELL_QUOTES, '$&$&')}'`,
}

const LONGEST_SHOWN = 80

/**
 * What a terminal obeys, or shows otherwise than it runs (line ends, controls, marks of direction), stands in no command:
 * quotes keep it from the shell, and not from the terminal that it is pasted into, nor from the eye that looks it over.
 * @param what the thing itself unless said: a secret isn't shown
 */
const quoted = (shell: Shell, word: string, what = visibleText(word)): string => {
  if (!hidesSomething(word)) return QUOTE[shell](word)
  const shown = what.length > LONGEST_SHOWN ? `${what.slice(0, LONGEST_SHOWN)}…` : what
  throw new UnwritableError(`No command can contain ${shown}: it has control or invisible characters.`)
}

/**
 * One word of a command line, quoted where it must be.
 * @param what as for `quoted`
 * @throws {UnwritableError} where something in it can't be seen
 */
export const quote = (shell: Shell, word: string, what?: string): string =>
  PLAIN[shell].test(word) ? word : quoted(shell, word, what)

/**
 * Sets a variable of the environment for what runs next in this shell. Without a value the shell asks for it, unseen,
 * and its history holds nothing.
 * @param name of letters, digits and _
 * @param prompt what PowerShell asks, and what the value is; sh waits without a word
 * @throws {UnwritableError}
 */
export const setVariable = (shell: Shell, name: string, value: string | undefined, prompt: string): string => {
  if (shell === 'sh') {
    return value === undefined ? `read -rs ${name} && export ${name}` : `export ${name}=${quoted('sh', value, prompt)}`
  }
  const typed = `[Net.NetworkCredential]::new('', (Read-Host -AsSecureString ${quoted('powershell', prompt)})).Password`
  return `$env:${name} = ${value === undefined ? typed : quoted('powershell', value, prompt)}`
}

/**
 * A command line out of words. Values of options are given as `--name=value`, so that no value is taken for an
 * option, and what comes last follows `--` if it looks like one.
 * @throws {UnwritableError}
 */
export const commandLine = (shell: Shell, words: readonly string[], ...operands: readonly string[]): string => {
  const rest = operands.some((operand) => operand.startsWith('-')) ? ['--', ...operands] : operands
  return [...words, ...rest].map((word) => quote(shell, word)).join(' ')
}
