/** `connect_args=…` of SQLAlchemy: beside an address, or in the call that takes the variable of one; itself a map or a variable. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { lastOf } from '../../settings/names.ts'
import type { Finding, StringPlace } from '../finding.ts'
import { once } from '../once.ts'
import { leftOpen, UNSEEN } from '../beside/spread.ts'
import { isWholeMap } from '../whole-map.ts'

const NAME = 'connect_args'

const argumentsOf = (group: Group | undefined): string | undefined =>
  group?.settings.find(({ name }) => name === NAME)?.literal.value

/** What of a document holds such arguments; mostly nothing does. */
const holdersIn = once(({ groups }: ParsedDocument) => groups.filter((group) => argumentsOf(group) !== undefined))

const sorted = <T>(entries: readonly (readonly [name: string, value: T])[]): ReadonlyMap<string, readonly T[]> => {
  const found = new Map<string, T[]>()
  for (const [name, value] of entries) found.set(name, [...(found.get(name) ?? []).slice(0, 1), value])
  return found
}

/** Who takes a variable and what it is given, at most two of each: more than one is one too many. */
const variablesIn = once(({ groups, literals, words }: ParsedDocument) => {
  const places = new Map(literals.map(({ literal, name }) => [literal.range.start, name]))
  return {
    /** By the last part of their names. */
    takers: sorted(
      groups
        .filter(({ holder }) => !/(?:^|\.)print$|^(?:log|logger|logging)\b/.test(holder))
        .flatMap((group) => group.positional.map(({ value }) => [lastOf(value), group] as const)),
    ),
    strings: sorted([...places].map(([start, name]) => [name, start] as const)),
    given: sorted(
      groups.flatMap(({ settings, separator }) =>
        settings.map((setting): [string, readonly [Setting, boolean]] => [
          setting.name,
          [setting, separator === 'line'],
        ]),
      ),
    ),
    maps: sorted(groups.map((group) => [group.holder, group] as const)),
    /** Those of which something else is done than that they are given and taken. */
    touched: new Set([...words.matchAll(/(?<!\w)(\w+) (?=[[.|])/g)].map(([, name = '']) => name)),
  }
})

/** The options beside Flask-SQLAlchemy's `SQLALCHEMY_DATABASE_URI`. */
const flaskIn = once((document: ParsedDocument) =>
  holdersIn(document)
    .filter(({ holder }) => holder === 'SQLALCHEMY_ENGINE_OPTIONS')
    .slice(0, 2),
)

interface Call {
  /** The call that holds the arguments, or Flask's options; undefined where several may. */
  readonly call: Group | undefined
}

/** What holds the arguments that count for a string; undefined where nothing does. */
const callOf = ({ document, group, name }: StringPlace): Call | undefined => {
  if (argumentsOf(group) !== undefined) return { call: group }
  if (name === '' || holdersIn(document).length === 0) return undefined
  const { takers, strings } = variablesIn(document)
  const flask = name.endsWith('SQLALCHEMY_DATABASE_URI') ? flaskIn(document) : []
  const taking = [...flask, ...(takers.get(lastOf(name)) ?? [])]
  const [call] = taking
  if (!taking.some((one) => argumentsOf(one) !== undefined)) return undefined
  const isSure =
    taking.length === 1 &&
    strings.get(name)?.length === 1 &&
    (flask.length === 1 || call?.positional.some(({ value }) => value === name) === true)
  return { call: isSure ? call : undefined }
}

/** The maps that the text gives to a variable; none where the arguments stand in place. Open where others may count. */
const mapsOf = (
  document: ParsedDocument,
  call: Group,
): { readonly maps: readonly Group[]; readonly isOpen: boolean } => {
  const value = argumentsOf(call) ?? '{}'
  if (/^(?:\{|dict\()/.test(value)) return { maps: [], isOpen: document.container === 'code' && !isWholeMap(value) }
  const { given, maps: named, touched } = variablesIn(document)
  const maps = named.get(value) ?? []
  const [first, ...others] = given.get(value) ?? []
  const isSure =
    first !== undefined &&
    others.length === 0 &&
    first[1] &&
    isWholeMap(first[0].literal.value) &&
    maps.length === 1 &&
    !maps.some(({ positional }) => positional.some(({ value: one }) => one.startsWith('**'))) &&
    !touched.has(lastOf(value))
  return { maps, isOpen: !isSure }
}

/** A string with the arguments of its call, those of a variable too. */
export const withConnectArgs = (place: StringPlace): StringPlace => {
  const call = callOf(place)?.call
  if (!call) return place
  const { maps, isOpen } = mapsOf(place.document, call)
  if (isOpen)
    return { ...place, group: { ...call, settings: call.settings.filter(({ name }) => !name.startsWith(NAME)) } }
  const settings = maps.flatMap((map) =>
    map.settings.map((setting) => ({ ...setting, name: `${NAME}.${setting.name}` })),
  )
  return { ...place, group: settings.length === 0 ? call : { ...call, settings: [...call.settings, ...settings] } }
}

/** The finding with the groups that were judged with it; left open where the text doesn't show the arguments. */
export const withOriginals = (place: StringPlace, finding: Finding): Finding => {
  const found = callOf(place)
  const isSilent = !/ssl|tls/i.test(place.literal.value)
  // Options that are in no call of their own may be handed to this one.
  const mayBeHanded =
    place.document.container === 'code' && holdersIn(place.document).some(({ positional }) => positional.length === 0)
  if (!found) return mayBeHanded ? leftOpen(finding, isSilent, UNSEEN) : finding
  const { call } = found
  if (!call) return leftOpen(finding, isSilent, UNSEEN)
  const { maps, isOpen } = mapsOf(place.document, call)
  const whole = finding.covers || isOpen ? { ...finding, covers: [...(finding.covers ?? []), call, ...maps] } : finding
  return isOpen ? leftOpen(whole, isSilent, UNSEEN) : whole
}
