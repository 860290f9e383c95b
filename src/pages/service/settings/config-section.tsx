import { useQuery } from '@tanstack/react-query'

import { serviceTypes } from '../../../api/project-offer.ts'
import type { Service } from '../../../api/service.ts'
import { useApi } from '../../../api/use-api.ts'
import { readSettings } from '../../../domain/config-settings.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { ConfigSettings } from './config-settings.tsx'
import { Section } from './section.tsx'

/** Everything else that can be set, as the API's own schema of the service's type names it. */
export const ConfigSection = ({ project, service }: { project: string; service: Service }) => {
  const { data, error, isFetching, refetch } = useQuery(serviceTypes(useApi(), project))
  const type = data?.items.find(({ service_type }) => service_type === service.service_type)
  return (
    <Section
      id="configuration"
      title="Advanced configuration"
      intro="What you can set for this service type. Anything not set has its default."
    >
      {error && !data && (
        <ApiProblem
          error={error}
          what="What can be set couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <RowsSkeleton />}
      {data && !type && (
        <p data-testid="no-schema" className="text-muted">
          The API doesn&rsquo;t say what can be set of a service of type {service.service_type}.
        </p>
      )}
      {type && <ConfigSettings project={project} service={service} settings={readSettings(type.user_config_schema)} />}
    </Section>
  )
}
