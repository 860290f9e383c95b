import { useMemo } from 'react'
import { createPortal } from 'react-dom'
import { Link } from 'react-router'

import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { formatRelative } from '../../ui/relative-time.tsx'
import type { ServiceRow } from './service-rows.ts'

interface EndedCasProps {
  rows: readonly ServiceRow[]
  /** Beside the page's heading: above the list it would move the list. */
  place: HTMLElement | null
}

/** One line about projects in the list whose CA has expired while their services need it. */
export const EndedCas = ({ rows, place }: EndedCasProps) => {
  const ended = useMemo(
    () =>
      new Map(
        rows.flatMap(({ project, health }) => {
          const item = health?.items.find(({ kind, state }) => kind === 'ca' && state === 'expired')
          return item?.deadline ? [[project, item.deadline] as const] : []
        }),
      ),
    [rows],
  )
  const [first] = ended
  if (!first || !place) return null
  const [project, deadline] = first
  const one = ended.size === 1
  const [words, short] = one
    ? [`CA of ${project} expired ${formatRelative(deadline, new Date())}`, 'CA expired']
    : [`CAs of ${formatCount(ended.size, 'project')} expired`, `${formatCount(ended.size, 'CA')} expired`]
  return createPortal(
    <Link
      data-testid="ca-ended"
      to={one ? paths.caRotation(project) : paths.certificates({ kind: 'ca', state: 'expired' })}
      className="flex min-h-6 items-center gap-1 rounded-md bg-bad-ground px-2 font-semibold text-bad underline forced-colors:border"
    >
      <Icon name="alert" />
      <span className="truncate max-sm:hidden">{words}</span>
      {/* A phone has no room beside the heading, and a line more would move the list. */}
      <span className="sm:hidden">{short}</span>
    </Link>,
    place,
  )
}
