/**
 * When certificates expire, their state, and what to do about it. Pure functions: facts and a time in,
 * plain data out.
 *
 * What is known of Aiven's certificates: service users' are valid for 820 days, and a new one, with a new key, is
 * made about three months before the end; the old one works until its own end, and reminders stop when the user is
 * acknowledged. (https://aiven.io/docs/products/kafka/howto/renew-ssl-certs, read 2026-11-23)
 */
/** A certificate is "expiring" this many days before its end, when Aiven creates the next one. */
const EXPIRING_DAYS = 90

const DAY_MS = 86_400_000

/**
 * - `valid`: nothing to do.
 * - `renewed`: a newer one is there beside one that is running out; to be deployed, then acknowledged.
 * - `expiring`: ends within 90 days, and there is no newer one.
 * - `expired`: has ended.
 * - `rotation`: a CA that is being replaced by another.
 * - `unused`: a user's certificate of a service that takes none: nothing breaks when it ends.
 * - `unknown`: the API names no end that can be read.
 */
export type ExpiryState = 'valid' | 'renewed' | 'expiring' | 'expired' | 'rotation' | 'unused' | 'unknown'

export const EXPIRY_STATES = ['expired', 'renewed', 'expiring', 'rotation', 'unknown', 'valid', 'unused'] as const

/** Whether a state needs action. */
export const needsAttention = (state: ExpiryState): boolean => state !== 'valid' && state !== 'unused'

export interface Expiry {
  readonly state: ExpiryState
  /** When the certificate that clients should use ends. */
  readonly ends: Date | undefined
  /**
   * When something stops working if nobody does anything: the old certificate's end while there is a newer one.
   * Undefined where that isn't known, and where nothing does.
   */
  readonly deadline: Date | undefined
}

const byTime = (ends: Date, now: Date): ExpiryState => {
  if (ends <= now) return 'expired'
  return ends.getTime() - now.getTime() <= EXPIRING_DAYS * DAY_MS ? 'expiring' : 'valid'
}

/** A time from the API; undefined if missing or unreadable. */
const readTime = (iso: string | undefined): Date | undefined => {
  const time = new Date(iso ?? NaN)
  return Number.isNaN(time.getTime()) ? undefined : time
}

/** A service user as the API describes it, as far as certificates go. */
export interface UserCertificateTimes {
  readonly access_cert_not_valid_after_time?: string | undefined
  /** The old certificate's end; there only while a newer one waits to be acknowledged. */
  readonly expiring_cert_not_valid_after_time?: string | undefined
}

/** A service user's certificate; undefined for users without one. */
export const userExpiry = (user: UserCertificateTimes, now: Date): Expiry | undefined => {
  const { access_cert_not_valid_after_time: current, expiring_cert_not_valid_after_time: old } = user
  if (current === undefined && old === undefined) return undefined
  const ends = readTime(current)
  const oldEnds = readTime(old)
  // A newer one that has expired too doesn't help, acknowledged or not.
  if (oldEnds && (!ends || ends > now)) return { state: 'renewed', ends, deadline: oldEnds }
  if (!ends) return { state: 'unknown', ends, deadline: undefined }
  return { state: byTime(ends, now), ends, deadline: ends }
}

/** A certificate's validity period. */
export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

/** A project's CA certificates, the oldest first: that one is in use until a rotation ends. */
export const oldestFirst = <T extends Validity>(certificates: readonly T[]): T[] =>
  certificates.toSorted((a, b) => a.notBefore.getTime() - b.notBefore.getTime())

/**
 * One certificate of a project's CA.
 * @param replaced a newer one is there, or maintenance that brings one
 */
export const caExpiry = ({ notAfter }: Validity, replaced: boolean, now: Date): Expiry => {
  const state = byTime(notAfter, now)
  return { state: replaced && state !== 'expired' ? 'rotation' : state, ends: notAfter, deadline: notAfter }
}

/** Matches Aiven's names of the two maintenance updates of a CA rotation; the rest of the name may change. */
const ROTATION_UPDATE = /\btls certificate\b/i

/** Whether a maintenance update is a step of a CA rotation. */
export const isRotationUpdate = (description: string | undefined): boolean => ROTATION_UPDATE.test(description ?? '')
