import { lazy, Suspense, useRef, type ComponentType, type ReactNode } from 'react'
import { Navigate, NavLink, Outlet, useLocation, useParams } from 'react-router'

import { ProjectSwitcher } from './project-switcher.tsx'
import { paths } from '../lib/paths.ts'
import { Announcer } from '../ui/announcer.tsx'
import { Icon, type IconName } from '../ui/icon.tsx'
import { AttentionCount } from './attention/attention-count.tsx'
import { lastProject } from '../features/projects/last-project.ts'
import { useRefusal, useSignedOut, type Session } from './session.ts'
import { Shortcuts } from './shortcuts.tsx'
import { usePageChange } from './use-page-change.ts'

const TokenRefused = lazy(async () => ({ default: (await import('./token-refused.tsx')).TokenRefused }))

/** The first screen goes first. */
const FOOT_MS = 300

/** Which API this is and as whom, and the theme: nobody's first look, and nothing that a page would fail without. */
const LazyFoot = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, FOOT_MS))
  const none: ComponentType<{ session: Session }> = () => null
  return { default: (await import('./foot.tsx').catch(() => ({ Foot: none }))).Foot }
})

const Foot = ({ session }: { session: Session }) => (
  <div className="flex min-h-28 flex-col justify-end gap-4 xl:min-h-48">
    <Suspense>
      <LazyFoot session={session} />
    </Suspense>
  </div>
)

const NavItem = ({ to, icon, children }: { to: string; icon: IconName; children: ReactNode }) => (
  <li>
    <NavLink
      to={to}
      className="flex min-h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
    >
      <Icon name={icon} className="max-sm:hidden" />
      {children}
    </NavLink>
  </li>
)

const Sidebar = ({ session }: { session: Session }) => {
  const signedOut = useSignedOut(session)
  const project = useParams()['project'] ?? lastProject()
  return (
    <header className="flex flex-col gap-4 border-border bg-surface p-4 max-xl:border-b xl:sticky xl:top-0 xl:h-screen xl:w-60 xl:shrink-0 xl:overflow-y-auto xl:border-r print:hidden">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-3 sm:gap-x-6 xl:flex-col xl:items-stretch">
        <p className="flex items-center gap-2 font-semibold">
          <img src="/icon.svg" alt="" width="24" height="24" />
          Anchor
        </p>
        {!signedOut && <ProjectSwitcher />}
        {!signedOut && <Shortcuts project={project} />}
        {!signedOut && (
          <nav aria-label="Main">
            <ul className="flex flex-wrap gap-1 xl:flex-col">
              {project !== undefined && (
                <NavItem to={paths.services(project)} icon="list">
                  Services
                </NavItem>
              )}
              <NavItem to={paths.allServices()} icon="box">
                Across projects
              </NavItem>
              <NavItem to={paths.projects()} icon="folder">
                Projects
              </NavItem>
              <NavItem to={paths.certificates()} icon="shield">
                Certificates
                <AttentionCount />
              </NavItem>
              <NavItem to={paths.check()} icon="check">
                Check
              </NavItem>
              <NavItem to={paths.tlsRequirements()} icon="table">
                Requirements
              </NavItem>
            </ul>
          </nav>
        )}
      </div>
      <div className="mt-auto hidden xl:block">
        <Foot session={session} />
      </div>
    </header>
  )
}

const Footer = ({ session }: { session: Session }) => (
  // Not while the page still grows: it would be pushed away.
  <footer className="mt-10 space-y-4 border-t border-border pt-4 text-xs text-muted peer-has-[progress,.animate-pulse]:hidden print:hidden">
    <div className="xl:hidden">
      <Foot session={session} />
    </div>
    <p>
      Anchor is a console for Aiven services. It is not made by Aiven, nor affiliated with it. Certificates and keys are
      read in this page and sent nowhere.
    </p>
  </footer>
)

/** The page; or, in place of every page, what is to be done about the token first. */
const Page = ({ session }: { session: Session }) => {
  const refusal = useRefusal(session)
  const signedOut = useSignedOut(session)
  const { pathname, search } = useLocation()
  if (signedOut && pathname !== paths.signIn()) {
    return <Navigate to={paths.signIn(session.left() ? undefined : pathname + search)} replace />
  }
  if (refusal === undefined || session.holder === 'sign-in') return <Outlet />
  return (
    <Suspense>
      <TokenRefused session={session} message={refusal} />
    </Suspense>
  )
}

/** The frame around every page: what is common stays in place while pages come and go. */
export const RootLayout = ({ session }: { session: Session }) => {
  const main = useRef<HTMLElement>(null)
  usePageChange(main)
  return (
    <div className="min-h-screen xl:flex">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <Announcer />
      <Sidebar session={session} />
      <div className="min-w-0 flex-1 px-4 py-6 xl:px-8">
        <div className="max-w-6xl">
          <main id="main" ref={main} tabIndex={-1} className="peer outline-none">
            <Page session={session} />
          </main>
          <Footer session={session} />
        </div>
      </div>
    </div>
  )
}
