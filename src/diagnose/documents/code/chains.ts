/** Calls of setters: on one object, a statement each, or one behind the other. */
import { isMade, type Group, type Literal } from '../document.ts'

const SETTER_NAMES =
  'put|set|setProperty|setProp|addDataSourceProperty|set_?[kK]ey|SetKey|add|Add|option|with|append|property|putIfAbsent|config|entry|SetValue'
/** Calls that set a name to a value. */
export const SETTERS = new RegExp(`(?:^|[.:>])(?:${SETTER_NAMES})$`)
/** Calls of setters, one behind the other. */
const CHAIN = new RegExp(String.raw`(?:[.:>-]+(?:${SETTER_NAMES})\(\))+$`)

/** Before the place where a chain begins, as no name of code does. */
export const CHAINED = '@'

/** On what a setter is called: of `a.option(…).option(…)` the same for each; of a chain that begins anew, that chain alone. */
export const receiverOf = (holder: string, start: number): { readonly receiver: string; readonly key: string } => {
  const receiver = holder.replace(/[.:>-]*\w+$/, '').replace(CHAIN, '')
  return { receiver, key: isMade(receiver) ? `${CHAINED}${start}` : receiver }
}

type Found = readonly { readonly literal: Literal; readonly name: string; readonly group: Group | undefined }[]

/** The strings of a text, those that a chain sets as its own: an address among them is of the same client. */
export const withinChain = (
  literals: Found,
  group: Group,
): { literal: Literal; name: string; group: Group | undefined }[] => {
  const values = new Map(group.settings.map(({ name, literal }) => [literal.range.start, name]))
  const names = new Set(group.settings.map(({ nameRange }) => nameRange?.start))
  return literals.flatMap((one) => {
    const { start } = one.literal.range
    const name = values.get(start)
    if (name !== undefined) return [{ ...one, name, group }]
    return one.group === undefined && names.has(start) ? [] : [one]
  })
}
