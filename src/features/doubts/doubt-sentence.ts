import type { Doubt } from '../../domain/file-doubts.ts'
import { formatDay } from '../../lib/date-format.ts'
import { formatRelative } from '../../ui/relative-time.tsx'

/** What is wrong with a file, and what follows. */
export const doubtSentence = ({ id, kind, name, at = new Date(NaN) }: Doubt, now: Date): string => {
  const what = kind === 'ca' ? `The CA certificate of project ${name}` : `The access certificate of ${name}`
  switch (id) {
    case 'expired': {
      const follows =
        kind === 'ca' ? 'Clients that verify with it can’t connect.' : 'Clients that use it can’t connect.'
      return `${what} expired ${formatRelative(at, now)} (${formatDay(at)}). ${follows}`
    }
    case 'early':
      return `${what} isn’t valid before ${formatDay(at)}, by this computer’s clock.`
    case 'not-a-pair':
      return `The access key of ${name} doesn’t match the access certificate. Clients that use the two can’t connect.`
    case 'unchecked':
      return `This browser can’t check whether the project’s CA signed the access certificate of ${name}.`
  }
}
