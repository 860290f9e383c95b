/** Values of variables whose name says nothing, where the text puts the variable into a secret's place. */
import type { Range } from '../../lib/ranges.ts'

const VARIABLE = /^["']?(?:\$\{?|\{|%|#\{|env:)([A-Za-z_]\w{0,60})\}?%?["']?$/
const MAX_NAMES = 20

/**
 * Where the values stand of variables that stand where secrets do: of `DB` with `DB=…` above `postgres://app:$DB@h`.
 * @param secrets what was found in the text
 */
export const variableRanges = (text: string, secrets: readonly Range[]): Range[] => {
  const names = new Set(
    secrets.flatMap(({ start, end }) =>
      end - start > 70 ? [] : (VARIABLE.exec(text.slice(start, end).trim())?.[1] ?? []),
    ),
  )
  return [...names].slice(0, MAX_NAMES).flatMap((name) => {
    const assigned = new RegExp(
      `(?<![\\w$])${name}["']?[ \\t]{0,9}(?::=|=(?!=)|:(?=[ \\t])|[ \\t](?=[^\\s=:]{3}))[ \\t]{0,9}(?:"([^"\\n]{1,500})"?|'([^'\\n]{1,500})'?|([^\\s"';&|]{1,500}))|\\bread[ \\t][^\\n]{0,80}?[ \\t]${name}[ \\t]{0,9}<<-?[ \\t]{0,9}["']?\\w{1,20}["']?\\n([^\\n]{1,500})`,
      'dg',
    )
    return [...text.matchAll(assigned)].flatMap(({ indices }) =>
      (indices?.slice(1) ?? []).flatMap((pair) => (pair ? [{ start: pair[0], end: pair[1] }] : [])),
    )
  })
}
