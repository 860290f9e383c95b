/** Words for a shell's command line: what is data stays data, whatever stands in it. */

export type Shell = 'sh' | 'powershell'

/** Characters that mean nothing to the shell, wherever they stand. PowerShell takes `--name=a.b` apart at the dot. */
const PLAIN: Record<Shell, RegExp> = { sh: /^[A-Za-z0-9_./:=-]+$/, powershell: /^(?!-.*[.:])[A-Za-z0-9_./:=-]+$/ }

/** PowerShell takes the typographic quotes for quotes as well (about_Quoting_Rules). */
const POWERSHELL_QUOTES = /['\u2018-\u201b]/g

const QUOTE: Record<Shell, (word: string) => string> = {
  sh: (word) => `'${word.replaceAll("'", `'\\''`)}'`,
  powershell: (word) => `'${word.replace(POWERSHELL_QUOTES, '$&$&')}'`,
}

/** One word of a command line, quoted where it must be. */
export const quote = (shell: Shell, word: string): string => (PLAIN[shell].test(word) ? word : QUOTE[shell](word))

/**
 * Sets a variable of the environment for what runs next in this shell. Without a value the shell asks for it, unseen,
 * and its history holds nothing.
 * @param name of letters, digits and _
 * @param prompt what PowerShell asks; sh waits without a word
 */
export const setVariable = (shell: Shell, name: string, value: string | undefined, prompt: string): string => {
  if (shell === 'sh') {
    return value === undefined ? `read -rs ${name} && export ${name}` : `export ${name}=${QUOTE.sh(value)}`
  }
  const asked = `[Net.NetworkCredential]::new('', (Read-Host -AsSecureString ${QUOTE.powershell(prompt)})).Password`
  return `$env:${name} = ${value === undefined ? asked : QUOTE.powershell(value)}`
}

/**
 * A command line out of words. Values of options are given as `--name=value`, so that no value is taken for an
 * option, and what comes last follows `--` if it looks like one.
 */
export const commandLine = (shell: Shell, words: readonly string[], ...operands: readonly string[]): string => {
  const rest = operands.some((operand) => operand.startsWith('-')) ? ['--', ...operands] : operands
  return [...words, ...rest].map((word) => quote(shell, word)).join(' ')
}
