/** One line of the inventory of certificates: whose it is, when it ends, and what to do about it. */
import type { Expiry, ExpiryState } from './expiry.ts'

export interface CertificateRow extends Expiry {
  /** A project's CA, or a service user's certificate. */
  readonly kind: 'ca' | 'user'
  /** Unique id, which stays the same when the certificate is renewed. */
  readonly id: string
  readonly project: string
  /** Service and user, of user certificates. */
  readonly service: string | undefined
  readonly username: string | undefined
  /** Names of the services whose clients need it. */
  readonly usedBy: readonly string[]
  /** SHA-256, for CAs only; undefined on a page without WebCrypto, or if the certificate isn't fetched. */
  readonly sha256: string | undefined
  /** A CA that comes with an older one, which it will replace. */
  readonly next: boolean
}

/** A certificate's name: "CA of demo-shop", "avnadmin of events". */
export const rowName = ({ kind, project, service = '', username = '', next }: CertificateRow): string =>
  kind === 'ca' ? `${next ? 'New CA' : 'CA'} of ${project}` : `${username} of ${service}`

const CA_ADVICE: Record<ExpiryState, string> = {
  valid: 'Nothing.',
  renewed: 'Nothing.',
  expiring:
    'A new CA is due. Aiven notifies the project’s contacts and provides it alongside this one. Check back here, and plan for it.',
  expired:
    'Clients that verify with it can’t connect. Download the current CA; if it’s this one, contact Aiven support.',
  unused: 'Nothing.',
  rotation: 'Deploy the new file to every client before the services switch to the new CA.',
  unknown: 'Inspect the certificate.',
}

const USER_ADVICE: Record<ExpiryState, string> = {
  valid: 'Nothing. Aiven renews it about three months before it ends.',
  renewed: 'Deploy the new key and certificate before the old ones end, then acknowledge.',
  expiring: 'Not renewed yet. Aiven renews it about three months before it ends; if it doesn’t, reset the credentials.',
  expired: 'Clients that use it can’t connect. Reset the credentials, and deploy the new key and certificate.',
  rotation: 'Nothing.',
  unused:
    'Nothing: no endpoint of the service takes client certificates. A reset would also change the password, and cut off clients that log in with it.',
  unknown: 'The API gives no readable end date. Inspect the certificate.',
}

/** What to do about a certificate, in one or two sentences. */
export const advice = ({ kind, state, deadline, next }: CertificateRow, now: Date): string => {
  if (kind === 'ca') return next && state === 'valid' ? 'Install it beside the current CA.' : CA_ADVICE[state]
  return state === 'renewed' && deadline && deadline <= now
    ? 'The old certificate has expired: clients that still use it can’t connect. Deploy the new key and certificate, then acknowledge.'
    : USER_ADVICE[state]
}
