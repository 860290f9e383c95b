import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'

import { DownloadCa } from '../../features/ca-certificate/download-ca.tsx'
import { lastProject } from '../../features/projects/last-project.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { RequirementMark } from '../../features/evidence/requirement-mark.tsx'
import { paths } from '../../lib/paths.ts'
import { connectionFacts, trustOf } from '../../snippets/facts.ts'
import { guidesFor } from '../../snippets/guides.ts'
import type { Certificate } from '../../crypto/x509.ts'
import { endpointNamed, portAstray } from '../../diagnose/servers/hosts.ts'
import { advise } from '../../diagnose/messages/advice.ts'
import { clientsOf } from '../../diagnose/messages/clients.ts'
import type { Explanation } from '../../diagnose/messages/explain.ts'
import { serviceUserExpiry } from '../../domain/client-certificates.ts'
import { componentLabel } from '../../domain/connection.ts'
import { consequence, endpointVerdict, primaryEndpoint } from '../../domain/verdict.ts'
import { Select } from '../../ui/select.tsx'
import { endpointOf } from './endpoint-of.ts'
import { NoSuchService, ServiceChoice } from './service-choice.tsx'
import type { OwnEndpoint, OwnServices } from './use-own-services.ts'

interface ForYourServiceProps {
  text: string
  /** Certificates in the text: their names may belong to a service. */
  certificates: readonly Certificate[]
  /** Without an error, the part is shown only if one of the user's services is named, and asks for no choice. */
  explanations: readonly Explanation[]
  own: OwnServices
}

/** Guides of clients that speak the endpoint's protocol. */
const guidesOf = (endpoint: OwnEndpoint) => {
  const { project, service } = endpoint
  const facts = connectionFacts({
    project,
    service: service.service_name,
    endpoint,
    settings: service.user_config,
    trust: trustOf(endpointVerdict(service, endpoint)).trust,
    user: undefined,
    database: undefined,
    directory: '',
    password: undefined,
  })
  return guidesFor(facts.protocol).filter((guide) => guide.applies(facts))
}

const addressOf = ({ component, route, usage, kafka_authentication_method: auth }: OwnEndpoint, client?: string) =>
  new URLSearchParams({
    component,
    ...(auth !== undefined && { auth }),
    route,
    usage,
    ...(client !== undefined && { client }),
  }).toString()

const Advice = ({
  endpoint,
  named,
  astray,
  text,
  explanations,
}: {
  endpoint: OwnEndpoint
  named: boolean
  /** The port that stands in the text, where the service has none such. */
  astray: number | undefined
} & Pick<ForYourServiceProps, 'text' | 'explanations'>) => {
  const [params] = useSearchParams()
  const { project, service } = endpoint
  const { service_name: name, state, components, users } = service
  const verdict = endpointVerdict(service, endpoint)
  const guides = guidesOf(endpoint)
  const printed = clientsOf(text)
  const linked = params.get('client') ?? ''
  // A user who comes from a guide runs that client, unless the message is from another one.
  const likely = [...(printed.includes(linked) ? [linked] : []), ...printed, linked].find((id) =>
    guides.some((guide) => guide.id === id),
  )
  const [chosen, choose] = useState<string>()
  const guide = guides.find(({ id }) => id === (chosen ?? likely))
  const now = new Date()
  const advice = advise(
    explanations.map(({ id }) => id),
    {
      project,
      service: name,
      state,
      endpoint,
      verdict,
      endpoints: components,
      named,
      client: guide?.name,
      expiredUsers: users
        .filter((user) => serviceUserExpiry(service, user, now)?.state === 'expired')
        .map(({ username }) => username),
    },
  )
  return (
    <>
      <p className="wrap-anywhere">
        <Link to={paths.service(project, name)} className="font-medium text-accent underline">
          {name}
        </Link>{' '}
        of project <bdi>{project}</bdi>: {componentLabel(endpoint.component)} at {endpoint.host}, port {endpoint.port}.
        {astray !== undefined && ` The text says port ${String(astray)}, which no endpoint at this host has.`}
      </p>
      <div className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <span className="text-muted">CA certificate</span>
        <RequirementMark mark={verdict.mark} />
        <span className="min-w-0 flex-1 basis-64">
          {verdict.reason} <span className="text-muted">{consequence(verdict)}</span>
        </span>
      </div>
      {guides.length > 0 && (
        <Select
          label="Client"
          value={guide?.id ?? ''}
          placeholder="Choose the client"
          options={guides.map(({ id, name: label }) => ({ value: id, label }))}
          onChange={choose}
        />
      )}
      {explanations.length > 0 && (
        <ul className="list-disc space-y-1 pl-5">
          {advice.map((sentence) => (
            <li key={sentence} className="wrap-anywhere">
              {sentence}
            </li>
          ))}
        </ul>
      )}
      {verdict.mark !== 'optional' && (
        <DownloadCa project={project} label={`Download ca.pem of ${project}`}>
          Download ca.pem
        </DownloadCa>
      )}
      <p className="flex flex-wrap gap-x-6 gap-y-1">
        <Link
          to={{ pathname: paths.service(project, name), search: addressOf(endpoint) }}
          className="text-accent underline"
        >
          CA certificate of <bdi>{name}</bdi>
        </Link>
        {guides.length > 0 && (
          <Link
            to={{ pathname: paths.service(project, name, 'connect'), search: addressOf(endpoint, guide?.id) }}
            className="text-accent underline"
          >
            {guide ? (
              <>
                {guide.name} with <bdi>{name}</bdi>, verified
              </>
            ) : (
              <>
                Quick connect to <bdi>{name}</bdi>
              </>
            )}
          </Link>
        )}
      </p>
    </>
  )
}

