/**
 * Writes CSV (RFC 4180) in which spreadsheets find no formulas. Every text is quoted, because some spreadsheets split lines
 * at semicolons or tabs, and the text after one might start like a formula.
 */

/**
 * Matches cells that a spreadsheet may calculate. Includes full-width signs, which East Asian spreadsheets treat the same,
 * and leading blanks, which some spreadsheets remove.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/

/** Numbers are written unquoted: a number isn't a formula, even with a minus sign. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  return `"${FORMULA.test(value) ? "'" : ''}${value.replaceAll('"', '""')}"`
}

/** A table as CSV, with CRLF after every row. Texts that start like a formula get an apostrophe in front. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
