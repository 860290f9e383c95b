import { lazy, Suspense, useRef } from 'react'
import { Navigate, Outlet, useLocation } from 'react-router'

import { paths } from '../lib/paths.ts'
import { Announcer } from '../ui/announcer.tsx'
import { PlaceForSkipLinks, SkipLink } from '../ui/skip-link.tsx'
import { IdleSignOut } from './idle.tsx'
import { useRefusal, useSignedOut, type Session } from './session.ts'
import { Sidebar } from './sidebar.tsx'
import { usePageChange } from './use-page-change.ts'

const TokenRefused = lazy(async () => ({ default: (await import('./token-refused.tsx')).TokenRefused }))

const Footer = () => (
  // Not while the page still grows: the element would be pushed away.
  <footer className="mt-10 space-y-4 border-t border-border pt-4 text-xs text-muted peer-has-[progress,.animate-pulse]:hidden print:hidden">
    <p>
      Anchor is a console for Aiven services. Not affiliated with Aiven. Certificates and keys never leave your browser.
    </p>
  </footer>
)

/** The page, or what to do about the token first. */
const Page = ({ session }: { session: Session }) => {
  const refusal = useRefusal(session)
  const signedOut = useSignedOut(session)
  const { pathname, search } = useLocation()
  if (signedOut && pathname !== paths.signIn()) {
    return <Navigate to={paths.signIn(session.signOutReason() ? undefined : pathname + search)} replace />
  }
  if (refusal === undefined || session.holder === 'sign-in') return <Outlet />
  return (
    <Suspense>
      <TokenRefused session={session} message={refusal} />
    </Suspense>
  )
}

/** The frame around every page, which stays in place while pages change. */
export const RootLayout = ({ session }: { session: Session }) => {
  const signedOut = useSignedOut(session)
  const main = useRef<HTMLElement>(null)
  usePageChange(main)
  return (
    <div className="min-h-screen lg:flex">
      <SkipLink to="main">Skip to content</SkipLink>
      <PlaceForSkipLinks />
      <Announcer />
      {session.holder === 'sign-in' && !signedOut && <IdleSignOut session={session} />}
      <Sidebar session={session} />
      <div className="min-w-0 flex-1 px-4 py-6 lg:px-8">
        <div className="mx-auto max-w-[100rem]">
          <main id="main" ref={main} tabIndex={-1} className="peer outline-none">
            <Page session={session} />
          </main>
          <Footer />
        </div>
      </div>
    </div>
  )
}
