import { useEffect, useRef, useState, type ReactNode } from 'react'

import { resetCredentials, type UserAddress } from '../../api/user.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { useWrite } from '../writes/use-write.ts'
import { WriteCommand } from '../writes/write-command.tsx'
import { WriteProblem } from '../writes/write-problem.tsx'
import { AcknowledgeRenewal } from './acknowledge-renewal.tsx'
import { NewPair } from './new-pair.tsx'
import { NewPassword } from './new-password.tsx'
import { isolated } from '../../lib/isolated.ts'

interface ResetDialogProps {
  user: UserAddress
  /** Whether the user has a certificate as well as a password. */
  withCertificate: boolean
  /** When the old certificate ends, if Aiven is still waiting for a renewal to be acknowledged. */
  oldEnds: Date | undefined
  onClose: () => void
}

interface StepProps {
  title: string
  state: 'later' | 'now' | 'done'
  children: ReactNode
}

const Step = ({ title, state, children }: StepProps) => (
  <li aria-current={state === 'now' ? 'step' : undefined} className="border-t border-border py-3 first:border-t-0">
    <h3 className={`mb-1 flex items-center gap-2 font-semibold ${state === 'later' ? 'text-muted' : ''}`}>
      {state === 'done' && <Icon name="check" className="text-ok" />}
      {title}
    </h3>
    {children}
  </li>
)

const WhatBreaks = ({ user: { username, service, project }, withCertificate }: Omit<ResetDialogProps, 'onClose'>) => (
  <>
    <p className="wrap-anywhere">
      User <bdi>{username}</bdi> of service <bdi>{service}</bdi>, project <bdi>{project}</bdi>:
    </p>
    <ul className="list-disc space-y-1 pl-5">
      <li>Aiven creates a new {withCertificate ? 'password, certificate and key' : 'password'}.</li>
      <li>The old ones stop working at once: clients that use them can&rsquo;t connect until you update them.</li>
      {withCertificate && <li>The new certificate is signed by the CA that the project uses now.</li>}
      <li>This can&rsquo;t be undone.</li>
    </ul>
  </>
)

/** Replaces leaked or expired credentials: says what breaks, resets, offers the download and lists what is left to do. */
export const ResetDialog = (props: ResetDialogProps) => {
  const { user, withCertificate, oldEnds, onClose } = props
  const { username } = user
  const [isReset, setIsReset] = useState(false)
  const [isTaken, setIsTaken] = useState(false)
  const [acknowledged, setAcknowledged] = useState('')
  const request = resetCredentials(user)
  const {
    busy,
    error,
    send: sendRequest,
  } = useWrite({
    onDone: () => {
      setIsReset(true)
    },
  })
  const send = () => {
    sendRequest(request)
  }
  const next = useRef<HTMLDivElement>(null)
  // The button that had the focus is no longer there.
  useEffect(() => {
    if (isReset) next.current?.querySelector('button')?.focus()
  }, [isReset])
  const taken = () => {
    setIsTaken(true)
  }
  return (
    <Dialog title={`Reset the credentials of ${isolated(username)}?`} onClose={onClose} mayClose={() => !busy}>
      <ol>
        <Step title="1. Reset" state={isReset ? 'done' : 'now'}>
          {!isReset && (
            <div className="space-y-2">
              <WhatBreaks {...props} />
              <Button variant="danger" busy={busy} onClick={send}>{`Reset ${isolated(username)}`}</Button>
              <WriteCommand request={request} />
              <WriteProblem
                error={error}
                refused="The credentials weren’t reset. Nothing has changed."
                doubtful="It isn’t known whether the credentials were reset. Look at them before you try again: each reset creates new ones."
                busy={busy}
                onRetry={send}
              />
            </div>
          )}
          <Outcome>
            {isReset && `The credentials of ${isolated(username)} were reset. The old ones don’t work any more.`}
          </Outcome>
        </Step>
        <Step
          title={withCertificate ? '2. Download the new pair' : '2. Copy the new password'}
          state={isTaken ? 'done' : isReset ? 'now' : 'later'}
        >
          {isReset && (
            <div ref={next} className="space-y-2">
              {withCertificate && <NewPair user={user} onSaved={taken} />}
              <NewPassword user={user} onCopied={withCertificate ? undefined : taken} />
            </div>
          )}
        </Step>
        <Step
          title={oldEnds === undefined ? '3. Update the clients' : '3. Update the clients, then acknowledge'}
          state={isTaken ? 'now' : 'later'}
        >
          {isReset && (
            <div className="space-y-2">
              <p>
                Give every client of <bdi>{username}</bdi> the new{' '}
                {withCertificate ? 'certificate, key and password' : 'password'}.
              </p>
              {oldEnds && acknowledged === '' && (
                <AcknowledgeRenewal user={user} oldEnds={oldEnds} onDone={setAcknowledged} />
              )}
              <Outcome>{acknowledged}</Outcome>
            </div>
          )}
        </Step>
      </ol>
    </Dialog>
  )
}
