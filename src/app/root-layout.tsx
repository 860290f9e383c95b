import { useRef } from 'react'
import { NavLink, Outlet, ScrollRestoration, useParams } from 'react-router'

import { ProjectSwitcher } from '../components/project-switcher.tsx'
import { paths } from '../paths.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { DemoPanel } from './demo.tsx'
import { lastProject } from './last-project.ts'
import { PageChange } from './page-change.tsx'
import { useRefusal, type Session } from './session.ts'
import { ThemeChoice } from './theme-choice.tsx'
import { TokenRefused } from './token-refused.tsx'

const NavItem = ({ to, icon, children }: { to: string; icon: IconName; children: string }) => (
  <li>
    <NavLink
      to={to}
      className="flex min-h-9 items-center gap-2 rounded-md px-2 font-medium text-muted hover:bg-sunken aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
    >
      <Icon name={icon} />
      {children}
    </NavLink>
  </li>
)

const Sidebar = () => {
  const project = useParams()['project'] ?? lastProject()
  return (
    <header className="flex flex-col gap-4 border-border bg-surface p-4 max-lg:border-b lg:sticky lg:top-0 lg:h-screen lg:w-60 lg:shrink-0 lg:overflow-y-auto lg:border-r">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3 lg:flex-col lg:items-stretch">
        <p className="flex items-center gap-2 font-semibold">
          <img src="/icon.svg" alt="" width="24" height="24" />
          Anchor
        </p>
        <ProjectSwitcher />
        <nav aria-label="Main">
          <ul className="flex flex-wrap gap-1 lg:flex-col">
            {project !== undefined && (
              <NavItem to={paths.services(project)} icon="list">
                Services
              </NavItem>
            )}
            <NavItem to={paths.projects()} icon="folder">
              Projects
            </NavItem>
            <NavItem to={paths.tlsRequirements()} icon="table">
              Requirements
            </NavItem>
          </ul>
        </nav>
      </div>
      <div className="mt-auto hidden space-y-4 lg:block">
        {__DEMO__ && <DemoPanel />}
        <ThemeChoice />
      </div>
    </header>
  )
}

const Footer = () => (
  <footer className="mt-10 space-y-4 border-t border-border pt-4 text-xs text-muted">
    <div className="space-y-4 lg:hidden">
      {__DEMO__ && <DemoPanel />}
      <ThemeChoice />
    </div>
    <p>
      Anchor is a console for Aiven services. It is not made by Aiven, nor affiliated with it. Certificates and keys are
      read in this page and sent nowhere.
    </p>
  </footer>
)

/** The frame around every page: what is common stays in place while pages come and go. */
export const RootLayout = ({ session }: { session: Session }) => {
  const refusal = useRefusal(session)
  const main = useRef<HTMLElement>(null)
  return (
    <div className="min-h-screen lg:flex">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-10 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to content
      </a>
      <PageChange main={main} />
      <ScrollRestoration />
      <Sidebar />
      <div className="min-w-0 flex-1 px-4 py-6 lg:px-8">
        <div className="max-w-6xl">
          <main id="main" ref={main} tabIndex={-1} className="outline-none">
            {refusal === undefined ? <Outlet /> : <TokenRefused session={session} message={refusal} />}
          </main>
          <Footer />
        </div>
      </div>
    </div>
  )
}
