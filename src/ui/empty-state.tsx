import type { ReactNode } from 'react'

interface EmptyStateProps {
  /** What is missing: "No users yet". */
  title: string
  /** What to do about it. */
  children?: ReactNode
  /** Buttons and links for it. */
  actions?: ReactNode
}

/** Shown instead of an empty list. */
export const EmptyState = ({ title, children, actions }: EmptyStateProps) => (
  <div className="space-y-2 rounded-lg border border-dashed border-control bg-surface px-4 py-8 text-center wrap-anywhere">
    <p className="font-medium">{title}</p>
    {children !== undefined && <div className="mx-auto max-w-prose text-balance text-muted">{children}</div>}
    {actions !== undefined && <div className="flex flex-wrap justify-center gap-2">{actions}</div>}
  </div>
)
