import { useState, type ReactNode } from 'react'

import type { Service } from '../../../api/service.ts'
import { useBackend } from '../../../api/use-api.ts'
import { copyText } from '../../../lib/clipboard.ts'
import { ManualCopy } from '../../../ui/manual-copy.tsx'
import type { MenuEntry } from '../../../ui/menu/menu.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { linkToShown, serviceMarkdown } from './share-text.ts'

interface Share {
  readonly entries: readonly MenuEntry[]
  /** The result, below the menu. */
  readonly outcome: ReactNode
  /** The text, where the browser refused the clipboard; as wide as the page. */
  readonly manualCopy: ReactNode
}

const NOTHING = { label: '', text: '', times: 0 }

/** Shares the page as a link, as Markdown or in print. */
export const useShare = (project: string, service: Service | undefined): Share => {
  const backend = useBackend()
  const [said, setSaid] = useState<string>()
  const [refused, setRefused] = useState(NOTHING)
  const copy = async (label: string, text: string | Promise<string>) => {
    setSaid(undefined)
    setRefused(NOTHING)
    const outcome = await copyText(text)
    if (outcome?.copied) setSaid(`Copied: ${label}`)
    else if (outcome) setRefused({ label, text: outcome.text, times: 1 })
  }
  const entries = service
    ? [
        {
          label: 'Copy as Markdown',
          onSelect: () => {
            const link = linkToShown(project, service, location)
            void copy('Markdown', serviceMarkdown(backend, project, service, link))
          },
        },
        {
          label: 'Share link',
          onSelect: () => {
            void copy('Link', linkToShown(project, service, location))
          },
        },
        {
          label: 'Print',
          onSelect: () => {
            // The menu is closed by then.
            requestAnimationFrame(() => {
              print()
            })
          },
        },
      ]
    : []
  return {
    entries,
    outcome: <Outcome testId="taken-away">{said}</Outcome>,
    manualCopy: refused.times > 0 && (
      <ManualCopy
        {...refused}
        onClose={() => {
          setRefused(NOTHING)
        }}
      />
    ),
  }
}
