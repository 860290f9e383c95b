import type { ReactNode } from 'react'

interface SectionProps {
  /** Id of the section, for links: `#plan`. */
  id: string
  /** The region's name. */
  title: string
  /** What it is for, in a sentence. */
  intro?: ReactNode
  /** Buttons at its head. */
  actions?: ReactNode
  children: ReactNode
}

/** One part of the settings. */
export const Section = ({ id, title, intro, actions, children }: SectionProps) => {
  const heading = `${id}-heading`
  return (
    <section
      id={id}
      aria-labelledby={heading}
      tabIndex={-1}
      className="scroll-mt-4 space-y-3 rounded-lg border border-border bg-surface p-4 outline-none"
    >
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 space-y-1">
          <h2 id={heading} className="text-base font-semibold">
            {title}
          </h2>
          {intro !== undefined && <p className="max-w-prose text-muted">{intro}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}
