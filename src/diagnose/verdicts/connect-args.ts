/** `connect_args=…` of SQLAlchemy: beside an address, or in the call that takes the variable of one; itself a map or a variable. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import type { Finding, StringPlace } from './finding.ts'
import { leftOpen, UNSEEN } from './spread.ts'

const NAME = 'connect_args'

const argumentsOf = (group: Group | undefined): string | undefined =>
  group?.settings.find(({ name }) => name === NAME)?.literal.value

/** The call whose arguments count for a string. */
const callOf = ({ document, group, name }: StringPlace): Group | undefined =>
  argumentsOf(group) === undefined
    ? document.groups.find(
        (one) =>
          name !== '' &&
          argumentsOf(one) !== undefined &&
          one.positional.some(({ value }) => value.split('.').at(-1) === name),
      )
    : group

/** The maps that the text gives to a variable; none where the arguments stand in place. */
const mapsOf = ({ groups }: ParsedDocument, call: Group): Group[] => {
  const value = argumentsOf(call) ?? '{'
  return value.startsWith('{') ? [] : groups.filter(({ holder }) => holder === value)
}

/** A string with the arguments of its call, those of a variable too. */
export const withConnectArgs = (place: StringPlace): StringPlace => {
  const call = callOf(place)
  if (!call) return place
  const settings = mapsOf(place.document, call).flatMap((map) =>
    map.settings.map((setting) => ({ ...setting, name: `${NAME}.${setting.name}` })),
  )
  return { ...place, group: { ...call, settings: [...call.settings, ...settings] } }
}

/** The finding with the groups that were judged with it; left open where the text doesn't show the arguments. */
export const withOriginals = (place: StringPlace, finding: Finding): Finding => {
  const call = callOf(place)
  if (!call) return finding
  const maps = mapsOf(place.document, call)
  const isUnseen = maps.length === 0 && argumentsOf(call)?.startsWith('{') === false
  const whole = finding.covers ? { ...finding, covers: [...finding.covers, call, ...maps] } : finding
  return isUnseen ? leftOpen(whole, !/ssl|tls/i.test(place.literal.value), UNSEEN) : whole
}
