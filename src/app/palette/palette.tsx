import { useBackend } from '../../api/use-api.ts'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'

import { projectCaFileName } from '../../crypto/files.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { saveFile } from '../../lib/save-file.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Unread } from '../../features/problems/unread.tsx'
import { isMaterial, sendToTroubleshoot } from '../../features/pasted-text/pasted-text.ts'
import { paths } from '../../lib/paths.ts'
import { loadCa } from '../../features/ca-certificate/ca-certificate.ts'
import { useTask } from '../../ui/use-task.ts'
import { DoubtDialog } from '../../features/doubts/doubt-dialog.tsx'
import { useDoubts } from '../../features/doubts/use-doubts.ts'
import { rankMatches } from './match.ts'
import { Results } from './results.tsx'
import { useEntries, type Entry } from './use-entries.ts'
import { Outcome } from '../../ui/outcome.tsx'
import type { EarlyText } from '../early-field.tsx'
import { useShareEntry } from './use-share-entry.tsx'

const SHOWN = 50
/** Number of characters of a long text that the field shows. */
const IN_FIELD = 200

/** A text as a one-line field shows it. */
const inField = (text: string): string => text.slice(0, IN_FIELD).replaceAll(/\s+/g, ' ')

const TROUBLESHOOT: Entry = { label: 'Troubleshoot this', kind: 'Page', troubleshoots: true }

/** From this number of words on, a text that matches no name is more likely a message than a mistyped name. */
const WORDS_OF_A_MESSAGE = 3

/** Entries for the input; an error, connection string or certificate leads to Troubleshoot. */
const findEntries = (entries: readonly Entry[], text: string): readonly Entry[] => {
  if (isMaterial(text)) return [TROUBLESHOOT]
  const found = rankMatches(entries, text.trim(), SHOWN)
  const isMessage = found.length === 0 && text.trim().split(/\s+/).length >= WORDS_OF_A_MESSAGE
  return isMessage ? [TROUBLESHOOT] : found
}

interface PaletteProps {
  /** What was typed before the palette was loaded. */
  early: EarlyText
  /** The open project, if any. */
  project: string | undefined
  onClose: () => void
  /** Shows the sheet of shortcuts instead. */
  onShortcuts: () => void
}

/** Go anywhere by typing a few letters of its name: a combobox whose list is always open. */
export const Palette = ({ early, project, onClose, onShortcuts }: PaletteProps) => {
  const { entries, loading, awaitsOpen, missing, unread } = useEntries(project)
  const backend = useBackend()
  const navigate = useNavigate()
  const { busy, message, failure, run, cancel } = useTask()
  const doubts = useDoubts()
  const shareEntry = useShareEntry(onClose)
  const [typed, setTyped] = useState(() => inField(early.text))
  /** Enter was pressed before the results were there. */
  const entered = useRef(early.entered)
  const [active, setActive] = useState(0)
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // The field is the dialog's only purpose.
  useLayoutEffect(() => {
    field.current?.focus()
  }, [])
  /** The pasted text with its line breaks, because the field has only one line. */
  const [pasted, setPasted] = useState(() => (isMaterial(early.text) ? early.text : undefined))
  const wanted = pasted ?? typed
  const found = useMemo(() => findEntries(entries, wanted), [entries, wanted])
  /** The entry that the user means may still be loading. */
  const mayCome = (awaitsOpen || (loading && found.length === 0)) && active === 0 && found[0]?.label !== wanted.trim()

  const download = (name: string) => {
    void run(name, async ({ fresh, signal }) => {
      const { text, description, doubts: doubted } = await loadCa(backend, name, fresh)
      signal.throwIfAborted()
      const again = () => {
        download(name)
      }
      if (!doubts.mayHandOver(doubted, 'Download', again)) return ''
      const fileName = projectCaFileName(name)
      saveFile(fileName, text, 'application/x-pem-file')
      return `Saved ${fileName}: ${description}`
    })
  }
  const choose = (entry: Entry | undefined) => {
    if (entry?.caOf !== undefined) download(entry.caOf)
    if (entry?.troubleshoots) {
      onClose()
      sendToTroubleshoot(wanted)
      void navigate(paths.check())
    }
    if (entry?.share) void shareEntry.share(entry.share)
    if (entry?.to !== undefined) {
      onClose()
      void navigate(entry.to)
    }
  }
  useEffect(() => {
    if (!entered.current || mayCome) return
    entered.current = false
    choose(found[0])
  })
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }
    const step = steps[event.key]
    // A key that ends text composition (in Japanese, say) isn't meant for the list.
    if (event.nativeEvent.isComposing || (step === undefined && event.key !== 'Enter')) return
    event.preventDefault()
    // Choosing manually ends the wait for more results.
    if (step !== undefined) entered.current = false
    // A second Enter takes what is there.
    if (step === undefined && mayCome && !entered.current) entered.current = true
    else if (step === undefined) choose(found[active])
    else if (Math.abs(step) === 1) setActive((active + step + found.length) % Math.max(found.length, 1))
    else setActive(Math.min(Math.max(active + step, 0), found.length - 1))
  }

  return (
    <Dialog title="Search" onClose={onClose}>
      <div className="space-y-3">
        <input
          type="text"
          role="combobox"
          aria-label="Page, project or service"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${String(active)}` : undefined}
          aria-autocomplete="list"
          ref={field}
          autoComplete="off"
          spellCheck={false}
          placeholder="Page, project or service"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setPasted(undefined)
            entered.current = false
            setActive(0)
          }}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text/plain')
            if (!isMaterial(text)) return
            event.preventDefault()
            setPasted(text)
            setTyped(inField(text))
            setActive(0)
          }}
          onKeyDown={press}
          className="min-h-10 w-full rounded-md border border-control bg-surface px-3 placeholder:text-muted"
        />
        {missing.map(({ error, what, busy: loadingAgain, retry }) => (
          <ApiProblem key={what} error={error} what={what} busy={loadingAgain} onRetry={retry} />
        ))}
        {unread.map(({ what, problems, busy: loadingAgain, retry }) => (
          <Unread key={what} problems={problems} busy={loadingAgain} onRetry={retry} />
        ))}
        {busy !== undefined && <Waiting onCancel={cancel} />}
        {failure && (
          <ApiProblem
            error={failure.error}
            what={`There is no usable CA certificate of ${failure.label}. Nothing was saved.`}
            busy={busy !== undefined}
            onRetry={() => {
              download(failure.label)
            }}
          />
        )}
        <Outcome>{message}</Outcome>
        {shareEntry.outcome}
        <DoubtDialog doubts={doubts} />
        <Results
          id={id}
          entries={found}
          active={active}
          onHover={(entry) => {
            entered.current = false
            setActive(entry)
          }}
          onChoose={choose}
        />
        <div className="flex flex-wrap items-center justify-between gap-2 text-xs text-muted">
          <p role="status">{loading ? 'Loading projects and services' : `${String(found.length)} found`}</p>
          <button type="button" onClick={onShortcuts} className="min-h-6 text-accent underline">
            Keyboard shortcuts
          </button>
        </div>
      </div>
    </Dialog>
  )
}
