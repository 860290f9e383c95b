import { useRef, type ReactNode } from 'react'

import { Icon } from './icon.tsx'
import { useFocusLeft } from './use-focus-left.ts'

interface NoticeProps {
  /** An id of the message, for tests: stays the same when the wording changes. */
  testId?: string
  children: ReactNode
  /** What the user can do about it: buttons and links. */
  actions?: ReactNode
}

/** A problem, shown where it occurred and announced at once. */
export const Problem = ({ testId, children, actions }: NoticeProps) => {
  const ref = useRef<HTMLDivElement>(null)
  useFocusLeft(ref)
  return (
    <div ref={ref} role="alert" data-testid={testId} className="flex gap-2 rounded-md bg-bad-ground px-3 py-2 text-bad">
      <Icon name="alert" className="mt-0.5" />
      <div className="min-w-0 space-y-2 wrap-anywhere">
        <div>{children}</div>
        {actions !== undefined && <div className="flex flex-wrap gap-2 text-text">{actions}</div>}
      </div>
    </div>
  )
}

/** Information that isn't an error. */
export const Note = ({ testId, children, actions }: NoticeProps) => (
  <div data-testid={testId} className="space-y-2 rounded-md bg-busy-ground px-3 py-2 text-busy">
    <div>{children}</div>
    {actions}
  </div>
)

/** A danger that isn't an error of the page. */
export const Warning = ({ testId, children }: Pick<NoticeProps, 'testId' | 'children'>) => (
  <div data-testid={testId} className="flex gap-2 rounded-md bg-bad-ground px-3 py-2 font-semibold text-bad">
    <Icon name="alert" className="mt-0.5" />
    <div className="min-w-0">{children}</div>
  </div>
)
