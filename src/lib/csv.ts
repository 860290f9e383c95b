/**
 * A writer of CSV (RFC 4180) that spreadsheets can't take for formulas. Every text is quoted: some spreadsheets split
 * lines at semicolons or tabs, and what they'd find behind one might begin like a formula.
 */

/**
 * What makes a spreadsheet calculate instead of show, at the beginning of a cell: in full width too, which those of East
 * Asia take for the same, and behind blanks, which some take away.
 */
const FORMULA = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n]/

/** Numbers are written as they are: a plain number is no formula, minus sign or not. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value)
  return `"${FORMULA.test(value) ? "'" : ''}${value.replaceAll('"', '""')}"`
}

/** A table as CSV, with CRLF after every row. Texts that begin like a formula get an apostrophe in front. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
