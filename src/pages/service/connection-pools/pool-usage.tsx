import type { Service } from '../../../api/service.ts'
import { formatNumber } from '../../../lib/format-number.ts'
import { poolLimit, takenBy } from './pool-limit.ts'

/** The sizes of all pools against the connections that the service has, as a bar. */
export const PoolUsage = ({ service }: { service: Service }) => {
  const limit = poolLimit(service)
  const taken = takenBy(service.connection_pools)
  if (limit === undefined) {
    return <p className="text-muted">The API doesn&rsquo;t say how many connections the service has.</p>
  }
  const words = `${formatNumber(taken)} of ${formatNumber(limit)} connections`
  return (
    <div className="max-w-xl space-y-1">
      <p id="pool-usage">
        Pools can use up to <b className="font-medium">{words}</b> of the service. Clients that connect directly use the
        rest.
      </p>
      <div
        role="meter"
        aria-labelledby="pool-usage"
        aria-valuemin={0}
        aria-valuemax={limit}
        aria-valuenow={Math.min(taken, limit)}
        aria-valuetext={words}
        className="h-2 overflow-hidden rounded-full border border-control bg-sunken"
      >
        <div
          className={`h-full forced-colors:bg-[CanvasText] ${taken > limit ? 'bg-bad' : 'bg-accent'}`}
          style={{ width: `${String(Math.min(100, (100 * taken) / limit))}%` }}
        />
      </div>
      {service.connection_pools.some(({ username }) => username === undefined) && (
        <p className="text-xs text-muted">A pool without a user can take its size for each user that connects.</p>
      )}
    </div>
  )
}
