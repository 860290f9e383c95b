/** The state of a project's CA in a sentence: the same in the list, on the page and on Home. */
import type { HealthItem } from '../../domain/health.ts'
import { formatDay } from '../../lib/date-format.ts'
import { formatRelative } from '../../ui/relative-time.tsx'

/** @returns undefined if there is nothing to say */
export const caSentence = ({ state, deadline, next }: HealthItem, project: string, now: Date): string | undefined => {
  if (!deadline) return undefined
  const day = `${formatRelative(deadline, now)} (${formatDay(deadline)})`
  if (state === 'expired')
    return `The ${next ? 'new ' : ''}CA of project ${project} expired ${day}. Clients that verify with it can’t connect. Download the current CA; if it’s this one, contact Aiven support.`
  if (state === 'expiring')
    return `The CA of project ${project} ends ${day}. Aiven will announce a new one: check here for it, and plan to deploy it to every client.`
  if (state === 'rotation')
    return `The CA of project ${project} is being replaced. Give every client the new file before the services switch to it; the old CA ends ${day}.`
  return undefined
}
