import { createPortal } from 'react-dom'

import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'

/** Says that the user is about to be signed out. Whatever is pressed or moved keeps them in: the button too. */
export const IdleWarning = () =>
  createPortal(
    <div className="fixed inset-x-4 bottom-4 z-20 ml-auto max-w-md rounded-md border border-border bg-surface shadow-lg print:hidden">
      <Problem testId="idle" actions={<Button>Stay signed in</Button>}>
        You’ll be signed out in less than a minute: nothing was done here for a while.
      </Problem>
    </div>,
    // What stands beside an open dialog can be neither reached nor heard.
    [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body,
  )
