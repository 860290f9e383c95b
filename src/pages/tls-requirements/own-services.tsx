import { useApi } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { serviceList } from '../../api/service.ts'
import { lastProject } from '../../features/projects/last-project.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import type { Requirement } from '../../domain/requirements.ts'

const searchFor = (type: string) => new URLSearchParams({ search: `service:${type}` }).toString()

const LinkToServices = ({ project, type }: { project: string; type: string }) => {
  const api = useApi()
  const { data } = useQuery(serviceList(api, project))
  const count = data?.items.filter(({ service_type }) => service_type === type).length
  if (count === 0)
    return (
      <span className="text-muted">
        None of your services in <bdi>{project}</bdi>
      </span>
    )
  const words = count === undefined ? 'Yours' : formatCount(count, 'service')
  return (
    <Link
      to={`${paths.services(project)}?${searchFor(type)}`}
      className="inline-block py-1 wrap-anywhere text-accent underline"
    >
      {words} in <bdi>{project}</bdi>
    </Link>
  )
}

/** Links to the user's own services of a row's type: in the last open project, and in all projects. */
export const OwnServices = ({ row }: { row: Requirement }) => {
  const project = lastProject()
  const type = row.match[0]?.service_type
  if (type === undefined) return null
  return (
    <p className="flex flex-wrap gap-x-4 text-xs">
      <Link
        to={`${paths.allServices()}?${searchFor(type)}`}
        aria-label={`Your services: ${row.service}`}
        className="inline-block py-1 text-accent underline"
      >
        Your services
      </Link>
      {/* Its text changes once they are counted. */}
      {project !== undefined && <LinkToServices project={project} type={type} />}
    </p>
  )
}
