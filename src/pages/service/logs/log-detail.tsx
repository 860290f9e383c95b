import { useState } from 'react'
import { Link } from 'react-router'

import type { LogLine } from '../../../api/logs.ts'
import { JustBefore } from '../../../features/recovery/just-before.tsx'
import { visibleText } from '../../../lib/visible-text.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { ManualCopy } from '../../../ui/manual-copy.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { formatInstant } from '../../../ui/time-zone.ts'
import { useService } from '../use-service.ts'
import { formatLength } from './log-columns.tsx'

/** Longest text on the page; the saved files have all of it. */
const SHOWN = 20_000

interface LogDetailProps {
  line: LogLine
  /** The address of this line. */
  link: string
  /** Shows the lines before and after it, where a filter hides them. */
  onNeighbours: (() => void) | undefined
}

/** A line's details: text, both times, origin, and links. */
export const LogDetail = ({ line, link, onNeighbours }: LogDetailProps) => {
  const { project, service } = useService()
  const { service_name: name } = service
  const { msg, at, time, unit, severity, hostname } = line
  const [byHand, setByHand] = useState<{ text: string; times: number }>()
  const refused = (text: string) => {
    setByHand((before) => ({ text, times: (before?.times ?? 0) + 1 }))
  }
  const facts = [
    ...(at === undefined
      ? [time ?? 'No time']
      : [formatInstant(new Date(at), 'local'), formatInstant(new Date(at), 'utc')]),
    ...[hostname, unit, severity].filter((fact) => fact !== undefined),
  ]
  return (
    <div className="space-y-2" data-testid="log-line">
      <p className="text-xs text-muted">{[...new Set(facts)].map(visibleText).join(' · ')}</p>
      <pre className="max-h-96 overflow-auto rounded-md bg-sunken p-2 text-xs wrap-anywhere whitespace-pre-wrap">
        <code>{visibleText(msg.slice(0, SHOWN))}</code>
      </pre>
      {msg.length > SHOWN && (
        <p className="text-xs text-muted">
          The first {formatLength(SHOWN)} of {formatLength(msg.length)}. Copy or download the line for all of it.
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <CopyButton what="line" label="Copy line" text={msg} onRefused={refused} />
        <CopyButton what="link" label="Copy link" text={link} onRefused={refused} />
        {onNeighbours && <Button onClick={onNeighbours}>Show surrounding lines</Button>}
        {at !== undefined && (
          <>
            <Link
              to={{
                pathname: paths.service(project, name, 'metrics'),
                search: `?at=${encodeURIComponent(new Date(at).toISOString())}`,
              }}
              className="flex min-h-8 items-center text-accent underline"
            >
              Metrics at this moment
            </Link>
            <JustBefore project={project} service={service} iso={new Date(at).toISOString()}>
              Fork and restore to just before this
            </JustBefore>
          </>
        )}
      </div>
      {byHand && (
        <ManualCopy
          label="Text to copy"
          text={byHand.text}
          times={byHand.times}
          onClose={() => {
            setByHand(undefined)
          }}
        />
      )}
    </div>
  )
}
