/** `connect_args=…` of SQLAlchemy: beside an address, or in the call that takes the variable of one; itself a map or a variable. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import type { Finding, StringPlace } from './finding.ts'
import { once } from './once.ts'
import { leftOpen, UNSEEN } from './spread.ts'

const NAME = 'connect_args'

const argumentsOf = (group: Group | undefined): string | undefined =>
  group?.settings.find(({ name }) => name === NAME)?.literal.value

/** What of a document holds such arguments; mostly nothing does. */
const holdersIn = once(({ groups }: ParsedDocument) => groups.filter((group) => argumentsOf(group) !== undefined))

/** Flask-SQLAlchemy's two settings. */
const isFlask = (name: string, { holder }: Group): boolean =>
  name.endsWith('SQLALCHEMY_DATABASE_URI') && holder === 'SQLALCHEMY_ENGINE_OPTIONS'

/** What holds the arguments that count for a string: the call, or Flask's options. */
const callOf = ({ document, group, name }: StringPlace): Group | undefined =>
  argumentsOf(group) === undefined
    ? holdersIn(document).find(
        (one) =>
          name !== '' && (isFlask(name, one) || one.positional.some(({ value }) => value.split('.').at(-1) === name)),
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
  return { ...place, group: settings.length === 0 ? call : { ...call, settings: [...call.settings, ...settings] } }
}

/** The finding with the groups that were judged with it; left open where the text doesn't show the arguments. */
export const withOriginals = (place: StringPlace, finding: Finding): Finding => {
  const call = callOf(place)
  const isSilent = !/ssl|tls/i.test(place.literal.value)
  // Options that are in no call of their own may be handed to this one.
  const isOpen = holdersIn(place.document).some(({ positional }) => positional.length === 0)
  if (!call) return isOpen && place.document.container === 'code' ? leftOpen(finding, isSilent, UNSEEN) : finding
  const maps = mapsOf(place.document, call)
  const isUnseen = maps.length === 0 && argumentsOf(call)?.startsWith('{') === false
  const whole = finding.covers ? { ...finding, covers: [...finding.covers, call, ...maps] } : finding
  return isUnseen ? leftOpen(whole, isSilent, UNSEEN) : whole
}
