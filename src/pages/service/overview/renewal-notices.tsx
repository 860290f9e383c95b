import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import type { Service } from '../../../api/service.ts'
import { AcknowledgeRenewal } from '../../../features/credentials/acknowledge-renewal.tsx'
import { NewPair } from '../../../features/credentials/new-pair.tsx'
import { ResetAndDownload } from '../../../features/credentials/reset-and-download.tsx'
import { ExpiryMark } from '../../../features/certificates/expiry-state.tsx'
import { formatDay } from '../../../lib/date-format.ts'
import { formatCount } from '../../../lib/format-number.ts'
import { paths } from '../../../lib/paths.ts'
import { serviceUserExpiry } from '../../../domain/client-certificates.ts'
import type { Expiry } from '../../../domain/expiry.ts'
import { daysLeft } from '../../../crypto/x509.ts'
import { Note, Warning } from '../../../ui/notice.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { Outcome } from '../../../ui/outcome.tsx'

/** Number of users listed here; the rest are in the table of all certificates. */
const MAX_SHOWN = 3

interface Notice {
  readonly username: string
  readonly expiry: Expiry
  readonly deadline: Date
}

/** Users whose certificate has been renewed, ends within 90 days or has ended: the most urgent first. */
const noticesOf = (service: Service, now: Date): Notice[] =>
  service.users
    .flatMap((user) => {
      const expiry = serviceUserExpiry(service, user, now)
      return expiry?.deadline && expiry.state !== 'valid'
        ? [{ username: user.username, expiry, deadline: expiry.deadline }]
        : []
    })
    .toSorted((a, b) => a.deadline.getTime() - b.deadline.getTime())

/** What happens when, and what to do, as the end of a sentence that begins with the user's name. */
const whatHappens = ({ expiry: { state, ends }, deadline }: Notice, now: Date): string => {
  const day = formatDay(deadline)
  const left = `${day} (${formatCount(daysLeft(deadline, now), 'day')} left)`
  if (state === 'renewed') {
    const old =
      deadline > now
        ? `the old certificate works until ${left}, then clients that still have it can’t connect.`
        : `the old certificate expired on ${day}: clients that still have it can’t connect.`
    return `${old} Deploy the new key and certificate${ends ? `, good until ${formatDay(ends)}` : ''}; then acknowledge.`
  }
  return state === 'expired'
    ? `the certificate expired on ${day}: clients that use it can’t connect. Reset the credentials, then deploy the new key and certificate.`
    : `the certificate ends on ${left}, and isn’t renewed yet. Aiven renews it about three months before it ends; if it doesn’t, reset the credentials.`
}

interface RenewalNoticeProps {
  project: string
  service: string
  notice: Notice
  onDone: (message: string) => void
}

/** Link to the rows of the user's key and certificate, further up. */
const LinkToPair = ({ username }: { username: string }) => (
  <Link
    to={{ search: new URLSearchParams({ component: 'kafka', auth: 'certificate', user: username }).toString() }}
    replace
    aria-label={`Key and certificate of ${username}`}
    onClick={() => {
      document.querySelector('#connection-information')?.scrollIntoView()
    }}
    className="inline-flex min-h-8 items-center text-accent underline"
  >
    Key and certificate
  </Link>
)

/** A user whose certificate has been renewed: the new pair to deploy, then the acknowledgement. */
const Renewed = ({ project, service, notice: { username, deadline }, onDone }: RenewalNoticeProps) => {
  const user = { project, service, username }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <NewPair user={user} />
      <AcknowledgeRenewal user={user} oldEnds={deadline} onDone={onDone} />
    </div>
  )
}

const RenewalNotice = (props: RenewalNoticeProps) => {
  const { notice } = props
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2 lg:grid-cols-[7.75rem_1fr_auto]">
      <p>
        <ExpiryMark state={notice.expiry.state} />
      </p>
      <p className="max-w-3xl wrap-anywhere lg:py-0.5">
        <strong className="font-semibold">{notice.username}</strong>: {whatHappens(notice, new Date())}
      </p>
      {notice.expiry.state === 'renewed' ? (
        <Renewed {...props} />
      ) : (
        <div className="flex flex-wrap items-start gap-x-4 gap-y-1">
          <LinkToPair username={notice.username} />
          <ResetAndDownload username={notice.username} />
        </div>
      )}
    </li>
  )
}

const ID = 'renewals'

/** The selected user comes first. */
const useNotices = (service: Service): readonly Notice[] => {
  const [params] = useSearchParams()
  const wanted = params.get('user')
  return noticesOf(service, new Date()).toSorted(
    (a, b) => Number(b.username === wanted) - Number(a.username === wanted),
  )
}

const happened = ({ expiry: { state }, deadline }: Notice): string => {
  const past = deadline <= new Date()
  if (state === 'renewed') return `is renewed; the old one ${past ? 'expired' : 'ends'}`
  return past ? 'expired' : 'ends'
}

const isExpired = ({ expiry: { state } }: Notice): boolean => state === 'expired'
const isRenewed = ({ expiry: { state } }: Notice): boolean => state === 'renewed'

/** One line at the top of the page: the worst problem, and a link to what to do. It's short because the certificates come first. */
export const RenewalSummary = ({ service }: { service: Service }) => {
  const [first, ...others] = noticesOf(service, new Date()).toSorted(
    (a, b) => Number(isExpired(b)) - Number(isExpired(a)) || Number(isRenewed(a)) - Number(isRenewed(b)),
  )
  if (!first) return null
  const Notice = isExpired(first) ? Warning : Note
  return (
    <Notice testId="renewal-summary">
      <p className="wrap-anywhere">
        The certificate of <bdi>{first.username}</bdi> {happened(first)}{' '}
        <RelativeTime iso={first.deadline.toISOString()} withDay />.{' '}
        <a href={`#${ID}`} className="underline">
          {others.length === 0 ? 'What to do' : `${formatCount(others.length + 1, 'certificate')} that need attention`}
        </a>
      </p>
    </Notice>
  )
}

/** What stops working here, when, and what to do: below the files concerned. Renders nothing if all is well. */
export const RenewalNotices = ({ project, service }: { project: string; service: Service }) => {
  const notices = useNotices(service)
  const { service_name: name } = service
  const [done, setDone] = useState('')
  const section = useRef<HTMLElement>(null)
  // The button that had the focus is no longer there.
  useEffect(() => {
    if (done !== '') section.current?.focus()
  }, [done])
  if (notices.length === 0 && done === '') return null
  return (
    <section
      ref={section}
      id={ID}
      tabIndex={-1}
      aria-labelledby="renewals-heading"
      className="rounded-lg border border-border bg-surface outline-none"
    >
      <h2 id="renewals-heading" className="px-4 pt-3 text-base font-semibold">
        Certificates that need attention
      </h2>
      <div className="px-4 py-1">
        <Outcome>{done}</Outcome>
      </div>
      <ul className="divide-y divide-border">
        {notices.slice(0, MAX_SHOWN).map((notice) => (
          <RenewalNotice key={notice.username} project={project} service={name} notice={notice} onDone={setDone} />
        ))}
      </ul>
      {notices.length > MAX_SHOWN && (
        <p className="border-t border-border px-4 py-3">
          <Link to={paths.certificates({ project, search: name })} className="text-accent underline">
            All {notices.length} certificates of this service that need attention
          </Link>
        </p>
      )}
    </section>
  )
}
