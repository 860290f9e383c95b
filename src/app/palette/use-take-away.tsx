import { useState, type ReactNode } from 'react'

import { serviceGet } from '../../api/service.ts'
import { useBackend } from '../../api/use-api.ts'
import { copyText } from '../../lib/clipboard.ts'
import { ByHand } from '../../ui/by-hand.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import type { Taken } from './use-entries.ts'

/** Copies or prints a service's page. The code is loaded on request. */
export const useTakeAway = (onClose: () => void): { take: (taken: Taken) => Promise<void>; outcome: ReactNode } => {
  const backend = useBackend()
  const [said, setSaid] = useState<string>()
  const [refused, setRefused] = useState('')
  const textOf = async ({ what, project, service: name }: Taken): Promise<string> => {
    const [{ linkToShown, serviceMarkdown }, service] = await Promise.all([
      import('../../pages/service/take-away/take-away.ts'),
      backend.queryClient.fetchQuery(serviceGet(backend.api, project, name)),
    ])
    const link = linkToShown(project, service, location)
    return what === 'link' ? link : serviceMarkdown(backend, project, service, link)
  }
  const take = async (taken: Taken) => {
    setSaid(undefined)
    setRefused('')
    if (taken.what === 'print') {
      onClose()
      // The palette is closed by then.
      requestAnimationFrame(() => {
        print()
      })
      return
    }
    try {
      const outcome = await copyText(textOf(taken))
      if (outcome?.copied) setSaid(taken.what === 'link' ? 'Copied the link.' : 'Copied as Markdown.')
      else if (outcome) setRefused(outcome.text)
    } catch (error) {
      setSaid(`Nothing was copied: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return {
    take,
    outcome: (
      <>
        <Outcome>{said}</Outcome>
        {refused !== '' && (
          <ByHand
            label="Text"
            text={refused}
            times={1}
            onClose={() => {
              setRefused('')
            }}
          />
        )}
      </>
    ),
  }
}
