/** Connections of a database and its statistics, as functions of the time. */
import { iso } from './answers.ts'
import { STATEMENTS } from './data/queries.ts'
import type { MockService } from './data/model.ts'
import { seedOf } from './activity.ts'
import { hash, noise } from './hash.ts'

const SECOND = 1000
const CONNECTIONS = 14
/** How long ago the statistics of seeded services start. */
const SEED_STATS = 6 * 24 * 3600 * SECOND

export interface Connection {
  readonly pid: number
  readonly [field: string]: unknown
}

/** Each connection runs one statement after the other, some of them long ones; pids differ from run to run. */
const connection = (seed: number, slot: number, now: number): Connection => {
  const lasts = [7, 19, 45, 180, 900][slot % 5] ?? 30
  const cycle = Math.floor(now / SECOND / lasts)
  const begins = cycle * lasts * SECOND
  const statement = STATEMENTS[Math.floor(noise(seed + slot, cycle) * STATEMENTS.length)] ?? STATEMENTS[0]
  const luck = noise(seed ^ slot, cycle)
  // Some connections are idle at times.
  const state = slot < 5 || luck < 0.4 ? 'active' : luck < 0.55 ? 'idle in transaction' : 'idle'
  const waits = state === 'active' && luck > 0.3
  return {
    pid: 1000 + slot * 37 + (cycle % 900) * 31,
    datid: 16_400,
    datname: statement?.database ?? 'defaultdb',
    usesysid: 16_385,
    usename: statement?.user ?? 'avnadmin',
    application_name: statement?.application ?? '',
    client_addr: `198.51.100.${String(20 + slot)}`,
    client_hostname: '',
    client_port: 40_000 + slot,
    backend_start: iso(begins - 3600 * SECOND),
    xact_start: iso(begins),
    query_start: iso(begins),
    state_change: iso(begins),
    query_duration: (now - begins) / SECOND,
    state,
    waiting: waits,
    wait_event_type: waits ? 'Lock' : 'Client',
    wait_event: waits ? 'transactionid' : 'ClientRead',
    backend_type: 'client backend',
    query_id: hash(statement?.text ?? ''),
    query: statement?.text ?? '',
  }
}

/** Current connections and their queries; cancelled ones are idle, terminated ones are gone. */
export const connectionsOf = (project: string, service: MockService, now: number): readonly Connection[] => {
  const seed = seedOf(project, service.name)
  return Array.from({ length: CONNECTIONS }, (_, slot) => connection(seed, slot, now)).flatMap((found) => {
    const ended = service.cancelled?.[String(found.pid)]
    if (ended === 'terminated') return []
    return ended === 'cancelled' ? [{ ...found, state: 'idle', waiting: false }] : [found]
  })
}

/** The same for caches, which have no statements: clients, their age and last command. */
export const clientsOf = (project: string, service: MockService, now: number) => {
  const seed = seedOf(project, service.name)
  return Array.from({ length: 9 }, (_, slot) => ({
    id: String(100 + slot),
    name: slot % 3 === 0 ? 'shop-front' : '',
    client_addr: `198.51.100.${String(40 + slot)}:${String(50_000 + slot)}`,
    active_database: '0',
    connection_age_seconds: Math.floor(now / SECOND) % (3600 * (slot + 1)),
    connection_idle_seconds: Math.floor(noise(seed + slot, Math.floor(now / SECOND / 5)) * 40),
    query: ['get', 'set', 'hgetall', 'ping'][slot % 4] ?? 'ping',
    flags: ['normal'],
    flags_raw: 'N',
    query_buffer: 26,
    query_buffer_free: 20_448,
    output_buffer: 0,
    output_buffer_memory: 20_504,
    output_list_length: 0,
    multi_exec_commands: -1,
    active_channel_subscriptions: 0,
    active_pattern_matching_channel_subscriptions: 0,
  }))
}

const since = ({ statsSince, createdAt }: MockService, now: number): number =>
  statsSince ?? createdAt ?? now - (now % SEED_STATS) - SEED_STATS

/** How often a statement ran since its statistics started, and its total time in milliseconds. */
const counted = (service: MockService, now: number) =>
  STATEMENTS.map((statement) => {
    const calls = Math.floor(((now - since(service, now)) / SECOND) * statement.perSecond)
    return { statement, calls, total: calls * statement.usual * 1.07, mean: statement.usual * 1.07 }
  }).filter(({ calls }) => calls > 0)

/** Statistics of PostgreSQL: times in milliseconds. */
export const pgStatistics = (service: MockService, now: number) =>
  counted(service, now).map(({ statement: { text, user, database, usual, rows }, calls, total, mean }) => ({
    query: text,
    queryid: hash(text),
    user_name: user,
    database_name: database,
    calls,
    rows: calls * rows,
    total_time: total,
    mean_time: mean,
    min_time: usual * 0.4,
    max_time: usual * 9,
    stddev_time: usual * 0.8,
    shared_blks_hit: calls * (rows + 3),
    shared_blks_read: Math.floor(calls * rows * 0.04),
    shared_blks_dirtied: 0,
    shared_blks_written: 0,
    blk_read_time: total * 0.05,
    blk_write_time: 0,
  }))

const PICOSECONDS = 1e9

/** Statistics of MySQL: times in picoseconds. */
export const mysqlStatistics = (service: MockService, now: number) =>
  counted(service, now).map(({ statement: { text, database, usual, rows }, calls, total, mean }) => ({
    digest: hash(text).toString(16),
    digest_text: text.replaceAll(/\$\d/g, '?'),
    schema_name: database,
    count_star: calls,
    sum_timer_wait: total * PICOSECONDS,
    avg_timer_wait: mean * PICOSECONDS,
    min_timer_wait: usual * 0.4 * PICOSECONDS,
    max_timer_wait: usual * 9 * PICOSECONDS,
    sum_rows_sent: calls * rows,
    sum_rows_affected: 0,
    sum_rows_examined: calls * rows * 3,
    sum_errors: 0,
    sum_warnings: 0,
    first_seen: iso(since(service, now)),
    last_seen: iso(now),
  }))
