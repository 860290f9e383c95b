/** Versions of services and their end dates. The dates are invented, in a realistic order. */

interface VersionAnswer {
  readonly service_type: string
  readonly major_version: string
  readonly state: 'available' | 'eol' | 'preview'
  readonly availability_start_time: string
  readonly availability_end_time: string | null
  readonly aiven_end_of_life_time: string | null
  readonly upstream_end_of_life_time: string | null
  readonly termination_time: string | null
  readonly upgrade_to_version: string | null
  readonly end_of_life_help_article_url: string
}

const HELP = 'https://aiven.io/docs/platform/reference/eol-for-major-versions'

const day = (text: string | null) => text && `${text}T00:00:00Z`

/** Without an end, the version has no planned retirement. */
const version = (
  type: string,
  major: string,
  start: string,
  end: string | null,
  upgradeTo: string | null = null,
  state: VersionAnswer['state'] = 'available',
): VersionAnswer => ({
  service_type: type,
  major_version: major,
  state,
  availability_start_time: `${start}T00:00:00Z`,
  availability_end_time: day(end),
  aiven_end_of_life_time: day(end),
  upstream_end_of_life_time: day(end),
  termination_time: day(end),
  upgrade_to_version: upgradeTo,
  end_of_life_help_article_url: HELP,
})

export const VERSIONS: readonly VersionAnswer[] = [
  version('pg', '13', '2021-02-15', '2025-11-13', '14', 'eol'),
  version('pg', '14', '2021-11-11', '2026-12-12', '15'),
  version('pg', '15', '2022-12-12', '2027-11-11'),
  version('pg', '16', '2023-11-02', '2028-11-09'),
  version('pg', '17', '2024-11-18', '2029-11-08'),
  version('pg', '18', '2025-12-01', null),
  version('mysql', '8', '2019-06-01', '2026-12-30', '8.4'),
  version('mysql', '8.4', '2025-08-01', null),
  version('kafka', '2.8', '2021-06-02', '2022-06-02', '3.0', 'eol'),
  version('kafka', '3.8', '2024-09-01', '2026-03-01', '3.9', 'eol'),
  version('kafka', '3.9', '2024-12-10', '2027-01-31', '4.1'),
  version('kafka', '4.1', '2025-11-04', null),
  version('kafka', '4.2', '2026-06-16', null),
  version('opensearch', '2', '2022-08-23', '2027-03-15', '2.19'),
  version('opensearch', '2.19', '2025-10-07', null),
  version('opensearch', '3.3', '2026-05-05', null),
  version('clickhouse', '25.3', '2025-06-24', '2026-12-31', '25.8'),
  version('clickhouse', '25.8', '2026-01-20', null),
  version('valkey', '8.1', '2025-07-08', null),
  version('valkey', '9.0', '2026-03-03', null),
  version('dragonfly', '1', '2023-12-05', null),
  version('grafana', '11', '2024-08-13', null),
  version('flink', '1.20', '2025-02-11', null),
  version('alloydbomni', '15', '2024-10-15', null),
]
