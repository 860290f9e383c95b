import { useState, type ReactNode } from 'react'

import { serviceGet } from '../../api/service.ts'
import { useBackend } from '../../api/use-api.ts'
import { copyText } from '../../lib/clipboard.ts'
import { ManualCopy } from '../../ui/manual-copy.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import type { ShareRequest } from './use-entries.ts'

/** Copies or prints a service's page. The code is loaded on request. */
export const useShareEntry = (
  onClose: () => void,
): { share: (request: ShareRequest) => Promise<void>; outcome: ReactNode } => {
  const backend = useBackend()
  const [said, setSaid] = useState<string>()
  const [refused, setRefused] = useState('')
  const textOf = async ({ what, project, service: name }: ShareRequest): Promise<string> => {
    const [{ linkToShown, serviceMarkdown }, service] = await Promise.all([
      import('../../pages/service/share/share-text.ts'),
      backend.queryClient.fetchQuery(serviceGet(backend.api, project, name)),
    ])
    const link = linkToShown(project, service, location)
    return what === 'link' ? link : serviceMarkdown(backend, project, service, link)
  }
  const share = async (request: ShareRequest) => {
    setSaid(undefined)
    setRefused('')
    if (request.what === 'print') {
      onClose()
      // The palette is closed by then.
      requestAnimationFrame(() => {
        print()
      })
      return
    }
    try {
      const outcome = await copyText(textOf(request))
      if (outcome?.copied) setSaid(request.what === 'link' ? 'Copied the link.' : 'Copied as Markdown.')
      else if (outcome) setRefused(outcome.text)
    } catch (error) {
      setSaid(`Nothing was copied: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return {
    share,
    outcome: (
      <>
        <Outcome>{said}</Outcome>
        {refused !== '' && (
          <ManualCopy
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
