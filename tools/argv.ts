/**
 * The words of a command line, for a program that takes them one by one. What is put in stays within its word, whatever it
 * holds: argv`req -subj /CN=${'my CA'}` are `req`, `-subj`, `/CN=my CA`.
 */
export const argv = (strings: TemplateStringsArray, ...values: readonly string[]): string[] => {
  const marked = strings.raw.map((text, index) => (index === 0 ? text : `\uE000${String(index - 1)}\uE001${text}`))
  return marked
    .join('')
    .trim()
    .split(/\s+/)
    .map((word) => word.replace(/\uE000(\d+)\uE001/g, (_, index: string) => values[Number(index)] ?? ''))
}
