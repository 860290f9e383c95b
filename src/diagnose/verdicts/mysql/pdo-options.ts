/** The options of PDO, which stand beside its address: in the call, or in a variable that it takes. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import type { ConnectionString } from '../../settings/connection-string.ts'
import type { StringPlace } from '../finding.ts'

interface PdoOptions {
  readonly options: readonly (readonly [name: string, value: string])[]
  /** The maps that the variable holds, or may hold: they are judged with the address. */
  readonly held: readonly Group[]
  /** Whether the text doesn't show what the variable, or the call that gives the options, holds. */
  readonly isByVariable: boolean
}

/** Whether a map gives a CA for MySQL, and doesn't turn the check off. */
const namesCa = ({ settings }: Group): boolean =>
  settings.some(({ name }) => /mysql_attr_ssl_ca$/i.test(name)) &&
  !settings.some(({ name }) => /mysql_attr_ssl_verify_server_cert$/i.test(name))

/** Whether a function takes the variable first, or by reference, or something is added to it: it may hold something else. */
const isOpen = (variable: string, { words }: ParsedDocument): boolean =>
  [`( ${variable} `, `& ${variable} `, `${variable} +`].some((sign) => words.includes(sign))

/** Options that a call gives, or a condition chooses: they are no argument with a value. */
const CALLED = /\bPDO \( (?:[^()[\]]*,){3} (?:(?!array \()[\w$\\:> -]+\(|[\w$\\:> !=-]+\?)/

/** The options that are passed beside an address of PDO. */
export const optionsOfPdo = ({ kind }: ConnectionString, { document, group }: StringPlace): PdoOptions => {
  const fourth = group?.positional[3]?.value ?? ''
  const held = kind === 'pdo' ? document.groups.filter(({ holder }) => holder === fourth) : []
  const [map] = held
  const isShown = held.length === 1 && map?.separator === 'comma' && map.note === undefined && !isOpen(fourth, document)
  const settings = (isShown ? map : group)?.settings ?? []
  const isGiven =
    fourth === '' ? settings.every(({ name }) => name === '') && CALLED.test(document.words) : !/^null$/i.test(fourth)
  const isByVariable = kind === 'pdo' && isGiven && !isShown
  return {
    options: settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]),
    held: isByVariable ? [...held, ...document.groups.filter((one) => namesCa(one))] : held,
    isByVariable,
  }
}
