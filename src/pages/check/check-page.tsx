import { useDeferredValue, useEffect, useEffectEvent } from 'react'

import { onPastedText } from '../../features/pasted-text/pasted-text.ts'
import { AnswerList } from '../../features/diagnosis/answer-list.tsx'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { Unread } from '../../features/problems/unread.tsx'
import { leadsToServices, loadReaders } from '../../diagnose/check-reading.ts'
import { plain } from '../../diagnose/words.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/notice.tsx'
import { EntryCard } from './entry-card.tsx'
import { MaterialInput } from './material-input.tsx'
import { useCheckResults, type Results } from './use-check-results.ts'
import { MAX_FILES, useMaterials, type Entry } from './use-materials.ts'
import { useOwnServices } from './use-own-services.ts'
import { useProjectCas, type ProjectCas } from './use-project-cas.ts'
import { checkRoute } from './route.ts'

/** Announces the first answer of each new file to screen readers. */
const useAnnouncements = (entries: readonly Entry[], { checked }: Results, complete: boolean) => {
  const [first] = entries
  const result = first && checked.get(first.id)
  const said = result && complete ? `${result.reading.name}: ${plain(result.answers[0]?.words ?? [])}` : undefined
  useEffect(() => {
    if (said !== undefined) announce(said)
  }, [said])
}

const Comparing = ({ cas }: { cas: ProjectCas & { retry: () => void } }) => {
  const { known, done, total, problems, error, busy, retry } = cas
  if (error) {
    return (
      <ApiProblem
        error={error}
        what="The certificates couldn’t be compared with the CAs of your projects."
        busy={busy}
        onRetry={retry}
      />
    )
  }
  if (known.complete) {
    return (
      <>
        <p data-testid="compared" className="text-xs text-muted">
          Compared with the CAs of {known.cas.length} of your {total} projects.
          {known.unread.length > 0 && (
            <>
              {' '}
              The CAs of the others couldn’t be read: {known.unread.join(', ')}.{' '}
              <button type="button" aria-busy={busy} onClick={retry} className="min-h-6 text-accent underline">
                Ask again
              </button>
            </>
          )}
        </p>
        <Unread problems={problems} busy={busy} onRetry={retry} />
      </>
    )
  }
  return (
    <p data-testid="comparing" className="text-xs text-muted">
      Comparing with the CAs of your projects
      {total !== undefined && `: ${String(done)} of ${String(total)}`}
    </p>
  )
}

/** Troubleshoot: checks files, pasted texts and key stores. Everything is read in the page. */
export const CheckPage = () => {
  const { entries, leftOut, addFiles, addText, unlock, remove, clear } = useMaterials()
  const read = useEffectEvent((text: string) => void addText(text))
  // What was pasted on the home page or into the search.
  useEffect(() => onPastedText(read), [])
  const hasCertificates = entries.some(({ reading }) => (reading?.certificates.length ?? 0) > 0)
  const cas = useProjectCas(hasCertificates)
  const results = useCheckResults(entries, cas.known)
  // The answers first: to ask for the services of every project takes a while.
  const own = useOwnServices(useDeferredValue([...results.checked.values()].some(leadsToServices)))
  useAnnouncements(entries, results, !hasCertificates || cas.known.complete)
  return (
    <div className="space-y-4">
      <div>
        <h1 className="mb-1 text-xl font-semibold">{checkRoute.title}</h1>
        <p className="max-w-3xl text-muted">
          Paste an error, a connection string or a certificate to see what&rsquo;s wrong. It never leaves your browser.
        </p>
      </div>
      <MaterialInput
        onFiles={(files) => void addFiles(files)}
        onText={(text) => void addText(text)}
        onIntent={loadReaders}
      />
      {leftOut > 0 && (
        <Note>
          The first {MAX_FILES} files are read at a time; {leftOut} more were left out.
        </Note>
      )}
      {entries.length > 0 && (
        <div className="flex flex-wrap items-center justify-between gap-2">
          {hasCertificates ? <Comparing cas={cas} /> : <span />}
          <Button
            variant="quiet"
            onClick={() => {
              clear()
              document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
            }}
          >
            Clear all
          </Button>
        </div>
      )}
      {results.together.length > 0 && entries.length > 0 && (
        <section aria-labelledby="together" className="space-y-3 rounded-lg border border-border bg-surface p-4">
          <h2 id="together" className="text-base font-semibold">
            Together
          </h2>
          <AnswerList answers={results.together} />
        </section>
      )}
      {entries.map((entry) => (
        <EntryCard
          key={entry.id}
          entry={entry}
          checked={results.checked.get(entry.id)}
          own={own}
          onPassword={(password) => unlock(entry.id, password)}
          onRemove={() => {
            remove(entry.id)
          }}
        />
      ))}
    </div>
  )
}
