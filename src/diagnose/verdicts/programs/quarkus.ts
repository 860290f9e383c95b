/** Quarkus’ reactive data sources: an address, and settings for TLS beside it that count before what the address says. */
import type { Program } from './own-programs.ts'
import type { StringPlace } from '../finding.ts'
import { FULL, OPEN } from '../common-words.ts'
import { readConnectionString } from '../../settings/connection-string.ts'
import { isNeither, truth, type Judged, type Params } from '../verdict.ts'

const NAMES =
  /(?:^|\.)quarkus\.datasource\.(?:"?[\w-]+"?\.)?(reactive\.(?:url|trust-all|hostname-verification-algorithm|tls-configuration-name|(?:postgresql|mysql)\.ssl-mode|trust-certificate-(?:pem|jks|pfx)(?:\.(?:certs|path|enabled))?))$/
const SAYS = /reactive\.(?:(?:postgresql|mysql)\.ssl-mode|trust-all)$/

const judge = (own: Params): Judged | undefined => {
  const of = (name: string) => own.get(`reactive.${name}`)
  const address = readConnectionString((of('url') ?? '').replace(/^vertx-reactive:/, ''))
  if (!address || ![...own.keys()].some((name) => SAYS.test(name))) return undefined
  const mode = (of('postgresql.ssl-mode') ?? of('mysql.ssl-mode') ?? address.params.get('sslmode'))
    ?.toLowerCase()
    .replaceAll('_', '-')
  if (of('tls-configuration-name') !== undefined || isNeither(of('trust-all'))) return OPEN
  if (mode === 'disable' || mode === 'disabled' || (mode === undefined && address.scheme.startsWith('postgres')))
    return ['plain', 'Without ssl-mode, nothing is encrypted, whatever the other settings for TLS say.']
  if (mode === undefined || /^(?:allow|prefer|preferred)$/.test(mode))
    return ['none', 'It goes on in plain text with a server that says it has no TLS.']
  if (truth(of('trust-all')) === true) return ['none', 'trust-all accepts any server.']
  const algorithm = of('hostname-verification-algorithm') ?? 'NONE'
  const checksName = /^(?:https|ldaps)$/i.test(algorithm)
  if (!checksName && !/^(?:none|)$/i.test(algorithm)) return OPEN
  if (/^verify-(?:full|identity)$/.test(mode) && !checksName)
    return ['fails', 'This ssl-mode needs hostname-verification-algorithm=HTTPS: Quarkus doesn’t connect without it.']
  const hasTrust = ['pem.certs', 'jks.path', 'pfx.path'].some((name) => own.has(`reactive.trust-certificate-${name}`))
  if (!hasTrust)
    return ['depends', 'The text doesn’t show whom it trusts: name the CA with trust-certificate-pem.certs.']
  return checksName ? FULL : ['chain', 'Without hostname-verification-algorithm=HTTPS, the host name isn’t checked.']
}

export const QUARKUS: Program = {
  client: {
    name: 'Quarkus (reactive data source)',
    basis: 'read',
    source:
      'vertx-pg-client 4.5.21, PgConnectionFactory, and Quarkus’ recorders of its reactive clients, PgPoolRecorder.java',
  },
  names: NAMES,
  judge,
}

/** Whether an address is one of those: it’s judged with the settings beside it. */
export const isOfQuarkus = ({ group, literal }: StringPlace): boolean => {
  const own = group?.settings.find((one) => one.literal.range.start === literal.range.start)
  const before = own && /^(?:.*\.|)quarkus\.datasource\..*reactive\.(?=url$)/.exec(own.name)?.[0]
  return before !== undefined && group?.settings.some(({ name }) => name.startsWith(before) && SAYS.test(name)) === true
}
