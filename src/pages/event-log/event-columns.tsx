import { Link } from 'react-router'

import type { ProjectEvent } from '../../api/events.ts'
import { eventWords } from '../../features/events/event-words.ts'
import { paths } from '../../lib/paths.ts'
import { Moment } from '../../ui/moment.tsx'
import type { Column } from '../../ui/table/column.ts'

export const eventColumns = (project: string): readonly Column<ProjectEvent>[] => [
  { id: 'time', header: 'Time', weight: 16, cell: ({ time }) => <Moment iso={time} /> },
  { id: 'actor', header: 'Who', weight: 17, stacked: 'labelled', cell: ({ actor }) => actor ?? 'Unknown' },
  {
    id: 'type',
    header: 'What',
    weight: 16,
    stacked: 'line',
    cell: ({ event_type: type }) => <span className="font-medium">{eventWords(type ?? 'unknown')}</span>,
  },
  {
    id: 'service',
    header: 'Service',
    weight: 14,
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
  { id: 'description', header: 'Description', weight: 30, stacked: 'line', cell: ({ event_desc }) => event_desc ?? '' },
]
