import { useEffect, useMemo, useRef, useState } from 'react'

import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { DoubtDialog } from '../../../features/doubts/doubt-dialog.tsx'
import { BulkActions } from '../bulk/bulk-actions.tsx'
import { SelectionBundles } from '../../../features/bundles/selection-bundles.tsx'
import { Button } from '../../../ui/button.tsx'
import { CodeRegion } from '../../../ui/code-region.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import { Waiting } from '../../../ui/waiting.tsx'
import type { ServiceRow } from '../service-rows.ts'
import { useCaDownload } from './use-ca-download.ts'
import { Outcome } from '../../../ui/outcome.tsx'

interface SelectionBarProps {
  rows: readonly ServiceRow[]
  shown: readonly ServiceRow[]
  /** Keys of the selected rows. */
  selected: ReadonlySet<string>
  onSelect: (selected: ReadonlySet<string>) => void
}

/** Open elements that Escape closes before it ends a selection. */
const OPEN = 'dialog[open], [popover]:popover-open, [role=tooltip]'

/** Escape ends the selection, unless it closes something or belongs to a field. */
const useEscape = (clear: () => void) => {
  const latest = useRef(clear)
  useEffect(() => {
    latest.current = clear
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, target, defaultPrevented } = event
      const isTyping = target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select')
      if (key !== 'Escape' || defaultPrevented || isTyping || document.querySelector(OPEN)) return
      latest.current()
    }
    // In the capture phase: what Escape closes is still open then.
    addEventListener('keydown', press, true)
    return () => {
      removeEventListener('keydown', press, true)
    }
  }, [])
}

/** A name alone where all are of one project, else with its project. */
const namesOf = (rows: readonly ServiceRow[], several: boolean): string =>
  rows.map(({ project, service }) => (several ? `${project}/${service.service_name}` : service.service_name)).join('\n')

type BarProps = Omit<SelectionBarProps, 'rows' | 'selected'> & { chosen: readonly ServiceRow[]; hidden: number }

const Bar = ({ chosen, hidden, shown, onSelect }: BarProps) => {
  const projects = [...new Set(chosen.map(({ project }) => project))]
  const { busy, message, failure, doubts, run, retry, cancel } = useCaDownload()
  const [byHand, setByHand] = useState<string>()
  const names = namesOf(chosen, projects.length > 1)
  useEscape(() => {
    onSelect(new Set())
  })
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <p role="status" className="mr-2 font-medium">
          {formatNumber(chosen.length)} selected
          {hidden > 0 && <span className="text-muted"> ({formatNumber(hidden)} not shown)</span>}
        </p>
        <Button icon="download" busy={busy} onClick={() => run(projects)}>
          {projects.length > 1 ? `Download ${String(projects.length)} CAs` : 'Download CA'}
        </Button>
        <BulkActions targets={chosen} />
        <CopyButton what="names" label="Copy names" text={names} onRefused={setByHand} />
        {chosen.length - hidden < shown.length && (
          <Button
            variant="quiet"
            onClick={() => {
              onSelect(new Set([...chosen, ...shown].map(({ key }) => key)))
            }}
          >
            {`Select all ${formatNumber(shown.length)}`}
          </Button>
        )}
        <Button
          variant="quiet"
          onClick={() => {
            onSelect(new Set())
            document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
          }}
        >
          Clear selection
        </Button>
      </div>
      {busy && <Waiting onCancel={cancel} />}
      {failure && <ApiProblem error={failure.error} what={failure.what} busy={busy} onRetry={retry} />}
      <Outcome>{message}</Outcome>
      <DoubtDialog doubts={doubts} />
      <SelectionBundles targets={chosen} />
      {byHand !== undefined && <CodeRegion label="Names" text={byHand} selected={1} />}
    </>
  )
}

/** Actions on the selected services. Its parent places it at the bottom of the window. */
export const SelectionBar = ({ rows, shown, selected, onSelect }: SelectionBarProps) => {
  const chosen = useMemo(
    () => (selected.size === 0 ? [] : rows.filter(({ key }) => selected.has(key))),
    [rows, selected],
  )
  const hidden = useMemo(() => {
    if (chosen.length === 0) return 0
    const inSight = new Set(shown)
    return chosen.filter((row) => !inSight.has(row)).length
  }, [chosen, shown])
  if (chosen.length === 0) return null
  return (
    <section
      aria-label="Selection"
      data-floats="bottom"
      className="max-h-[50vh] space-y-2 overflow-y-auto rounded-lg border border-accent bg-surface p-3 shadow-lg print:hidden"
    >
      <Bar chosen={chosen} hidden={hidden} shown={shown} onSelect={onSelect} />
    </section>
  )
}
