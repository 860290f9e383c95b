import { AccountPanel } from './account-panel.tsx'
import { DemoPanel } from './demo-panel.tsx'
import type { Session } from './session.ts'
import { ThemeChoice } from './theme-choice.tsx'

/** Which API this is, always visible, and the theme. */
export const SidebarFooter = ({ session, onRevoke }: { session: Session; onRevoke: () => void }) => (
  <>
    {__DEMO__ && session.holder === 'demo' ? <DemoPanel /> : <AccountPanel session={session} onRevoke={onRevoke} />}
    <ThemeChoice />
  </>
)
