/** A service that is being rebuilt, in the words of the wire: its state goes on by the clock. */

const SECOND = 1000
/** How long each phase of the second node takes; before them its machine is set up, after them it runs. */
const SETTING_UP = 10 * SECOND
const PHASES = [
  { phase: 'prepare', lasts: 10 * SECOND, max: 100, unit: 'prepare_percent' },
  { phase: 'basebackup', lasts: 60 * SECOND, max: 42_949_672_960, unit: 'bytes_uncompressed' },
  { phase: 'stream', lasts: 20 * SECOND, max: 2_147_483_648, unit: 'wal_lsn' },
] as const

const progressUpdates = (elapsed: number) => {
  let begins = SETTING_UP
  return PHASES.map(({ phase, lasts, max, unit }) => {
    const done = Math.min(Math.max((elapsed - begins) / lasts, 0), 1)
    begins += lasts
    return { phase, unit, min: 0, max, current: Math.round(max * done), completed: done === 1 }
  })
}

/** @param elapsed milliseconds since the rebuild began */
const rebuilding = (service: object, elapsed: number) => {
  const updates = progressUpdates(elapsed)
  const setUp = elapsed >= SETTING_UP
  const done = updates.every(({ completed }) => completed)
  const nodes = [
    { name: 'orders-db-1', state: 'running', availability_zone: 'zone-1', role: 'master' },
    {
      name: 'orders-db-2',
      state: done ? 'running' : setUp ? 'syncing_data' : 'setting_up_vm',
      availability_zone: 'zone-2',
      role: 'standby',
      ...(setUp && !done && { progress_updates: updates }),
    },
  ]
  return { ...service, state: done ? 'RUNNING' : 'REBUILDING', node_states: nodes }
}

/** Of the services, `orders-db` is being rebuilt. */
export const rebuildOrders = (services: readonly unknown[], elapsed: number): unknown[] =>
  services.map((service) =>
    (service as { service_name?: unknown }).service_name === 'orders-db'
      ? rebuilding(service as object, elapsed)
      : service,
  )
