import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import type { ConnectionFacts, Guide, System } from '../../../snippets/guide.ts'
import { usesServiceUser } from '../../../domain/connection.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Problem } from '../../../ui/notice.tsx'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import { usePassword } from '../../../features/credentials/use-password.ts'
import { SYSTEMS } from './connect-choice.ts'
import { GuideContent } from './guide-content.tsx'
import { guideTemplate } from './guide-template.ts'
import { PasswordLine } from './password-line.tsx'
import { ProofBadge } from './proof-line.tsx'

interface ConnectGuideProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  verdict: Verdict
  /** Facts without the password, which is added here. */
  facts: ConnectionFacts
  guide: Guide
  system: System
  onSystem: (system: string) => void
  /** Folder of the files, for display. */
  folder: ReactNode
  /** Kafka only: the topic to write to and read from. */
  topic: string | undefined
}

/** The guide for one client, endpoint and user: steps, files, and test results. */
export const ConnectGuide = (props: ConnectGuideProps) => {
  const { project, service, user, verdict, facts, guide, system, onSystem, folder, topic } = props
  const { user: username, authentication, component } = facts
  const { data: template, error, isFetching, refetch } = useQuery(guideTemplate(guide))
  const password = usePassword(project, service.service_name, username)
  const withPassword = authentication !== 'certificate' && guide.language !== 'form' && usesServiceUser(component)
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
      {template ? (
        <GuideContent
          project={project}
          service={service}
          user={user}
          verdict={verdict}
          facts={facts}
          password={password.revealed}
          guide={guide}
          template={template}
          system={system}
          folder={folder}
          topic={topic}
        />
      ) : error ? (
        <Problem
          testId="guide-lost"
          actions={
            <Button busy={isFetching} onClick={() => void refetch()}>
              Retry
            </Button>
          }
        >
          The guide couldn&rsquo;t be loaded: the network is down, or the console was updated since you opened it. If
          Retry doesn&rsquo;t help, reload the page.
        </Problem>
      ) : (
        <>
          <Loading what="the guide" />
          <Skeleton className="h-160 w-full" />
        </>
      )}
    </section>
  )
}
