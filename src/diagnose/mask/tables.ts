/** Passwords in tables and forms: beside, below or in the column of what names them. */
import type { Range } from '../../lib/ranges.ts'

const OWNER =
  'the|your|my|db|database|user|service|admin|root|app|aiven|avnadmin|redis|valkey|kafka|pg|mysql|postgres\\w{0,5}|sasl|ssl|truststore|keystore|client|connection|auth|master|initial'
const NAME = new RegExp(
  `^(?:(?:${OWNER})[ _.-]){0,2}(?:password|passwd|pass|pwd|pw|secret|token|passphrase|access key|api key|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|пароль|パスワード|密码)$`,
  'iu',
)
/** What stands beside it is another name, or says that nothing is shown. */
const LABEL =
  /^(?:host(?:name)?|port|user(?:name)?|login|name|database|db|service|server|address|ssl(?: ?mode)?|tls|type|value|mode|uri|url|client|required|optional|yes|no|none|null|true|false|hidden|show|copy|reveal|change|reset|[-:=*•.\s]*)$/i
/** Rows of one table that are followed below its head. */
const MAX_ROWS = 50
const LONGEST_LINE = 2000

/** Columns that only spaces part. */
const GAP = /(?<=\S) {2,}(?=\S)/g

interface Cell extends Range {
  readonly text: string
}

const cellsOf = (line: string, at: number, separator: string): Cell[] => {
  let start = at
  return line.split(separator).map((part) => {
    const text = part.trim().replaceAll(/^["'`*]{1,2}|["'`*:]{1,3}$/g, '')
    const from = start + part.indexOf(text)
    start += part.length + separator.length
    return { text, start: from, end: from + text.length }
  })
}

/** A row of Markdown or psql has signs around its cells; the first of values with commas between is names alone. */
const isTable = (line: string, separator: string): boolean => {
  if ('|│┃'.includes(separator)) return /^\s*[|│┃]|[ \t][|│┃][ \t]/.test(line)
  return separator === '\t' || /^[\p{L}\d_ .,;"-]+\r?$/u.test(line)
}

const isValue = ({ text }: Cell): boolean => text.length >= 3 && !LABEL.test(text) && !NAME.test(text)

/** Where passwords stand in tables. */
export const tableRanges = (text: string): Range[] => {
  const found: Range[] = []
  const take = (cell: Cell | undefined) => {
    if (cell && isValue(cell)) found.push(cell)
  }
  /** The columns of secrets of the table that is being read. */
  let head: { readonly separator: string; readonly columns: readonly number[]; readonly width: number } | undefined
  let rows = 0
  let isBelowName = false
  let at = 0
  for (const written of text.split('\n')) {
    const line = written.includes('\t') ? written : written.replaceAll(GAP, (gap) => '\t'.padEnd(gap.length))
    const start = at
    at += line.length + 1
    // What draws the line below a head.
    if (line.length > LONGEST_LINE || /^[\s|+=-]{3,}$/.test(line)) continue
    const [whole] = cellsOf(line, start, '\n')
    if (isBelowName && whole && whole.text !== '') {
      if (!/\s/.test(whole.text)) take(whole)
      isBelowName = false
    }
    if (whole && NAME.test(whole.text) && !/[=:]\s*\S/.test(line)) isBelowName = true
    if (head) {
      const cells = cellsOf(line, start, head.separator)
      if (cells.length === head.width && rows++ < MAX_ROWS) for (const column of head.columns) take(cells[column])
      else head = undefined
    }
    for (const separator of ['|', '│', '┃', '\t', ',', ';']) {
      if (!line.includes(separator) || !isTable(line, separator)) continue
      const cells = cellsOf(line, start, separator)
      const columns = cells.flatMap((cell, index) => (NAME.test(cell.text) ? [index] : []))
      if (columns.length === 0 || cells.filter((cell) => cell.text !== '').length < 2) continue
      if ('|│┃\t'.includes(separator)) for (const column of columns) take(cells[column + 1])
      head = { separator, columns, width: cells.length }
      rows = 0
      break
    }
  }
  return found
}
