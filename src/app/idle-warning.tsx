import { createPortal } from 'react-dom'

import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'

/** Says that the user is about to be signed out. Any key, click or movement keeps them signed in. */
export const IdleWarning = () =>
  createPortal(
    <div className="fixed inset-x-4 bottom-4 z-20 ml-auto max-w-md rounded-md border border-border bg-surface shadow-lg print:hidden">
      <Problem testId="idle" actions={<Button>Stay signed in</Button>}>
        You’ll be signed out in less than a minute: nothing was done here for a while.
      </Problem>
    </div>,
    // An open dialog makes everything outside it unreachable and silent.
    [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body,
  )
