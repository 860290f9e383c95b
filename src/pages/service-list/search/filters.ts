/** The filter words: what each searches, which values it accepts, and what it suggests. */
import type { Service } from '../../../api/service.ts'
import { markWord } from '../../../features/evidence/requirement-mark.tsx'
import type { ServiceRow } from '../service-rows.ts'
import { serviceTypeNamed } from '../../../domain/catalog.ts'
import { EXPIRES_TAKES, EXPIRES_VALUES, expiresTest, firstDeadline } from '../../../domain/expires-word.ts'
import { lookup } from '../../../lib/lookup.ts'

type Test = (row: ServiceRow) => boolean

export interface Filter {
  /** What it searches, for suggestions. */
  readonly hint: string
  /**
   * A value's condition on a row (value in lower case); undefined if the filter doesn't know the value.
   * @param now milliseconds of the epoch
   */
  readonly test: (value: string, now: number) => Test | undefined
  /** Valid values, for the message about an unknown value. */
  readonly takes?: string
  /** The values of a row, for suggestions. */
  readonly valuesOf?: (row: ServiceRow) => readonly string[]
  /** Values to suggest for any rows. */
  readonly values?: readonly string[]
}

const PROVIDER_ALIASES: Record<string, string> = { gcp: 'google' }

const lower = (text: string | undefined): string => text?.toLowerCase() ?? ''

/** `aws` and `eu-west-1` of `aws-eu-west-1`. */
const cloudParts = ({ cloud_name = '' }: Service) => {
  const [provider = '', ...region] = cloud_name.toLowerCase().split('-')
  return { provider, region: region.join('-') }
}

const tagsOf = ({ tags }: Service): [string, string][] =>
  Object.entries(tags).map(([key, value]) => [key.toLowerCase(), lower(value)])

/** Which of a service's certificates expires first, including the CA's if clients need it. */
const expiryTest = (value: string, now: number): Test | undefined => {
  const test = expiresTest(value, now)
  return (
    test &&
    (({ health }) => {
      const first = firstDeadline(health?.items ?? [])
      return first !== undefined && test(first)
    })
  )
}

/** By their words, in the order in which they are offered. */
export const FILTERS: Readonly<Record<string, Filter>> = {
  service: {
    hint: 'Type, such as pg or kafka',
    test: (value) => {
      const type = serviceTypeNamed(value)
      return ({ service }) => service.service_type.toLowerCase() === type
    },
    valuesOf: ({ service }) => [service.service_type],
  },
  status: {
    hint: 'Such as running or poweroff',
    test: (value) => (row) => lower(row.service.state) === value || row.status.toLowerCase() === value,
    valuesOf: ({ service }) => [lower(service.state)],
  },
  ca: {
    hint: 'Is the CA certificate required, optional or unknown',
    takes: 'required, optional or unknown',
    test: (value) =>
      ['required', 'optional', 'unknown'].includes(value) ? ({ verdict }) => verdict.mark === value : undefined,
    valuesOf: ({ verdict }) => [markWord(verdict.mark).toLowerCase()],
  },
  expires: {
    hint: 'First certificate to end, the CA included: <60d, >1y, expired',
    takes: EXPIRES_TAKES,
    test: expiryTest,
    values: EXPIRES_VALUES,
  },
  tls: {
    // Not "on": for a service that is off or unknown, it can't be known.
    hint: 'Whose main endpoint isn’t encrypted: off',
    takes: 'off',
    test: (value) => (value === 'off' ? ({ verdict }) => verdict.plaintext : undefined),
    values: ['off'],
  },
  tag: {
    hint: 'Key, or key=value',
    test:
      (value) =>
      ({ service }) =>
        tagsOf(service).some((tag) => tag[0] === value || tag.join('=') === value),
    valuesOf: ({ service }) => Object.entries(service.tags).map(([key, value]) => `${key}=${value ?? ''}`),
  },
  provider: {
    hint: 'Cloud provider, such as aws or google',
    test: (value) => {
      const provider = lookup(PROVIDER_ALIASES, value) ?? value
      return ({ service }) => cloudParts(service).provider === provider
    },
    valuesOf: ({ service }) => [cloudParts(service).provider],
  },
  region: {
    hint: 'Cloud region, such as aws-eu-west-1',
    test:
      (value) =>
      ({ service }) =>
        lower(service.cloud_name) === value || cloudParts(service).region === value,
    valuesOf: ({ service }) => [lower(service.cloud_name)],
  },
  cloud: {
    hint: 'Part of the name of the cloud, such as Frankfurt',
    test:
      (value) =>
      ({ service }) =>
        `${service.cloud_name ?? ''}\n${service.cloud_description ?? ''}`.toLowerCase().includes(value),
    valuesOf: ({ service }) => [service.cloud_name ?? ''],
  },
  plan: {
    hint: 'Plan, or how it begins: startup, business-8',
    test:
      (value) =>
      ({ service }) =>
        lower(service.plan).startsWith(value),
    valuesOf: ({ service }) => [service.plan ?? ''],
  },
  project: {
    hint: 'Part of the name of the project',
    test:
      (value) =>
      ({ project }) =>
        project.toLowerCase().includes(value),
    valuesOf: ({ project }) => [project],
  },
}

/** The filter of that word, if there is one. */
export const filterOf = (key: string | undefined): Filter | undefined =>
  key === undefined ? undefined : lookup(FILTERS, key)
