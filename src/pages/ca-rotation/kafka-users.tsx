import { useBackend } from '../../api/use-api.ts'
import { useState } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../api/service.ts'
import type { UserAddress } from '../../api/user.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { forEachConcurrent } from '../../lib/for-each-concurrent.ts'
import { ResetDialog } from '../../features/credentials/reset-dialog.tsx'
import { formatCount } from '../../lib/format-number.ts'
import { useTask } from '../../ui/use-task.ts'
import { paths } from '../../lib/paths.ts'
import { takesClientCertificates } from '../../domain/client-certificates.ts'
import type { Certificate } from '../../crypto/x509.ts'
import { Button } from '../../ui/button.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { usersWithIssuers, type Issuer, type UserIssuer } from './user-issuers.ts'
import { Outcome } from '../../ui/outcome.tsx'

const WORDS: Record<Issuer, { word: string; className: string }> = {
  old: { word: 'Old CA: reset, then deploy', className: 'text-required font-medium' },
  new: { word: 'New CA', className: 'text-ok' },
  other: { word: 'None of the CAs of this project', className: 'text-bad font-medium' },
  unchecked: { word: 'Couldn’t be checked', className: 'text-unknown' },
}

const ORDER: readonly Issuer[] = ['old', 'other', 'unchecked', 'new']

const bySeverity = (a: UserIssuer, b: UserIssuer) => ORDER.indexOf(a.issuer) - ORDER.indexOf(b.issuer)

/** Services whose users have certificates, and may need them: elsewhere, a reset would only change passwords. */
export const withUserCertificates = (services: readonly Service[]): Service[] =>
  services.filter(
    (service) =>
      takesClientCertificates(service) !== false &&
      service.users.some((user) => user.access_cert_not_valid_after_time !== undefined),
  )

const summary = (found: readonly UserIssuer[], isRotating: boolean): string => {
  if (!isRotating) {
    const strangers = found.filter(({ issuer }) => issuer === 'other').length
    const certificates = formatCount(found.length, 'certificate')
    return strangers === 0
      ? `The project\u2019s CA signed all that could be checked of ${certificates}.`
      : `${String(strangers)} of ${certificates} aren’t signed by the project\u2019s CA.`
  }
  const old = found.filter(({ issuer }) => issuer === 'old').length
  const unchecked = found.filter(({ issuer }) => issuer === 'unchecked').length
  const rest = unchecked > 0 ? ` ${formatCount(unchecked, 'certificate')} couldn’t be checked.` : ''
  return old === 0
    ? `None of ${formatCount(found.length, 'certificate')} that could be checked is signed by the old CA.${rest}`
    : `${String(old)} of ${formatCount(found.length, 'certificate')} are signed by the old CA.${rest}`
}

interface KafkaUsersProps {
  project: string
  services: readonly Service[]
  /** The project's CA certificates, the oldest first. */
  cas: readonly Certificate[]
}

/** Which CA signed each Kafka user's certificate, during and after a rotation. Requested by a button. */
export const KafkaUsers = ({ project, services, cas }: KafkaUsersProps) => {
  const backend = useBackend()
  const isRotating = cas.length > 1
  const [found, setFound] = useState<readonly UserIssuer[]>()
  const [resetting, setResetting] = useState<UserAddress>()
  const { busy, message, failure, run, cancel } = useTask<'look'>()
  const look = () =>
    void run('look', async ({ signal }) => {
      const all: UserIssuer[] = []
      let problem: unknown
      await forEachConcurrent(services, signal, async ({ service_name }) => {
        try {
          all.push(...(await usersWithIssuers(backend, project, service_name, cas)))
        } catch (error) {
          problem ??= error
        }
      })
      // A partial result must not look complete.
      signal.throwIfAborted()
      if (problem !== undefined) throw problem
      setFound(all.toSorted(bySeverity))
      return summary(all, isRotating)
    })
  return (
    <section aria-labelledby="kafka-users" className="space-y-2 rounded-lg border border-border bg-surface p-4">
      <h2 id="kafka-users" className="text-base font-semibold">
        {isRotating ? 'Kafka users that hold certificates of the old CA' : 'Who signed the certificates of Kafka users'}
      </h2>
      <p className="max-w-3xl text-muted">
        A certificate’s signature shows which CA issued it. This reads the credentials of all users of{' '}
        {formatCount(services.length, 'Kafka service')}, checks the certificates in your browser, and keeps nothing.
      </p>
      <Button icon="search" busy={busy !== undefined} onClick={look}>
        {found ? 'Check again' : 'Check the users'}
      </Button>
      {busy && <Waiting onCancel={cancel} />}
      <Outcome tone="neutral">{message}</Outcome>
      {failure && (
        <ApiProblem
          error={failure.error}
          what="The users' certificates couldn’t be checked."
          busy={busy !== undefined}
          onRetry={look}
        />
      )}
      {found && found.length > 0 && (
        <ul aria-label="Users and their CA" className="divide-y divide-border">
          {found.map(({ service, username, issuer, why }, index) => (
            <li
              key={`${service}/${username}/${String(index)}`}
              className="grid gap-x-6 gap-y-1 py-2 lg:grid-cols-[1fr_16rem_10rem] lg:items-center"
            >
              <span className="min-w-0 wrap-anywhere">
                <span className="font-medium">{username}</span> of{' '}
                <Link
                  to={`${paths.service(project, service)}?${new URLSearchParams({ user: username }).toString()}`}
                  className="text-accent underline"
                >
                  {service}
                </Link>
              </span>
              <span className={`min-w-0 ${WORDS[issuer].className}`}>
                {issuer === 'new' && !isRotating ? 'The current CA' : WORDS[issuer].word}
                {why !== undefined && <span className="block text-xs font-normal">{why}</span>}
              </span>
              {(issuer === 'old' || issuer === 'other') && (
                <Button
                  aria-label={`Reset and download: ${username} of ${service}`}
                  onClick={() => {
                    setResetting({ project, service, username })
                  }}
                >
                  Reset and download
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {resetting && (
        <ResetDialog
          user={resetting}
          withCertificate
          oldEnds={undefined}
          onClose={() => {
            setResetting(undefined)
          }}
        />
      )}
    </section>
  )
}
