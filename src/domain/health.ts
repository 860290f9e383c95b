/**
 * When the certificates of a service or project expire, and what follows from that. Lists, pages, counts and files all
 * use it. Pure functions: facts and a time in, plain data out.
 */
import { serviceUserExpiry, type ClientCertificateFacts } from './client-certificates.ts'
import {
  caExpiry,
  isRotationUpdate,
  needsAttention,
  oldestFirst,
  type Expiry,
  type ExpiryState,
  type UserCertificateTimes,
  type Validity,
} from './expiry.ts'
import { serviceVerdict } from './verdict.ts'

/** One certificate that clients of a service need. */
export interface HealthItem extends Expiry {
  readonly kind: 'ca' | 'user'
  /** Of user certificates. */
  readonly username: string | undefined
  /** A CA that comes with an older one, which it will replace. */
  readonly next: boolean
}

export interface Health {
  readonly state: ExpiryState
  /** The certificate that decides: the worst, or the first to end. Undefined where there is none. */
  readonly item: HealthItem | undefined
  /** All of them, the most urgent first. */
  readonly items: readonly HealthItem[]
}

/** What is known of a service. */
export interface HealthFacts extends ClientCertificateFacts {
  readonly users: readonly (UserCertificateTimes & { readonly username: string })[]
  readonly maintenance: { readonly updates: readonly { readonly description?: string | undefined }[] }
}

/** A project's CA certificates; undefined where they couldn't be read. */
export type CaFacts = readonly Validity[] | undefined

/** Whether maintenance that is a step of a CA rotation is ahead of a service. */
export const rotationAhead = ({ maintenance }: Pick<HealthFacts, 'maintenance'>): boolean =>
  maintenance.updates.some(({ description }) => isRotationUpdate(description))

const UNKNOWN_CA: HealthItem = {
  kind: 'ca',
  username: undefined,
  next: false,
  state: 'unknown',
  ends: undefined,
  deadline: undefined,
}

/**
 * A project's CA certificates, the oldest first.
 * @param ahead maintenance for a rotation is ahead of one of the project's services
 */
export const caHealth = <T extends Validity>(
  certificates: readonly T[],
  ahead: boolean,
  now: Date,
): (HealthItem & { readonly certificate: T })[] => {
  const ordered = oldestFirst(certificates)
  return ordered.map((certificate, index) => {
    const next = index > 0
    const replaced = !next && (ahead || ordered.length > 1)
    return { ...caExpiry(certificate, replaced, now), kind: 'ca', username: undefined, next, certificate }
  })
}

/** A service's users who hold a certificate. */
export const userHealth = (service: HealthFacts, now: Date): HealthItem[] =>
  service.users.flatMap((user) => {
    const expiry = serviceUserExpiry(service, user, now)
    return expiry ? [{ ...expiry, kind: 'user' as const, username: user.username, next: false }] : []
  })

/** Lower is worse. What needs attention goes first; expired goes before expiring. */
const severity = ({ state }: Expiry): number => {
  if (state === 'expired') return 0
  if (state === 'unknown') return 2
  return needsAttention(state) ? 1 : state === 'valid' ? 3 : 4
}

const time = ({ deadline, ends }: Expiry): number => (deadline ?? ends)?.getTime() ?? Infinity

/** The most urgent first. */
const compareUrgency = (a: Expiry, b: Expiry): number => {
  const [first, second] = [time(a), time(b)]
  return severity(a) - severity(b) || (first === second ? 0 : first - second)
}

/** Of several certificates: the worst of them decides, or the first to end. */
export const overallHealth = (items: readonly HealthItem[]): Health => {
  const ordered = items.toSorted(compareUrgency)
  const [item] = ordered
  return { state: item?.state ?? 'unused', item, items: ordered }
}

/** The CA certificates that a service needs: the project's, none, or unknown. */
const caItems = (service: HealthFacts, ca: CaFacts, ahead: boolean, now: Date): readonly HealthItem[] => {
  const { mark } = serviceVerdict(service)
  if (mark === 'optional') return []
  return mark === 'unknown' || ca === undefined ? [UNKNOWN_CA] : caHealth(ca, ahead, now)
}

/**
 * Health of one service: its CA if clients need it, and its users' certificates if an endpoint accepts them.
 * @param ahead maintenance for a rotation is ahead of one of the project's services
 */
export const serviceHealth = (service: HealthFacts, ca: CaFacts, ahead: boolean, now: Date): Health =>
  overallHealth([...caItems(service, ca, ahead, now), ...userHealth(service, now)])

/** Health of a project: its CA, even if no service needs it, and the certificates of all its services' users. */
export const projectHealth = (services: readonly HealthFacts[], ca: CaFacts, now: Date): Health =>
  overallHealth([
    ...(ca ? caHealth(ca, services.some(rotationAhead), now) : [UNKNOWN_CA]),
    ...services.flatMap((service) => userHealth(service, now)),
  ])

const DAY_MS = 86_400_000

/** Whether something stops working within so many days, or already has. */
export const endsWithin = ({ deadline }: Expiry, days: number, now: Date): boolean =>
  deadline !== undefined && deadline.getTime() - now.getTime() <= days * DAY_MS

/** Whether it hasn't stopped working yet, and will within so many days. */
export const endsSoon = (expiry: Expiry, days: number, now: Date): boolean =>
  endsWithin(expiry, days, now) && (expiry.deadline?.getTime() ?? 0) > now.getTime()
