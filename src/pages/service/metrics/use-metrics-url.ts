import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { readPeriod } from './period.ts'

/** What is in the URL: period, moment and topic. */
export const useMetricsUrl = () => {
  const { params, write } = useUrlParams()
  const at = params.get('at')
  const parsed = at === null ? Number.NaN : Date.parse(at)
  const set = (name: string, value: string | undefined) => {
    write((search) => {
      if (value === undefined) search.delete(name)
      else search.set(name, value)
    })
  }
  return {
    topic: params.get('topic') ?? undefined,
    period: readPeriod(params.get('period')),
    /** The moment, in milliseconds. */
    kept: Number.isNaN(parsed) ? undefined : parsed,
    unreadable: at !== null && Number.isNaN(parsed) ? at : undefined,
    set,
  }
}

export type MetricsUrl = ReturnType<typeof useMetricsUrl>
