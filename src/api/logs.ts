/** Logs of a service: pages of lines, the newest first. */
import * as v from 'valibot'

import { readWireTime } from '../domain/wire-time.ts'
import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { readItems } from './parse.ts'
import { readQuery } from './query.ts'

/** The most severe first, as the API names them. */
export const SEVERITIES = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const
export type Severity = (typeof SEVERITIES)[number]

/** The most that the API sends at once. */
const PAGE = 500

const LineSchema = v.object({
  msg: v.string(),
  time: shownText,
  severity: shownText,
  unit: shownText,
  /** Undocumented; avn shows it. */
  hostname: shownText,
})

export interface LogLine extends v.InferOutput<typeof LineSchema> {
  /** Milliseconds of the epoch; undefined where the line has no time. */
  readonly at: number | undefined
  /** Identifies a line, and is the same on every read. Contains nothing of its text. */
  readonly key: string
  /** The whole line in lower case, for searching. */
  readonly searchText: string
}

export interface LogPage {
  readonly lines: readonly LogLine[]
  /** Opaque offset for requesting older lines; undefined if there are none. */
  readonly offset: string | undefined
  readonly problems: readonly string[]
}

/** "No lines" differs from "no answer": both fields are required, and `offset` is null if there are no lines. */
const AnswerSchema = v.object({ logs: v.array(v.unknown()), offset: v.nullable(v.string()) })

/** FNV-1a over the text's length and, for a long text, its beginning. */
const digest = (text: string): string => {
  let value = 0x811c9dc5 ^ text.length
  for (let index = 0; index < Math.min(text.length, 4096); index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return (value >>> 0).toString(36)
}

const readLine = (raw: unknown): LogLine => {
  const line = v.parse(LineSchema, raw)
  const { msg, time = '', severity = '', unit = '', hostname = '' } = line
  const rest = `${unit}\n${hostname}\n${severity}`
  return {
    ...line,
    at: readWireTime(time),
    key: `${time}~${digest(`${rest}\n${msg}`)}`,
    searchText: `${msg}\n${rest}`.toLowerCase(),
  }
}

/** A page of log lines; those that can’t be read are said in `problems`. */
export const readLogs = (body: unknown): LogPage => {
  const { logs, offset } = v.parse(AnswerSchema, body)
  const { items, problems } = readItems(logs, 'Log line', readLine)
  return { lines: items, offset: offset ?? undefined, problems }
}

interface LogQuery {
  /** The lowest severity to return; all if undefined. */
  readonly severity?: Severity | undefined
  /** From an earlier answer; without it, the newest lines. */
  readonly offset?: string
}

/**
 * `POST /v1/project/{project}/service/{service}/logs`, which only reads. Lines may contain secrets, so an answer is kept
 * only while it is shown.
 */
export const serviceLogs = (api: Api, project: string, service: string, { severity, offset }: LogQuery) =>
  readQuery(api, {
    operation: 'ProjectGetServiceLogs',
    params: { project, service_name: service },
    body: {
      limit: PAGE,
      sort_order: 'desc',
      ...(severity !== undefined && { severity }),
      ...(offset !== undefined && { offset }),
    },
    read: readLogs,
    staleTime: 0,
    gcTime: 0,
  })
