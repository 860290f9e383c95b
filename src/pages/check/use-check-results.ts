import { useEffect, useState } from 'react'

import { checkReading, type Checked } from '../../diagnose/check-reading.ts'
import type { KnownCas } from '../../diagnose/identify.ts'
import { createPause } from '../../lib/pause.ts'
import { compare } from '../../diagnose/together.ts'
import type { Answer } from '../../diagnose/words.ts'
import type { Entry } from './use-materials.ts'

export interface Results {
  /** By the entry's id. */
  readonly checked: ReadonlyMap<number, Checked>
  /** What the files say together. */
  readonly together: readonly Answer[]
}

const NOTHING: Results = { checked: new Map(), together: [] }

/** Checks everything read against the CAs known so far, and again when either changes. Results stay until new ones are ready. */
export const useCheckResults = (entries: readonly Entry[], known: KnownCas): Results => {
  const [results, setResults] = useState(NOTHING)
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    const run = async () => {
      const pauseIfDue = createPause(signal)
      const now = new Date()
      const checked = new Map<number, Checked>()
      for (const { id, reading } of entries) {
        if (reading) checked.set(id, await checkReading(reading, known, now, pauseIfDue))
      }
      const together = await compare([...checked.values()].map(({ reading }) => reading).toReversed())
      if (!signal.aborted) setResults({ checked, together })
    }
    run().catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
    return () => {
      controller.abort()
    }
  }, [entries, known])
  return results
}
