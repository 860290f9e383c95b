import { Link } from 'react-router'

import type { ProjectEvent } from '../../api/events.ts'
import type { Service } from '../../api/service.ts'
import { eventWords } from '../../features/events/event-words.ts'
import { JustBefore } from '../../features/recovery/just-before.tsx'
import { paths } from '../../lib/paths.ts'
import { Moment } from '../../ui/moment.tsx'
import type { Column } from '../../ui/table/column.ts'

/** @param services the project's, as far as known: for some, a copy from before an event can be made */
export const eventColumns = (
  project: string,
  services: ReadonlyMap<string, Service>,
): readonly Column<ProjectEvent>[] => [
  { id: 'time', header: 'Time', weight: 15, cell: ({ time }) => <Moment iso={time} /> },
  { id: 'actor', header: 'Who', weight: 18, stacked: 'labelled', cell: ({ actor }) => actor ?? 'Unknown' },
  {
    id: 'type',
    header: 'What',
    weight: 15,
    cell: ({ event_type: type }) => (
      <span className="font-medium" title={type}>
        {eventWords(type ?? 'unknown')}
      </span>
    ),
  },
  {
    id: 'service',
    header: 'Service',
    weight: 13,
    stacked: 'labelled',
    cell: ({ service_name: service }) =>
      service === undefined || service === '' ? (
        <span className="text-muted">Project</span>
      ) : (
        <Link to={paths.service(project, service)} className="text-accent underline">
          {service}
        </Link>
      ),
  },
  { id: 'description', header: 'Description', weight: 27, stacked: 'line', cell: ({ event_desc }) => event_desc ?? '' },
  {
    id: 'restore',
    header: 'Fork and restore',
    isActions: true,
    weight: 14,
    cell: ({ service_name = '', time, event_type = 'unknown' }) => {
      if (service_name === '') return ''
      const service = services.get(service_name)
      // As high as the link, which comes once the services are known.
      return (
        <div className="min-h-8">
          {service && (
            <JustBefore
              project={project}
              service={service}
              iso={time}
              label={`Just before this: fork and restore ${service_name} to before ${eventWords(event_type)}`}
            >
              Just before this
            </JustBefore>
          )}
        </div>
      )
    },
  },
]
