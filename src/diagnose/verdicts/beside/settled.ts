/** Gives an address and a switch in the arguments of one call one answer, where the switch decides. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { isNodeSwitch } from './doubted.ts'
import type { Finding, StringPlace } from '../finding.ts'

/** Whether one group is a map among the arguments of another. */
const isWithin = ({ range }: Group, { settings }: Group): boolean =>
  settings.some(({ literal }) => literal.range.start <= range.start && range.end <= literal.range.end)

/** Whether a group is one call or command: maps of a file, and variables, may be several connections'. */
const isCall = ({ holder }: Group) => holder !== '' && holder !== 'export'

/** A string of a text, and what its client makes of it. */
export interface JudgedString {
  readonly place: StringPlace
  readonly judged: Finding
}

const settle = (finding: Finding, thrown: readonly Finding[]): Finding | undefined => {
  const off = thrown.flatMap(({ drivers }) => drivers)[0]
  const { drivers } = finding
  // Without a name check it still depends on the CA.
  if (off?.verifies !== 'none' || isNodeSwitch(off) || drivers.length === 0) return undefined
  if (drivers.every(({ verifies }) => verifies === 'none')) return finding
  return drivers.every(({ verifies }) => verifies === 'depends' || verifies === 'unknown')
    ? {
        ...finding,
        drivers: drivers.map(({ driver, verifies }) => (verifies === 'unknown' ? off : { ...off, driver })),
        edits: undefined,
      }
    : undefined
}

/**
 * The verdict of a switch for the only address of its call, where the address alone left it open or verifies nothing.
 *
 * @param strings all of the document's
 * @param switchesIn the switches that a group throws
 * @returns by string the finding, and the groups whose switches it tells
 */
export const settledIn = (
  document: ParsedDocument,
  strings: readonly JudgedString[],
  switchesIn: (group: Group) => readonly Finding[],
): { readonly found: ReadonlyMap<JudgedString, Finding>; readonly groups: ReadonlySet<Group> } => {
  const found = new Map<JudgedString, Finding>()
  const groups = new Set<Group>()
  if (document.container !== 'code' && document.container !== 'command') return { found, groups }
  const throwing = document.groups.filter((group) => switchesIn(group).length > 0)
  const counts = new Map<Group, number>()
  for (const { place } of strings) if (place.group) counts.set(place.group, (counts.get(place.group) ?? 0) + 1)
  for (const string of throwing.length > 0 ? strings : []) {
    const { group } = string.place
    if (!group || !isCall(group) || counts.get(group) !== 1) continue
    const own = throwing.filter((one) => one === group || isWithin(one, group))
    const finding = settle(
      string.judged,
      own.flatMap((one) => switchesIn(one)),
    )
    if (!finding) continue
    found.set(string, finding)
    for (const one of own) groups.add(one)
  }
  return { found, groups }
}
