import { useBackend } from '../../api/use-api.ts'
import { useState } from 'react'

import type { Service } from '../../api/service.ts'
import { loadCa } from '../../features/ca-certificate/ca-certificate.ts'
import { Button } from '../../ui/button.tsx'
import { ByHand } from '../../ui/by-hand.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'

interface RunbookActionsProps {
  project: string
  service: Service
  /** The address of what is shown. */
  link: string
}

/** Takes what the page shows elsewhere: as a link, as Markdown, on paper. Never with a secret in it. */
export const RunbookActions = ({ project, service, link }: RunbookActionsProps) => {
  const backend = useBackend()
  const [byHand, setByHand] = useState({ label: '', text: '', times: 0 })
  const refused = (label: string) => (text: string) => {
    setByHand(({ times }) => ({ label, text, times: times + 1 }))
  }
  const markdown = async () => {
    const [{ runbook }, ca] = await Promise.all([
      import('./runbook.ts'),
      loadCa(backend, project, false).then(
        ({ certificates }) => certificates,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      ),
    ])
    return runbook({ project, service, ca, url: link, now: new Date() })
  }
  return (
    <>
      <div className="contents print:hidden">
        <CopyButton label="Share link" what="link to what is shown" text={link} onRefused={refused('Link')} />
        <CopyButton label="Copy as Markdown" what="Markdown" text={markdown} onRefused={refused('Markdown')} />
        <Button
          variant="quiet"
          onClick={() => {
            print()
          }}
        >
          Print
        </Button>
      </div>
      {byHand.times > 0 && (
        <div className="w-full">
          <ByHand
            label={byHand.label}
            text={byHand.text}
            times={byHand.times}
            onClose={() => {
              setByHand({ label: '', text: '', times: 0 })
            }}
          />
        </div>
      )}
    </>
  )
}
