import { lazy, Suspense, type ComponentType, type MouseEvent, type ReactNode } from 'react'
import { NavLink, useLocation, useParams } from 'react-router'

import { lastProject } from '../features/projects/last-project.ts'
import { paths } from '../lib/paths.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Popover } from '../ui/popover.tsx'
import { useAfterPaint } from '../ui/use-after-paint.ts'
import { AttentionCount } from './attention/attention-count.tsx'
import { PLACES, PROJECT_PLACES, type Place, type ServicePlace } from './nav.ts'
import { useServicePlaces } from './use-service-places.ts'
import { ProjectSwitcher } from './project-switcher.tsx'
import { useSignedOut, type Session } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'

/** Which API this is and as whom, and the theme: what a page does not fail without. */
const LazyFooter = lazy(async () => {
  const none: ComponentType<{ session: Session }> = () => null
  return { default: (await import('./foot.tsx').catch(() => ({ Foot: none }))).Foot }
})

const SidebarFooter = ({ session }: { session: Session }) => {
  const painted = useAfterPaint()
  return <Suspense>{painted && <LazyFooter session={session} />}</Suspense>
}

/** On narrow screens the links are in a menu, which closes behind whoever follows one. */
const closeMenu = ({ currentTarget }: MouseEvent<HTMLElement>) => {
  currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
}

interface NavItemProps {
  to: string | { pathname: string; search: string }
  icon: IconName
  children: ReactNode
  /** Only this very page is the current one, not those below it. */
  end?: boolean
}

const NavItem = ({ to, icon, children, end = false }: NavItemProps) => (
  <li>
    <NavLink
      to={to}
      end={end}
      onClick={closeMenu}
      className="flex min-h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken hover:text-text aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent forced-colors:aria-[current=page]:border"
    >
      <Icon name={icon} />
      {children}
    </NavLink>
  </li>
)

const GroupName = ({ children }: { children: string }) => (
  <p className="px-2 pt-3 pb-1 text-xs font-medium text-muted">{children}</p>
)

const Places = ({ group }: { group: Place['group'] }) => (
  <>
    <GroupName>{group}</GroupName>
    <ul>
      {PLACES.filter((place) => place.group === group).map(({ route, icon, counts }) => (
        <NavItem key={route.path} to={`/${route.path}`} icon={icon}>
          {route.title}
          {counts && <AttentionCount />}
        </NavItem>
      ))}
    </ul>
  </>
)

/** The pages of the service that is open, in place of those of its project. */
const ServicePages = ({ project, service }: { project: string; service: string }) => {
  const { search } = useLocation()
  const places = useServicePlaces(project, service)
  const groups = [...new Set(places.filter(({ last }) => !last).map(({ group }) => group))]
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
    <nav aria-label="Service">
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
      <div className="mt-4">{items(places.filter(({ last }) => last))}</div>
    </nav>
  )
}

const ProjectPages = ({ project }: { project: string }) => (
  <>
    <GroupName>This project</GroupName>
    <ul>
      {PROJECT_PLACES.map(({ label, icon, to }) => (
        <NavItem key={label} to={to(project)} icon={icon} end>
          {label}
        </NavItem>
      ))}
    </ul>
  </>
)

const Navigation = ({ session, project }: { session: Session; project: string | undefined }) => {
  const { service } = useParams()
  const inService = project !== undefined && service !== undefined
  return (
    <>
      {inService && <ServicePages project={project} service={service} />}
      <nav aria-label="Main">
        {project !== undefined && !inService && <ProjectPages project={project} />}
        <Places group="Everything" />
        <Places group="Help" />
      </nav>
      <div className="mt-auto flex min-h-28 flex-col justify-end gap-4 pt-4">
        <SidebarFooter session={session} />
      </div>
    </>
  )
}

/** What is around every page: beside it on wide screens, one bar with a menu on narrow ones. */
export const Sidebar = ({ session }: { session: Session }) => {
  const signedOut = useSignedOut(session)
  const project = useParams()['project'] ?? lastProject()
  return (
    <header className="border-border bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-screen lg:w-56 lg:shrink-0 lg:flex-col lg:overflow-y-auto lg:border-r lg:p-3 print:hidden">
      <div className="flex min-h-12 shrink-0 items-center gap-2 max-lg:px-3 lg:flex-col lg:items-stretch">
        <p className="flex items-center gap-2 font-semibold lg:px-2">
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span className="max-sm:sr-only">Anchor</span>
        </p>
        {!signedOut && <ProjectSwitcher project={project} />}
        {!signedOut && <Shortcuts project={project} />}
        {!signedOut && (
          <Popover
            align="right"
            button={
              <>
                <Icon name="list" />
                <span className="max-sm:sr-only">Menu</span>
              </>
            }
            className="lg:hidden"
            buttonClass="flex min-h-9 items-center gap-2 px-2 font-medium"
            popoverClass="w-64 p-2"
          >
            {(open) => open && <Navigation session={session} project={project} />}
          </Popover>
        )}
      </div>
      {signedOut ? (
        <div className="mt-auto max-lg:p-3">
          <SidebarFooter session={session} />
        </div>
      ) : (
        <div className="flex shrink-0 grow flex-col max-lg:hidden">
          <Navigation session={session} project={project} />
        </div>
      )}
    </header>
  )
}
