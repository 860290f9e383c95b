import { useSearchParams } from 'react-router'

import type { Service } from '../../api/read.ts'
import { stateWord } from '../../components/service-status.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Note } from '../../ui/notice.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { formatDay } from '../../ui/relative-time.tsx'
import { chooseUser } from './chosen-user.ts'
import { ConnectionTable } from './connection-table.tsx'
import { chooseEndpoint, ENDPOINT_PARAMS } from './endpoint-choice.ts'
import { RunbookActions } from './runbook-actions.tsx'
import { shareLink } from './share-link.ts'

/** Why there is nothing to connect to, by state. */
const NO_ENDPOINT: Record<string, string> = {
  POWEROFF: 'The service is powered off, so it has no endpoint now. Host and port appear here once it runs again.',
  REBUILDING: 'The service is being built. Host, port and users appear here once it has an endpoint.',
}

const whyNoEndpoint = ({ service_type, state, problems }: Service): string => {
  if (problems.length > 0) return 'No endpoint of this service could be read; see above.'
  if (service_type === 'kafka_mirrormaker')
    return 'MirrorMaker connects to other services; clients do not connect to it.'
  return NO_ENDPOINT[state ?? ''] ?? `The API names no endpoint of this service (state: ${stateWord(state)}).`
}

/** How to connect: one tab per component, choices where a component has several endpoints, and the table. */
export const ConnectionInformation = ({ project, service }: { project: string; service: Service }) => {
  const [params, setParams] = useSearchParams()
  const chosen = (wishes: URLSearchParams) =>
    chooseEndpoint(service.service_type, service.components, (name) => wishes.get(name))
  const choice = chosen(params)
  const { endpoint, tabs, questions, unmet } = choice
  const write = (change: (next: URLSearchParams) => void) => {
    setParams(
      (previous) => {
        const next = new URLSearchParams(previous)
        change(next)
        return next
      },
      { replace: true },
    )
  }
  /** One choice changes; the others hold as far as there is such an endpoint, and leave the URL where not. */
  const choose = (name: string) => (value: string) => {
    write((next) => {
      next.set(name, value)
      const after = chosen(next)
      const held = new Map(after.questions.map((question) => [question.name, question.value]))
      held.set('component', after.endpoint?.component ?? '')
      for (const param of ENDPOINT_PARAMS) if (next.get(param) !== held.get(param)) next.delete(param)
    })
  }
  const user = chooseUser(service.users, params.get('user'))
  const link = shareLink(location.origin, project, service.service_name, choice, user.user?.username)
  const content = (
    <>
      {questions.length > 0 && (
        <div className="flex flex-wrap gap-x-6 gap-y-3 py-3">
          {questions.map(({ name, legend, value, options }) => (
            <Choice key={name} legend={legend} value={value} options={options} onChange={choose(name)} />
          ))}
        </div>
      )}
      <ConnectionTable
        // Another endpoint or user: what was shown, said or kept of the last one goes.
        key={JSON.stringify([endpoint, user.user?.username, user.missing])}
        project={project}
        service={service}
        endpoint={endpoint}
        user={user}
        onUser={(username) => {
          write((next) => {
            next.set('user', username)
          })
        }}
      />
    </>
  )
  return (
    <section aria-labelledby="connection-information" className="rounded-lg border border-border bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
        <h2 id="connection-information" className="text-base font-semibold">
          Connection information
        </h2>
        <RunbookActions project={project} service={service} link={link} />
      </div>
      <p className="mb-3 hidden text-xs wrap-anywhere print:block">
        Project {project}. Printed on {formatDay(new Date())} from {link}
      </p>
      {!endpoint && (
        <div className="mb-3">
          <Note>{whyNoEndpoint(service)} The CA certificate can be had already: it belongs to the project.</Note>
        </div>
      )}
      {endpoint && unmet.length > 0 && (
        <div className="mb-3">
          <Note>This service has no endpoint with {unmet.join(', ')}. Another one is shown.</Note>
        </div>
      )}
      {tabs.length > 1 && endpoint ? (
        <Tabs label="Component" tabs={tabs} value={endpoint.component} onChange={choose('component')}>
          {content}
        </Tabs>
      ) : (
        content
      )}
    </section>
  )
}
