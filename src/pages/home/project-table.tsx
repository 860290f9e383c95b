import { useMemo } from 'react'
import { Link } from 'react-router'

import type { Project } from '../../api/project.ts'
import { overallHealth } from '../../domain/health.ts'
import type { ProjectCertificates } from '../../features/certificates/certificate-inventory.ts'
import { HealthCell } from '../../features/certificates/health-cell.tsx'
import { formatNumber } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/data-table.tsx'

export interface ProjectRow {
  readonly project: Project
  /** undefined while loading. */
  readonly look: ProjectCertificates | undefined
  /** A request is running. */
  readonly busy: boolean
}

const nameOf = ({ project: { project_name } }: ProjectRow): string => project_name

const Certificates = ({ row, onRetry }: { row: ProjectRow; onRetry: (project: string) => void }) => {
  const { look, busy } = row
  if (!look) return <HealthCell health={undefined} />
  if (!look.failure) return <HealthCell health={overallHealth(look.rows)} />
  const name = nameOf(row)
  return (
    <div data-testid="unread" className="flex flex-wrap items-center gap-x-2">
      <span className="text-muted">Couldn&rsquo;t be read</span>
      <Button
        variant="quiet"
        icon="refresh"
        busy={busy}
        aria-label={`Retry ${name}`}
        onClick={() => {
          if (!busy) onRetry(name)
        }}
      >
        Retry
      </Button>
    </div>
  )
}

const columnsWith = (onRetry: (project: string) => void): readonly Column<ProjectRow>[] => [
  {
    id: 'name',
    header: 'Project',
    weight: 30,
    cell: ({ project: { project_name, account_name } }) => (
      <>
        <Link to={paths.services(project_name)} className="font-medium wrap-anywhere text-accent hover:underline">
          {project_name}
        </Link>
        {account_name !== undefined && <div className="text-xs text-muted">{account_name}</div>}
      </>
    ),
  },
  {
    id: 'services',
    header: 'Services',
    weight: 12,
    align: 'end',
    stacked: 'labelled',
    cell: ({ look }) => {
      if (!look) return <Skeleton className="w-8" />
      return look.services === undefined ? 'Unknown' : formatNumber(look.services)
    },
  },
  {
    id: 'certificates',
    header: 'Certificates',
    weight: 30,
    cell: (row) => <Certificates row={row} onRetry={onRetry} />,
  },
]

interface ProjectTableProps {
  rows: readonly ProjectRow[]
  /** The same function from render to render. */
  onRetry: (project: string) => void
}

/** The projects, each with its number of services and the certificate that ends first. */
export const ProjectTable = ({ rows, onRetry }: ProjectTableProps) => {
  const columns = useMemo(() => columnsWith(onRetry), [onRetry])
  return <DataTable label="Projects" columns={columns} rows={rows} keyOf={nameOf} />
}
