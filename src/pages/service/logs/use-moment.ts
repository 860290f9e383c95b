import { useEffect, useMemo, useRef, useState } from 'react'

import type { LogLine } from '../../../api/logs.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { hasLine, lineAt, oldestTime, type Blocks } from './blocks.ts'
import type { useLogs } from './use-logs.ts'

/** Parameters of the URL that name a line. */
export const addressOf = ({ at, key }: LogLine) => ({
  ...(at !== undefined && { at: new Date(at).toISOString() }),
  line: key,
})

/** A moment that wasn't reached, and how far back the loaded lines go. */
export interface UnreachedMoment {
  readonly moment: number
  readonly oldest: number | undefined
}

/** The logs' state in the URL, and loading back to the moment that it names. */
export const useMoment = ({ blocks, goTo }: Pick<ReturnType<typeof useLogs>, 'blocks' | 'goTo'>) => {
  const { params, write } = useUrlParams()
  const opened = params.get('line') ?? undefined
  const at = params.get('at')
  const moment = Date.parse(at ?? '')
  /** Where the table was last sent to; it is made again then. */
  const [jump, setJump] = useState<{ readonly nth: number; readonly key?: string | undefined }>({ nth: 0 })
  const [missed, setMissed] = useState<UnreachedMoment>()
  /** A line that wasn't there, though its moment was reached. */
  const [lacked, setLacked] = useState<string>()

  const arrive = (wanted: number) => (found: Blocks) => {
    const key = opened ?? lineAt(found, wanted)?.key
    setJump(({ nth }) => ({ nth: nth + 1, key }))
    const oldest = oldestTime(found)
    const isReached = oldest !== undefined && oldest <= wanted
    setMissed(isReached ? undefined : { moment: wanted, oldest })
    setLacked(isReached && opened !== undefined && !hasLine(found, opened) ? opened : undefined)
  }
  const look = (wanted: number) => {
    goTo(wanted, arrive(wanted))
  }

  /** The URL's moment that was already searched for. */
  const looked = useRef(Number.NaN)
  const isLoaded = blocks.length > 0
  const isOpenedLoaded = useMemo(() => opened === undefined || hasLine(blocks, opened), [blocks, opened])
  useEffect(() => {
    if (!isLoaded || Number.isNaN(moment) || looked.current === moment) return
    looked.current = moment
    look(moment)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each moment that the URL names, when there are lines
  }, [isLoaded, moment])
  useEffect(() => {
    if (jump.key !== undefined) document.getElementById(`line-${jump.key}`)?.scrollIntoView({ block: 'center' })
  }, [jump])

  /** Writes parameters; undefined takes one out of the URL. */
  const set = (values: Readonly<Record<string, string | undefined>>) => {
    write((url) => {
      for (const [name, value] of Object.entries(values)) {
        if (value === undefined) url.delete(name)
        else url.set(name, value)
      }
    })
  }

  return {
    params,
    set,
    opened,
    jump,
    missed,
    /** The URL names a line that isn't among those that are loaded, though its moment, if it names one, was reached. */
    lacksLine: isLoaded && !isOpenedLoaded && (Number.isNaN(moment) || lacked === opened),
    /** What the URL names as a moment, if it isn't one. */
    unreadable: at !== null && Number.isNaN(moment) ? at : undefined,
    /** Searches for a moment again: further back, or after a failure. */
    lookAgain: () => {
      look(missed?.moment ?? moment)
    },
    go: (wanted: number) => {
      set({ at: new Date(wanted).toISOString(), line: undefined })
      if (wanted === moment) look(wanted)
    },
    /** Opens a line, or closes the one that is open. */
    toggle: (line: LogLine) => {
      // It is visible already.
      if (line.at !== undefined) looked.current = line.at
      set(line.key === opened ? { line: undefined } : addressOf(line))
    },
  }
}
