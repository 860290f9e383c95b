/** Log lines of services, by unit. `%n`, `%d`, `%u`, `%t` are replaced by a number, a database, a user, a topic. */

export type Severity = 'emerg' | 'alert' | 'crit' | 'err' | 'warning' | 'notice' | 'info' | 'debug'

/** The most severe first. */
export const SEVERITIES: readonly Severity[] = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug']

export interface LogTemplate {
  readonly unit: string
  readonly severity: Severity
  readonly text: string
}

const line = (unit: string, severity: Severity, text: string): LogTemplate => ({ unit, severity, text })

const PG: readonly LogTemplate[] = [
  line('postgresql.service', 'info', 'LOG:  checkpoint complete: wrote %n buffers (0.4%)'),
  line('postgresql.service', 'info', 'LOG:  connection authorized: user=%u database=%d SSL enabled (protocol=TLSv1.3)'),
  line('postgresql.service', 'info', 'LOG:  disconnection: session of %n ms: user=%u database=%d'),
  line(
    'postgresql.service',
    'notice',
    'LOG:  duration: %n.311 ms  statement: SELECT id, total FROM orders WHERE state = $1',
  ),
  line('pgbouncer.service', 'info', 'stats: %n xacts/s, %n queries/s, in 5012 B/s, out 40212 B/s'),
  line('postgresql.service', 'warning', 'WARNING:  there is no transaction in progress'),
  line('postgresql.service', 'err', 'ERROR:  canceling statement due to lock timeout, user=%u database=%d'),
  line('postgresql.service', 'err', 'FATAL:  password authentication failed for user "%u"'),
]

const KAFKA: readonly LogTemplate[] = [
  line('kafka.service', 'info', '[GroupCoordinator %n]: Stabilized group analytics generation %n'),
  line('kafka.service', 'info', '[UnifiedLog partition=%t-%n] Deleting segments due to log retention time breach'),
  line('kafka.service', 'info', '[Controller %n] Processing automatic preferred replica leader election'),
  line('karapace.service', 'info', 'GET /subjects/%t-value/versions/latest 200'),
  line('kafka.service', 'warning', '[ReplicaFetcher replicaId=%n] Partition %t-%n is behind'),
  line('kafka.service', 'err', 'Failed authentication with /198.51.100.%n (SSL handshake failed)'),
]

const OTHERS: readonly LogTemplate[] = [
  line('service.service', 'info', 'Request %n handled'),
  line('service.service', 'info', 'Snapshot saved, %n keys'),
  line('service.service', 'notice', 'Connection from 198.51.100.%n closed'),
  line('service.service', 'warning', 'Slow request: %n ms'),
  line('service.service', 'err', 'Request %n failed: timed out'),
]

const MACHINE: readonly LogTemplate[] = [
  line('systemd', 'info', 'Started Session %n of User root.'),
  line('systemd', 'debug', 'Timer elapsed, %n jobs queued'),
  line('chronyd.service', 'debug', 'Selected source 192.0.2.%n'),
]

const BY_TYPE: Readonly<Record<string, readonly LogTemplate[]>> = {
  pg: PG,
  alloydbomni: PG,
  kafka: KAFKA,
}

/** Rare lines with markup and a secret, which real logs may contain too. */
export const STRANGE_LINES: readonly LogTemplate[] = [
  line('app.service', 'warning', 'retry with postgres://%u:AVNS_demoinlogs42@db.example.com:20984/%d?sslmode=require'),
  line('app.service', 'info', 'user agent <script>alert(1)</script> "\u0007 名前 \u202Etxet'),
]

/** The line templates of a service type. */
export const logTemplates = (type: string): readonly LogTemplate[] => [...(BY_TYPE[type] ?? OTHERS), ...MACHINE]

export const FILLERS = {
  d: ['orders', 'defaultdb', 'audit'],
  u: ['orders-api', 'avnadmin', 'reports'],
  t: ['orders.created', 'page-views', 'payments.authorised'],
} as const
