import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'

import { wasRefused } from '../../../api/errors.ts'
import { sendWrite } from '../../../api/send-write.ts'
import type { ServiceWrite } from '../../../api/service-write.ts'
import { useApi } from '../../../api/use-api.ts'
import { forEachConcurrent } from '../../../lib/for-each-concurrent.ts'
import { sentence } from '../../../lib/sentence.ts'
import { useLifetime } from '../../../ui/use-lifetime.ts'
import type { BulkStep } from './bulk-plan.ts'

export interface BulkFailure {
  readonly key: string
  readonly text: string
  /** It isn't known whether the change was made. */
  readonly isUnknown: boolean
}

interface Progress {
  readonly state: 'running' | 'cancelled' | 'finished'
  readonly total: number
  /** Names of those to which it was done. */
  readonly done: readonly string[]
  readonly failed: readonly BulkFailure[]
}

/** Sends one change to each of several services, a few at a time. A refusal doesn't affect the others. */
export const useBulk = () => {
  const { mutateAsync } = useMutation(sendWrite(useApi()))
  const [progress, setProgress] = useState<Progress>()
  const cancelled = useRef(new AbortController())
  const lifetime = useLifetime()
  const run = async (steps: readonly BulkStep[], request: (step: BulkStep) => ServiceWrite) => {
    const controller = new AbortController()
    cancelled.current = controller
    // Leaving the page stops sending.
    const signal = AbortSignal.any([controller.signal, lifetime()])
    setProgress({ state: 'running', total: steps.length, done: [], failed: [] })
    const add = (change: (before: Progress) => Partial<Progress>) => {
      setProgress((before) => before && { ...before, ...change(before) })
    }
    await forEachConcurrent(steps, signal, async (step) => {
      const name = step.service.service_name
      try {
        await mutateAsync(request(step))
        add(({ done }) => ({ done: [...done, name] }))
      } catch (error) {
        const text = `${name}: ${sentence(error instanceof Error ? error.message : String(error))}`
        const failure = { key: `${step.project}/${name}`, text, isUnknown: !wasRefused(error) }
        add(({ failed }) => ({ failed: [...failed, failure] }))
      }
    })
    add(() => ({ state: controller.signal.aborted ? 'cancelled' : 'finished' }))
  }
  return {
    progress,
    run,
    /** Running requests finish; no new ones start. */
    cancel: () => {
      cancelled.current.abort()
    },
  }
}
