import { lookup } from '../../lib/lookup.ts'

/** A full dot stays full even in forced colours, which don't paint backgrounds. */
const DOT = 'forced-colors:before:bg-[CanvasText]'

/** The states in Aiven's API document; a new state is shown as sent. */
const STATES: Record<string, { word: string; dot: string; text: string }> = {
  RUNNING: { word: 'Running', dot: `${DOT} before:bg-ok`, text: 'text-ok' },
  REBUILDING: { word: 'Rebuilding', dot: `${DOT} before:bg-busy`, text: 'text-busy' },
  REBALANCING: { word: 'Rebalancing', dot: `${DOT} before:bg-busy`, text: 'text-busy' },
  POWEROFF: { word: 'Powered off', dot: 'before:border before:border-muted', text: 'text-muted' },
}

/** A state in words: `POWEROFF` is "Powered off". */
export const stateWord = (state: string | undefined): string =>
  state === undefined ? 'Unknown' : (lookup(STATES, state)?.word ?? state)

export const ServiceStatus = ({ state }: { state: string | undefined }) => {
  const { dot, text } = lookup(STATES, state ?? '') ?? {
    dot: 'before:border before:border-unknown',
    text: 'text-unknown',
  }
  return (
    // The dot isn't an element: a list has one per row.
    <span
      className={`inline-flex items-baseline gap-1.5 wrap-break-word before:size-2 before:shrink-0 before:rounded-full ${dot} ${text}`}
    >
      {stateWord(state)}
    </span>
  )
}
