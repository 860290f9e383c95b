import { Suspense, useState } from 'react'
import { Link, useParams } from 'react-router'

import { lastProject } from '../features/projects/last-project.ts'
import { paths } from '../lib/paths.ts'
import { Icon } from '../ui/icon.tsx'
import { onDemand } from '../ui/on-demand.tsx'
import { optional } from '../ui/optional.ts'
import { Popover } from '../ui/popover.tsx'
import { useAfterPaint } from '../ui/use-after-paint.ts'
import { AttentionCount } from './attention/attention-count.tsx'
import { PLACES, PROJECT_PLACES, type Place } from './nav.ts'
import { GroupName, NavItem } from './nav-item.tsx'
import { ProjectSwitcher } from './project-switcher.tsx'
import { useSignedOut, type Session } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'

/** The API, the user and the theme. */
const LazyFooter = optional(async () => (await import('./sidebar-footer.tsx')).SidebarFooter)

const RevokeDialog = onDemand(async () => (await import('./revoke-dialog.tsx')).RevokeDialog)

/** As high as the pages of the service type that has most. */
const ROOM_FOR_PAGES = 'lg:min-h-138'

const ServicePages = onDemand(
  async () => (await import('./service-pages.tsx')).ServicePages,
  <div className={ROOM_FOR_PAGES} />,
)

interface SidebarFooterProps {
  session: Session
  /** Opens the dialog that revokes the token. */
  onRevoke: () => void
}

const SidebarFooter = (props: SidebarFooterProps) => {
  const painted = useAfterPaint()
  return <Suspense>{painted && <LazyFooter {...props} />}</Suspense>
}

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

const Navigation = ({ project, ...footer }: SidebarFooterProps & { project: string | undefined }) => {
  const { service } = useParams()
  const inService = project !== undefined && service !== undefined
  const place = inService ? `${project}/${service}` : undefined
  /** The service that the app was opened with, until another page is opened. */
  const [first, setFirst] = useState(place)
  if (first !== undefined && first !== place) setFirst(undefined)
  return (
    <>
      {inService && (
        <ServicePages key={place} project={project} service={service} isFirst={first === place} room={ROOM_FOR_PAGES} />
      )}
      <nav aria-label="Main">
        {project !== undefined && !inService && <ProjectPages project={project} />}
        <Places group="Everything" />
        <Places group="Help" />
      </nav>
      <div className="mt-auto flex min-h-28 flex-col justify-end gap-4 pt-4">
        <SidebarFooter {...footer} />
      </div>
    </>
  )
}

/** The sidebar of every page; on narrow screens, a bar with a menu. */
export const Sidebar = ({ session }: { session: Session }) => {
  const signedOut = useSignedOut(session)
  /** The token to be revoked: the dialog closes if the token changes. */
  const [revoking, setRevoking] = useState<string>()
  const footer = {
    session,
    onRevoke: () => {
      setRevoking(session.token())
    },
  }
  const project = useParams()['project'] ?? lastProject()
  return (
    <header className="border-border bg-surface max-lg:border-b lg:sticky lg:top-0 lg:flex lg:h-screen lg:w-56 lg:shrink-0 lg:flex-col lg:overflow-y-auto lg:border-r lg:p-3 print:hidden">
      <div className="flex min-h-12 shrink-0 items-center gap-2 max-lg:px-3 lg:flex-col lg:items-stretch">
        <Link
          to={paths.home()}
          aria-label="Anchor, home"
          className="flex min-h-9 items-center gap-2 font-semibold lg:px-2"
        >
          <img src="/icon.svg" alt="" width="24" height="24" />
          <span className="max-sm:sr-only">Anchor</span>
        </Link>
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
            {(open) => open && <Navigation {...footer} project={project} />}
          </Popover>
        )}
      </div>
      {signedOut ? (
        <div className="mt-auto max-lg:p-3">
          <SidebarFooter {...footer} />
        </div>
      ) : (
        <div className="flex shrink-0 grow flex-col max-lg:hidden">
          <Navigation {...footer} project={project} />
        </div>
      )}
      {/* Outside the menu, which closes when it loses the focus. */}
      {revoking !== undefined && revoking === session.token() && (
        <RevokeDialog
          session={session}
          onClose={() => {
            setRevoking(undefined)
          }}
        />
      )}
    </header>
  )
}
