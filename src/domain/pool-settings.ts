/** How PgBouncer's pools affect clients. Defaults are those of Aiven's user config. */
import { lookup } from '../lib/lookup.ts'
import { numberAt, textAt, type ConnectionContext, type Rule, type SettingFacts } from './setting-rule.ts'

/** Pools that PgBouncer makes by itself have this many connections; 0: it makes none. */
const autoPoolSize = ({ user_config }: SettingFacts): number =>
  numberAt(user_config, 'pgbouncer', 'autodb_pool_size') ?? 0

const autoPoolMode = ({ user_config }: SettingFacts): string =>
  textAt(user_config, 'pgbouncer', 'autodb_pool_mode') ?? 'transaction'

/** The mode of the pool that clients name, and where it is set; undefined if it isn't said. */
const poolMode = ({ service, pool }: ConnectionContext): { mode: string; field: string } | undefined => {
  const [first] = service.connection_pools
  const named = pool === undefined ? first : service.connection_pools.find(({ pool_name }) => pool_name === pool)
  if (named?.pool_mode !== undefined) return { mode: named.pool_mode, field: 'connection_pools[].pool_mode' }
  if (named !== undefined || autoPoolSize(service) === 0) return undefined
  return { mode: autoPoolMode(service), field: 'user_config.pgbouncer.autodb_pool_mode' }
}

const MODES: Readonly<Record<string, string>> = {
  transaction:
    'Transaction mode: a server connection is yours for one transaction. Session state doesn’t last: SET, LISTEN, temporary tables, PREPARE in SQL, session advisory locks.',
  statement:
    'Statement mode: a server connection is yours for one statement. Transactions of several statements are rejected, and session state doesn’t last.',
}

export const ofPools: readonly Rule[] = [
  (context) => {
    const found = poolMode(context)
    const text = found && lookup(MODES, found.mode)
    if (!found || text === undefined) return undefined
    return { id: 'pool-mode', field: found.field, weight: found.mode === 'statement' ? 'refused' : 'note', text }
  },
  (context) => {
    const found = poolMode(context)
    const field = 'user_config.pgbouncer.max_prepared_statements'
    if (!found || lookup(MODES, found.mode) === undefined) return undefined
    if (numberAt(context.service.user_config, 'pgbouncer', 'max_prepared_statements') !== 0) return undefined
    return {
      id: 'prepared-statements',
      field,
      weight: 'refused',
      text: 'Prepared statements don’t work in this pool. Turn them off in clients that prepare by default: statement_cache_size=0 (asyncpg), prepareThreshold=0 (pgJDBC), prepare_threshold=None (psycopg), default_query_exec_mode=exec (pgx). Or set max_prepared_statements to 1 or more.',
    }
  },
  ({ service }) =>
    autoPoolSize(service) > 0
      ? {
          id: 'automatic-pools',
          field: 'user_config.pgbouncer.autodb_pool_size',
          weight: 'note',
          text: `You can also use a database’s name: PgBouncer creates a pool of ${String(autoPoolSize(service))} connections for each user of it, in ${autoPoolMode(service)} mode.`,
        }
      : undefined,
]
