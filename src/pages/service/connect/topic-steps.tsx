import { Link } from 'react-router'

import { CodeSnippet } from '../../../features/command-line/code-snippet.tsx'
import { paths } from '../../../lib/paths.ts'
import { UnwritableError } from '../../../snippets/escape.ts'
import { renderTopic, type ConnectionFacts, type System, type Template } from '../../../snippets/guide.ts'
import { Problem } from '../../../ui/notice.tsx'

interface TopicStepsProps {
  facts: ConnectionFacts
  template: Template
  system: System
  topic: string
}

const tryRender = (...args: Parameters<typeof renderTopic>) => {
  try {
    return renderTopic(...args)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return error.message
  }
}

/** How the client writes to a topic and reads from it, once it has connected. */
export const TopicSteps = ({ facts, template, system, topic }: TopicStepsProps) => {
  const steps = tryRender(template, facts, system, topic)
  const { project, service, user } = facts
  const acl = `${paths.service(project, service, 'acl')}?${new URLSearchParams({ user, topic }).toString()}`
  return (
    <section aria-labelledby="topic-steps" className="space-y-4 border-t border-border pt-4">
      <h3 id="topic-steps" className="font-semibold wrap-anywhere">
        Topic <bdi>{topic}</bdi>
      </h3>
      {typeof steps === 'string' && <Problem testId="unwritable">{steps}</Problem>}
      {steps.length === 0 && (
        <p className="text-muted">This guide has no producer or consumer. Choose another client.</p>
      )}
      {typeof steps !== 'string' &&
        steps.map(({ title, file, run }) => (
          <div key={title} className="space-y-2">
            <h4 className="font-medium">{title}</h4>
            {file && <CodeSnippet label={file.name} text={file.text} printable />}
            <CodeSnippet label={`command: ${title}`} text={run.text} printable />
          </div>
        ))}
      <p className="text-muted">
        The connection above was tested where its badge says so; these lines weren’t tested.{' '}
        <Link to={acl} className="text-accent underline">
          What may {user} do with <bdi>{topic}</bdi>?
        </Link>
      </p>
    </section>
  )
}
