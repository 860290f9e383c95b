/** `ssl: { … }`, `tls: { … }`: options that clients of Node.js hand to its tls.connect(). */
import { isNeither, truth, type Judged, type Params } from '../verdict.ts'

/** Whether an object of TLS options, as its text, takes one from a variable of the same name: `{ ca, ... }`. */
const hasShorthand = (options: string, name: string): boolean =>
  new RegExp(`[{,]\\s*${name}\\s*[,}]`, 'i').test(options)

/** `{ ca, ...others }`, but not a list of CAs. */
const hasSpread = (options: string): boolean => /[{,]\s*\.{3}/.test(options.replaceAll(/\[[^\][]*\]/g, ''))

/** A CA that is none: Node.js then trusts its public ones. */
export const isMissing = (ca: string): boolean => /^(?:null|undefined|''|""|)$/.test(ca.trim())
/** A CA on a condition, or a variable of the environment. */
export const mayBeMissing = (ca: string): boolean =>
  /^process\s*\.\s*env\b[\w.\s[\]'"]*$/.test(ca) || /\s\?|\|\||&&/.test(ca)

/**
 * What such options come to; undefined where there are none.
 * @param params by lower-case name, those of the object as `ssl.ca`
 * @param name `ssl` or `tls`
 */
export const nodeTls = (params: Params, name: string): Judged | undefined => {
  const value = params.get(name)
  if (value === undefined) return undefined
  const of = (option: string) =>
    params.get(`${name}.${option}`) ?? (hasShorthand(value, option) ? 'a variable' : undefined)
  if (truth(value) === false) return ['plain', `${name}: false turns TLS off.`]
  if (truth(of('rejectunauthorized')) === false) return ['none', 'rejectUnauthorized: false accepts any server.']
  if (hasSpread(value)) return ['depends', `What is spread into ${name} counts as well: the text doesn’t show it.`]
  if (isNeither(of('rejectunauthorized'))) return ['depends', 'The text doesn’t show the value of rejectUnauthorized.']
  if (of('checkserveridentity') !== undefined)
    return ['depends', 'A custom checkServerIdentity replaces the host name check.']
  const ca = of('ca')
  if (ca !== undefined && mayBeMissing(ca))
    return ['depends', 'Whether there is a CA isn’t certain: without one it trusts only Node.js’s public CAs.']
  // A condition, a call, a variable: its objects may be one of several.
  if (truth(value) !== true && !value.startsWith('{')) return ['depends', `The text doesn’t show the value of ${name}.`]
  return ca !== undefined && !isMissing(ca)
    ? ['full', `With ${name}: { ca } it verifies the CA and the host name.`]
    : ['public', 'Without ca it trusts only Node.js’s public CAs: servers signed by the project CA are rejected.']
}
