/** The states of Aiven's API document; what it may add later is shown as it comes. */
const STATES: Record<string, { word: string; dot: string; text: string }> = {
  RUNNING: { word: 'Running', dot: 'bg-ok', text: 'text-ok' },
  REBUILDING: { word: 'Rebuilding', dot: 'bg-busy', text: 'text-busy' },
  REBALANCING: { word: 'Rebalancing', dot: 'bg-busy', text: 'text-busy' },
  POWEROFF: { word: 'Powered off', dot: 'border border-muted', text: 'text-muted' },
}

/** A state in words: `POWEROFF` is "Powered off". */
export const stateWord = (state: string | undefined): string =>
  state === undefined ? 'Not said' : (STATES[state]?.word ?? state)

export const ServiceStatus = ({ state }: { state: string | undefined }) => {
  const { dot, text } = STATES[state ?? ''] ?? { dot: 'border border-unknown', text: 'text-unknown' }
  return (
    <span className={`inline-flex items-baseline gap-1.5 wrap-break-word ${text}`}>
      <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dot}`} />
      {stateWord(state)}
    </span>
  )
}
