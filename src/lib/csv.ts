/** A writer of CSV (RFC 4180) that spreadsheets cannot take for formulas. */

/** What makes a spreadsheet calculate instead of show, at the beginning of a cell. */
const FORMULA = /^[=+\-@\t\r\n]/

/** Numbers are written as they are: a plain number is no formula, minus sign or not. */
const cell = (value: string | number): string => {
  const text = typeof value === 'string' && FORMULA.test(value) ? `'${value}` : String(value)
  return /["\r\n,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** A table as CSV, with CRLF after every row. Texts that begin like a formula get an apostrophe in front. */
export const toCsv = (header: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
