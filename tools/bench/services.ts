/** Projects of any size, with services of realistic JSON size. */

type Service = Readonly<Record<string, unknown>>

/**
 * A real service lists its backups, which the mock leaves out because the console doesn't read them. They make a
 * service about 5 kB long.
 */
const withBackups = (service: Service, nth: number): Service => ({
  ...service,
  backups: Array.from({ length: 14 }, (_, day) => ({
    backup_name: `2026-11-${String(day + 10)}_03-12_0.00000000.backup`,
    backup_time: `2026-11-${String(day + 10)}T03:12:45.678901+00:00`,
    data_size: 20_131_840_000 + nth,
    storage_location: 'europe-west1',
  })),
})

/** The first services of a list, with realistic JSON size. */
export const realistic =
  (total: number) =>
  (services: readonly Service[]): Service[] =>
    services.slice(0, total).map(withBackups)
