import { Link } from 'react-router'

import type { Service } from '../../../api/service.ts'
import { formatDay } from '../../../lib/date-format.ts'
import { paths } from '../../../lib/paths.ts'
import { Note } from '../../../ui/notice.tsx'
import { PRIMARY } from '../../../ui/primary.ts'
import { Tabs } from '../../../ui/tabs.tsx'
import { chooseUser } from '../connection/chosen-user.ts'
import { ConnectionTable } from '../connection/connection-table.tsx'
import { EndpointQuestions } from '../connection/endpoint-questions.tsx'
import { NoEndpoint } from '../connection/no-endpoint.tsx'
import { shareLink } from '../share/share-link.ts'
import { useEndpointChoice } from '../connection/use-endpoint-choice.ts'

/** How to connect: one tab per component, choices where a component has several endpoints, and the table. */
export const ConnectionInformation = ({ project, service }: { project: string; service: Service }) => {
  const { params, choose, write, ...choice } = useEndpointChoice(service)
  const { endpoint, tabs, questions, unmet } = choice
  const user = chooseUser(service.users, params.get('user'))
  const link = shareLink(location.origin, project, service.service_name, choice, user.user?.username)
  const content = (
    <>
      {questions.length > 0 && (
        <div className="flex flex-wrap gap-x-6 gap-y-3 py-3">
          <EndpointQuestions questions={questions} choose={choose} />
        </div>
      )}
      <ConnectionTable
        // Another endpoint or user: drop everything shown or stored of the previous one.
        key={JSON.stringify([endpoint, user.user?.username, user.missing])}
        project={project}
        service={service}
        endpoint={endpoint}
        user={user}
        onUser={(username) => {
          write(
            (next) => {
              next.set('user', username)
            },
            { flushSync: true },
          )
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
        <div className="flex flex-wrap items-center gap-1">
          {endpoint && (
            <Link
              to={{ pathname: paths.service(project, service.service_name, 'connect'), search: params.toString() }}
              className={`inline-flex min-h-8 items-center rounded-md px-2.5 py-1 font-medium print:hidden ${PRIMARY}`}
            >
              Connect
            </Link>
          )}
        </div>
      </div>
      <p className="mb-3 hidden text-xs wrap-anywhere print:block">
        Project <bdi>{project}</bdi>. Printed on {formatDay(new Date())} from {link}
      </p>
      {!endpoint && (
        <div className="mb-3">
          <NoEndpoint service={service} />
        </div>
      )}
      {endpoint && unmet.length > 0 && (
        <div className="mb-3">
          <Note testId="no-such-endpoint">
            This service has no endpoint with {unmet.join(', ')}. Another one is shown.
          </Note>
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
