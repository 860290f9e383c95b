/** A text as a table cell, with Markdown's special characters escaped. */
const cell = (text: string) => text.replaceAll(/[\\|<>*_`[\]]/g, String.raw`\$&`)

/** A table in Markdown. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows.map((row) => row.map((text) => cell(text)))]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n')
