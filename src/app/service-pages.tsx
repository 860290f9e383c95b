import { useState } from 'react'
import { useLocation } from 'react-router'

import { paths } from '../lib/paths.ts'
import type { ServicePlace } from './nav.ts'
import { GroupName, NavItem } from './nav-item.tsx'
import { useServicePlaces } from './use-service-places.ts'

interface ServicePagesProps {
  project: string
  service: string
  /** The app was opened here and hasn't left: the room may have been shown before the code came. */
  isFirst: boolean
  /** Reserves the height of the longest list of pages. */
  room: string
}

/** The pages of the service that is open, in place of those of its project. */
export const ServicePages = ({ project, service, isFirst, room }: ServicePagesProps) => {
  const { pathname, search } = useLocation()
  const { places, settled } = useServicePlaces(project, service)
  /** The page on which the type became known; none if it was known before anything was shown. */
  const [settledOn, setSettledOn] = useState(settled && !isFirst ? '' : undefined)
  if (settled && settledOn === undefined) setSettledOn(pathname)
  // What stands below the pages keeps its place on the page that it was first seen on.
  const keepsRoom = !settled || settledOn === pathname
  // Pages that every type has come first: until the type is known, only they keep their place.
  const groups = [...new Set(places.filter(({ last }) => !last).map(({ group }) => group))].slice(
    0,
    settled ? undefined : 1,
  )
  const items = (shown: readonly ServicePlace[]) => (
    <ul>
      {shown.map(({ label, icon, page, keepsChoice }) => (
        <NavItem
          key={page}
          to={{ pathname: paths.service(project, service, page), search: keepsChoice ? search : '' }}
          icon={icon}
        >
          {label}
        </NavItem>
      ))}
    </ul>
  )
  return (
    <nav aria-label="Service" className={keepsRoom ? room : ''}>
      <ul>
        <NavItem to={paths.services(project)} icon="back" end>
          Back to services
        </NavItem>
      </ul>
      {groups.map((group) => (
        <div key={group ?? ''}>
          {group !== undefined && <GroupName>{group}</GroupName>}
          {items(places.filter((place) => !place.last && place.group === group))}
        </div>
      ))}
      {settled && <div className="mt-4">{items(places.filter(({ last }) => last))}</div>}
    </nav>
  )
}
