import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { BundleButton } from '../../../features/bundles/bundle-button.tsx'
import { UnwritableError } from '../../../snippets/escape.ts'
import { renderGuide, type ConnectionFacts, type Guide, type Rendered, type System } from '../../../snippets/guide.ts'
import { paths } from '../../../lib/paths.ts'
import { usesServiceUser } from '../../../domain/connection.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { Choice } from '../../../ui/choice.tsx'
import { Problem } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { usePassword } from '../../../features/credentials/use-password.ts'
import { SYSTEMS } from './connect-choice.ts'
import { ConnectSteps } from './connect-steps.tsx'
import { NeededFiles } from './needed-files.tsx'
import { PasswordLine } from './password-line.tsx'
import { ProofBadge, ProofLine } from './proof-line.tsx'

const TopicSteps = onDemand(
  async () => (await import('./topic-steps.tsx')).TopicSteps,
  <Skeleton className="h-96 w-full" />,
)

interface ConnectGuideProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  verdict: Verdict
  /** Without a password: this is where it is put in. */
  facts: ConnectionFacts
  guide: Guide
  system: System
  onSystem: (system: string) => void
  /** Where the files lie, to be said. */
  folder: ReactNode
  /** Of Kafka: what is to be written to and read from. */
  topic: string | undefined
}

/** @returns what the client can't be given, as a sentence, where it can't */
const tryRender = (...[guide, facts, system]: Parameters<typeof renderGuide>): Rendered | string => {
  try {
    return renderGuide(guide, facts, system)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return error.message
  }
}

/** One client's way to one endpoint as one user: steps, files, and what is proven of it. */
export const ConnectGuide = (props: ConnectGuideProps) => {
  const { project, service, user, verdict, facts, guide, system, onSystem, folder, topic } = props
  const { user: username, authentication, component } = facts
  const password = usePassword(project, service.service_name, username)
  const withPassword = authentication !== 'certificate' && guide.language !== 'form' && usesServiceUser(component)
  const rendered = tryRender(guide, { ...facts, password: password.revealed }, system)
  return (
    <section aria-labelledby="guide" className="space-y-4 rounded-lg border border-border bg-surface p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 id="guide" tabIndex={-1} className="text-base font-semibold">
          {guide.name}
        </h2>
        <ProofBadge guide={guide} facts={facts} />
        <div className="sm:ml-auto">
          <Choice legend="Operating system" hideLegend value={system} options={SYSTEMS} onChange={onSystem} />
        </div>
      </div>
      {withPassword && <PasswordLine username={username} password={password} />}
      {typeof rendered === 'string' ? (
        <Problem testId="unwritable">{rendered} Choose another client.</Problem>
      ) : (
        <>
          <ConnectSteps
            guide={guide}
            rendered={rendered}
            files={
              <NeededFiles
                project={project}
                service={service}
                user={user}
                verdict={verdict}
                facts={facts}
                needs={rendered.needs}
                folder={folder}
              />
            }
          />
          {topic !== undefined && <TopicSteps facts={facts} guide={guide} system={system} topic={topic} />}
          {rendered.run && (
            <BundleButton
              project={project}
              service={service.service_name}
              username={user?.username}
              facts={facts}
              guide={guide}
              system={system}
            />
          )}
          <p className="text-muted print:hidden">
            Got an error?{' '}
            <Link
              to={paths.check({ project, service: service.service_name, client: guide.id })}
              className="text-accent underline"
            >
              Check the message
            </Link>
          </p>
          <ProofLine guide={guide} facts={facts} system={system} />
        </>
      )}
    </section>
  )
}
