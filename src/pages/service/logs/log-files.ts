/** Log lines as files. */
import type { LogLine } from '../../../api/logs.ts'

/** A plain log file, oldest first: time, host, unit, severity, original text. */
export const toLog = (lines: readonly LogLine[]): string =>
  lines
    .toReversed()
    .map(
      ({ time = '-', hostname = '-', unit = '-', severity = '-', msg }) =>
        `${time} ${hostname} ${unit} ${severity}: ${msg}\n`,
    )
    .join('')

/** A JSON object a line, with the API's own fields, the oldest first. */
export const toJsonLines = (lines: readonly LogLine[]): string =>
  lines
    .toReversed()
    .map(({ time, hostname, unit, severity, msg }) => `${JSON.stringify({ time, hostname, unit, severity, msg })}\n`)
    .join('')
