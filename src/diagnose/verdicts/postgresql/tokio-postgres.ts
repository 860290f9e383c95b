/** tokio-postgres: what its address asks for, and what the connector that the code passes verifies. */
import { ANY_SERVER, FULL } from '../common-words.ts'
import { DISABLED, NO_FALLBACK, NO_SUCH_MODE } from './postgresql-words.ts'
import type { Judged, Params } from '../verdict.ts'

const NO_TLS = /^(?:\w+::)?NoTls$/

const byNoTls = (mode: string | undefined): Judged =>
  mode === 'require'
    ? ['fails', 'With NoTls, tokio-postgres can’t do what sslmode=require asks for. Pass a TLS connector.']
    : ['plain', 'With NoTls, nothing is encrypted.']

/** What the builder of native-tls makes; undefined for other connectors, and where there may be several. */
const byNativeTls = (words: string): Judged | undefined => {
  if ((words.match(/\bTlsConnector :: builder\b/g) ?? []).length !== 1) return undefined
  const of = (option: string) => new RegExp(`\\b${option} \\( ?(\\w*)`).exec(words)?.[1]
  const [certs, names] = [of('danger_accept_invalid_certs'), of('danger_accept_invalid_hostnames')]
  if ([certs, names].some((value) => value !== undefined && value !== 'true' && value !== 'false')) return undefined
  if (certs === 'true') return ['none', ANY_SERVER]
  if (!/\badd_root_certificate\b/.test(words))
    return ['public', 'Without add_root_certificate it trusts only the system’s CAs.']
  return names === 'true' ? ['chain', 'danger_accept_invalid_hostnames turns the host name check off.'] : FULL
}

/**
 * What tokio-postgres makes of an address and its connector; undefined where the text doesn't show the connector.
 * @param passed what is passed beside the address
 */
export const tokioPostgres = (params: Params, passed: readonly string[], words: string): Judged | undefined => {
  const mode = params.get('sslmode')
  if (!/^(?:disable|prefer|require)$/.test(mode ?? 'prefer')) return ['fails', NO_SUCH_MODE]
  if (params.has('sslrootcert'))
    return ['fails', 'tokio-postgres doesn’t know sslrootcert: the connector that the code passes names the CA.']
  if (passed.some((value) => NO_TLS.test(value))) return byNoTls(mode)
  const judged = byNativeTls(words)
  if (!judged) return undefined
  if (mode === 'disable') return ['plain', DISABLED]
  return mode === 'require' ? judged : ['none', NO_FALLBACK]
}
