/** Moves the places in a part of a text to where they are in the whole. */
import type { Range } from '../../lib/ranges.ts'
import type { Literal, ParsedDocument, Setting } from './document.ts'

const shiftRange = ({ start, end }: Range, by: number): Range => ({ start: start + by, end: end + by })
const shiftLiteral = (literal: Literal, by: number): Literal => ({ ...literal, range: shiftRange(literal.range, by) })
const shiftSetting = (setting: Setting, by: number): Setting => ({
  ...setting,
  literal: shiftLiteral(setting.literal, by),
  nameRange: setting.nameRange && shiftRange(setting.nameRange, by),
  entry: shiftRange(setting.entry, by),
})

/**
 * A document that was read from a part of a text, by the places of the whole.
 * @param by where the part begins, in characters
 */
export const shift = (document: ParsedDocument, by: number): ParsedDocument => {
  if (by === 0) return document
  const groups = document.groups.map((group) => ({
    ...group,
    settings: group.settings.map((setting) => shiftSetting(setting, by)),
    positional: group.positional.map((literal) => shiftLiteral(literal, by)),
    range: shiftRange(group.range, by),
  }))
  const statements = document.statements?.map((statement) => ({
    ...statement,
    range: shiftRange(statement.range, by),
    functions: statement.functions.map((name) => name.replace(/\d+$/, (start) => String(Number(start) + by))),
  }))
  return {
    ...document,
    groups,
    ...(statements ? { statements } : {}),
    literals: document.literals.map(({ literal, name, group }) => ({
      literal: shiftLiteral(literal, by),
      name,
      group: group && groups[document.groups.indexOf(group)],
    })),
  }
}
