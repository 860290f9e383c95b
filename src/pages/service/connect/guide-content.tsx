import type { ReactNode } from 'react'
import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { BundleButton } from '../../../features/bundles/bundle-button.tsx'
import { UnwritableError } from '../../../snippets/escape.ts'
import {
  renderGuide,
  type ConnectionFacts,
  type Guide,
  type Rendered,
  type System,
  type Template,
} from '../../../snippets/guide.ts'
import { paths } from '../../../lib/paths.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { Problem } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { ConnectSteps } from './connect-steps.tsx'
import { NeededFiles } from './needed-files.tsx'
import { ProofLine } from './proof-line.tsx'

const TopicSteps = onDemand(
  async () => (await import('./topic-steps.tsx')).TopicSteps,
  <Skeleton className="h-96 w-full" />,
)

interface GuideContentProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  verdict: Verdict
  facts: ConnectionFacts
  /** The password, if the user included it. */
  password: string | undefined
  guide: Guide
  template: Template
  system: System
  /** Folder of the files, for display. */
  folder: ReactNode
  /** Kafka only: the topic to write to and read from. */
  topic: string | undefined
}

/** @returns a sentence if a value can't be written for the client */
const tryRender = (...args: Parameters<typeof renderGuide>): Rendered | string => {
  try {
    return renderGuide(...args)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return error.message
  }
}

/** The filled-in guide: steps, files, and test results. */
export const GuideContent = (props: GuideContentProps) => {
  const { project, service, user, verdict, facts, password, guide, template, system, folder, topic } = props
  const rendered = tryRender(template, { ...facts, password }, system)
  if (typeof rendered === 'string') return <Problem testId="unwritable">{rendered} Choose another client.</Problem>
  return (
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
      {topic !== undefined && <TopicSteps facts={facts} template={template} system={system} topic={topic} />}
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
  )
}
