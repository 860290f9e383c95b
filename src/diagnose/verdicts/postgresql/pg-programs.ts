/** Programs that reach PostgreSQL through a library known here, and what tells that settings are theirs. */
import type { Setting } from '../../documents/document.ts'
import { PG, type PgClient } from './postgresql.ts'

export const GRAFANA: PgClient = {
  ...PG.go,
  name: 'Grafana (Go lib/pq)',
  basis: 'documented',
  source: 'https://grafana.com/docs/grafana/latest/datasources/postgres/',
}
export const TERRAFORM: PgClient = {
  ...PG.go,
  name: 'Terraform provider postgresql (Go lib/pq)',
  basis: 'documented',
  source: 'https://registry.terraform.io/providers/cyrilgdn/postgresql/latest/docs',
}
export const DBT: PgClient = {
  ...PG.psycopg,
  name: 'dbt (psycopg2)',
  basis: 'read',
  source: 'dbt-postgres 1.11.0',
}
/** What kind of database an output of dbt is: PostgreSQL. */
export const isDbtType = ({ name, literal }: Setting) =>
  /(?:^|\.)outputs\.[^.]+\.type$/.test(name) && literal.value === 'postgres'
export const AIRFLOW: PgClient = {
  ...PG.psycopg,
  name: 'Airflow (psycopg2)',
  basis: 'read',
  source: 'apache-airflow-providers-postgres 7.1.1',
}
