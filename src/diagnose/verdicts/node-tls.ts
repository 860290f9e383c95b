/** `ssl: { … }`, `tls: { … }`: options that clients of Node.js hand to its tls.connect(). */
import { truth, type Judged, type Params } from './verdict.ts'

/** Whether an object of TLS options, as its text, names a CA by a variable of that name: `{ ca, ... }`. */
export const hasShorthandCa = (options: string): boolean => /[{,]\s*ca\s*[,}]/.test(options)

/**
 * What such options come to; undefined where there are none.
 * @param params by lower-case name, those of the object as `ssl.ca`
 * @param name `ssl` or `tls`
 */
export const nodeTls = (params: Params, name: string): Judged | undefined => {
  const value = params.get(name)
  const of = (option: string) => params.get(`${name}.${option}`)
  if (value === undefined) return undefined
  if (truth(value) === false) return ['plain', `${name}: false turns TLS off.`]
  if (truth(of('rejectunauthorized')) === false) return ['none', 'rejectUnauthorized: false accepts any server.']
  if (of('checkserveridentity') !== undefined)
    return ['depends', 'A custom checkServerIdentity replaces the host name check.']
  const ca = of('ca')
  if (ca !== undefined && /^process\s*\.\s*env\b[\w.\s[\]'"]*$/.test(ca))
    return ['depends', 'Without a value in that variable it trusts only Node.js’s public CAs.']
  if ((ca !== undefined && !/^(?:null|undefined)?$/.test(ca)) || hasShorthandCa(value))
    return ['full', `With ${name}: { ca } it verifies the CA and the host name.`]
  return truth(value) === true || value.startsWith('{')
    ? ['public', 'Without ca it trusts only Node.js’s public CAs: servers signed by the project CA are rejected.']
    : ['depends', `The text doesn’t show the value of ${name}.`]
}
