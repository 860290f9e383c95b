import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import type { Service } from '../../api/read.ts'
import { AcknowledgeRenewal } from '../../components/acknowledge-renewal.tsx'
import { ExpiryMark } from '../../components/expiry-state.tsx'
import { paths } from '../../paths.ts'
import { userExpiry, type Expiry } from '../../tls/expiry.ts'
import { daysLeft } from '../../tls/x509.ts'
import { formatCount, formatDay } from '../../ui/relative-time.tsx'

/** So many users are spoken of here; the rest are in the table of all certificates. */
const MOST = 3

interface Notice {
  readonly username: string
  readonly expiry: Expiry
  readonly deadline: Date
}

/** Users whose certificate has been renewed, ends within 90 days or has ended: the most urgent first. */
const noticesOf = ({ users }: Service, now: Date): Notice[] =>
  users
    .flatMap((user) => {
      const expiry = userExpiry(user, now)
      return expiry?.deadline && expiry.state !== 'valid'
        ? [{ username: user.username, expiry, deadline: expiry.deadline }]
        : []
    })
    .toSorted((a, b) => a.deadline.getTime() - b.deadline.getTime())

const whatHappens = ({ username, expiry: { state, ends }, deadline }: Notice, now: Date): string => {
  const day = formatDay(deadline)
  const left = formatCount(daysLeft(deadline, now), 'day')
  if (state === 'renewed') {
    const old =
      deadline > now
        ? `The old certificate of ${username} works until ${day} (${left} left); clients that still have it are refused from then on.`
        : `The old certificate of ${username} ended on ${day}: clients that still have it are refused.`
    return `${old} A new key and certificate${ends ? `, good until ${formatDay(ends)},` : ''} are ready: download both, deploy them, then acknowledge.`
  }
  return state === 'expired'
    ? `The certificate of ${username} ended on ${day}: clients that use it are refused. Reset the credentials, then deploy the new key and certificate.`
    : `The certificate of ${username} ends on ${day} (${left} left). Aiven makes a new key and certificate about three months before the end; none is there yet. If none comes, reset the credentials.`
}

interface RenewalNoticeProps {
  project: string
  service: string
  notice: Notice
  onDone: (message: string) => void
}

const RenewalNotice = ({ project, service, notice, onDone }: RenewalNoticeProps) => {
  const { username, expiry, deadline } = notice
  const renewed = expiry.state === 'renewed'
  const search = new URLSearchParams({ component: 'kafka', auth: 'certificate', user: username }).toString()
  return (
    <li className="space-y-2 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ExpiryMark state={expiry.state} />
        <span className="font-medium wrap-anywhere">{username}</span>
      </p>
      <p className="max-w-3xl wrap-anywhere">{whatHappens(notice, new Date())}</p>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Link
          to={{ search }}
          replace
          onClick={() => {
            document.querySelector('#connection-information')?.scrollIntoView()
          }}
          className="inline-flex min-h-8 items-center text-accent underline"
        >
          {renewed ? `Get the new key and certificate of ${username}` : `See the key and certificate of ${username}`}
        </Link>
        {renewed && <AcknowledgeRenewal user={{ project, service, username }} oldEnds={deadline} onDone={onDone} />}
      </div>
    </li>
  )
}

/** What is about to stop working here, when, and what to do. Nothing where all is well. */
export const RenewalNotices = ({ project, service }: { project: string; service: Service }) => {
  const [params] = useSearchParams()
  const notices = noticesOf(service, new Date())
  // Whoever looks at one of the users sees that one.
  const wanted = params.get('user')
  const ordered = notices.toSorted((a, b) => Number(b.username === wanted) - Number(a.username === wanted))
  const { service_name: name } = service
  const [done, setDone] = useState('')
  const section = useRef<HTMLElement>(null)
  // The button that had the focus is gone by then.
  useEffect(() => {
    if (done !== '') section.current?.focus()
  }, [done])
  if (notices.length === 0 && done === '') return null
  return (
    <section
      ref={section}
      tabIndex={-1}
      aria-labelledby="renewals"
      className="rounded-lg border border-border bg-surface outline-none"
    >
      <h2 id="renewals" className="px-4 pt-3 text-base font-semibold">
        Certificates that need attention
      </h2>
      <p role="status" className="px-4 py-1 font-medium wrap-anywhere text-ok empty:sr-only">
        {done}
      </p>
      <ul className="divide-y divide-border">
        {ordered.slice(0, MOST).map((notice) => (
          <RenewalNotice key={notice.username} project={project} service={name} notice={notice} onDone={setDone} />
        ))}
      </ul>
      {notices.length > MOST && (
        <p className="border-t border-border px-4 py-3">
          <Link to={paths.certificates({ project, search: name })} className="text-accent underline">
            All {notices.length} certificates of this service that need attention
          </Link>
        </p>
      )}
    </section>
  )
}