/** The project to begin with where the text names none: the last one that was open, or the only one. */
const likelyProject = (own: OwnServices): string => {
  const last = lastProject()
  const [only, ...others] = own.services.keys()
  return last !== undefined && own.services.has(last) ? last : others.length === 0 ? (only ?? '') : ''
}

/** Applies an error to one of the user's services: the one whose host it names, or the one they choose. */
export const ForYourService = ({ text, certificates, explanations, own }: ForYourServiceProps) => {
  const [params] = useSearchParams()
  const [chosenByUser, setChoice] = useState({
    project: params.get('project') ?? '',
    service: params.get('service') ?? '',
  })
  const choice = chosenByUser.project === '' ? { ...chosenByUser, project: likelyProject(own) } : chosenByUser
  const byName = endpointNamed(text, own.byHost) ?? endpointOf(certificates, own)
  const chosen = own.services.get(choice.project)?.find(({ service_name }) => service_name === choice.service)
  const main = chosen && primaryEndpoint(chosen.service_type, chosen.components)
  const endpoint = byName ?? (chosen && main && { ...main, project: choice.project, service: chosen })
  if (explanations.length === 0 && !byName) return null
  return (
    <section aria-label="For your service" className="space-y-3 rounded-md border border-border p-3">
      <h3 className="font-semibold">For your service</h3>
      {own.error && (
        <ApiProblem error={own.error} what="Your services couldn’t be searched." busy={false} onRetry={own.retry} />
      )}
      {!byName && !own.error && (
        <p role="status" className="text-muted">
          {own.complete
            ? 'It doesn’t name a host of your services. Which service is it about?'
            : `Looking for its host among your services${own.total === undefined ? '' : `: ${String(own.done)} of ${String(own.total)} projects`}`}
        </p>
      )}
      {!byName && <NoSuchService own={own} {...choice} />}
      {!byName && own.services.size > 0 && (
        <ServiceChoice
          own={own}
          {...choice}
          onChoose={(project, service) => {
            setChoice({ project, service })
          }}
        />
      )}
      {chosen && !main && !byName && <p>{chosen.service_name} has no endpoint now.</p>}
      {endpoint && (
        <Advice
          key={`${endpoint.project}/${endpoint.service.service_name}/${endpoint.host}:${String(endpoint.port)}`}
          endpoint={endpoint}
          named={byName !== undefined}
          astray={byName && portAstray(text, own.byHost)}
          text={text}
          explanations={explanations}
        />
      )}
      {own.complete && own.unread.length > 0 && (
        <p className="text-xs text-muted">
          Couldn&rsquo;t read the services of these projects: {own.unread.join(', ')}.
        </p>
      )}
    </section>
  )
}
