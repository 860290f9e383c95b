/** The options, and their defaults. */
import * as v from 'valibot'

import type { Cloud, Plan, PlanRegion, ServiceType, ServiceVersion, Vpc } from '../../api/project-offer.ts'
import { formatDay } from '../../lib/date-format.ts'
import { lookup } from '../../lib/lookup.ts'
import { SERVICE_NAME, type Fields } from './fields.ts'
import { addressFault, tagFault } from './line-faults.ts'

export interface Offer {
  readonly types: readonly ServiceType[]
  readonly clouds: readonly Cloud[]
  /** Plans of the chosen type; undefined while loading. */
  readonly plans: readonly Plan[] | undefined
  readonly versions: readonly ServiceVersion[]
  /** VPCs in which a service can be made; undefined if unknown. */
  readonly vpcs: readonly Vpc[] | undefined
  /** Names of the project's services. */
  readonly taken: ReadonlySet<string>
  readonly defaultCloud: string | undefined
}

export const cloudLabel = ({ cloud_name, cloud_description }: Cloud): string =>
  cloud_description === undefined ? cloud_name : `${cloud_description} (${cloud_name})`

/** Short enough for a list of several: "Europe, Belgium" where the description says so. */
export const cloudShort = (clouds: readonly Cloud[], name: string): string => {
  const description = clouds.find(({ cloud_name }) => cloud_name === name)?.cloud_description
  return description?.split(': ').at(-1) ?? name
}

export const findRegion = (plans: readonly Plan[] | undefined, plan: string, cloud: string): PlanRegion | undefined =>
  plans?.find(({ service_plan }) => service_plan === plan)?.regions.get(cloud)

/** Plans that the cloud has come first, each group by price. */
export const inOrder = (plans: readonly Plan[], cloud: string): readonly Plan[] => {
  const rank = ({ regions }: Plan): number => {
    const region = regions.get(cloud)
    return region === undefined ? Infinity : (region.price_usd ?? Number.MAX_VALUE)
  }
  return plans.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** The project's default cloud if it has the type, else the first with a plan for it. */
export const defaultCloud = ({ plans = [], clouds, defaultCloud: usual }: Offer): string => {
  const has = (cloud: string) => plans.some(({ regions }) => regions.has(cloud))
  if (usual !== undefined && has(usual)) return usual
  return clouds.find(({ cloud_name }) => has(cloud_name))?.cloud_name ?? ''
}

/** The cheapest plan that the cloud has, so that the default costs least. */
export const defaultPlan = ({ plans = [] }: Offer, cloud: string): string =>
  inOrder(plans, cloud).find(({ regions }) => regions.has(cloud))?.service_plan ?? ''

/** Plans for production. */
export const isProduction = (plan: string): boolean => /^(business|premium)/.test(plan)

export interface VersionChoice {
  readonly value: string
  readonly label: string
  readonly disabled: boolean
}

const STATE_WORDS: Readonly<Record<string, string>> = {
  preview: 'preview',
  eol: 'end of life',
  terminated: 'end of life',
  unavailable: 'not available',
}

/** The versions of a type, newest first. Versions past their end are shown, but can't be chosen. */
export const versionChoices = ({ versions }: Offer, type: string, now: Date): readonly VersionChoice[] =>
  versions
    .filter(({ service_type }) => service_type === type)
    .toReversed()
    .map(({ major_version, state = 'available', aiven_end_of_life_time: end }) => {
      const ends = end === undefined ? undefined : new Date(end)
      const hasEnded = ends !== undefined && ends <= now
      const until =
        ends === undefined || Number.isNaN(ends.getTime())
          ? 'no end of life announced'
          : `${hasEnded ? 'ended' : 'end of life'} ${formatDay(ends)}`
      return {
        value: major_version,
        label: [major_version, lookup(STATE_WORDS, state), until].filter((word) => word !== undefined).join(', '),
        disabled: hasEnded || !['available', 'preview'].includes(state),
      }
    })

export const defaultVersion = (offer: Offer, type: string, now: Date): string => {
  const choices = versionChoices(offer, type, now).filter(({ disabled }) => !disabled)
  const usual = offer.types.find(({ service_type }) => service_type === type)?.default_version
  return (choices.find(({ value }) => value === usual) ?? choices[0])?.value ?? ''
}

export const vpcsIn = ({ vpcs = [] }: Offer, cloud: string): readonly Vpc[] =>
  vpcs.filter(({ cloud_name, state }) => cloud_name === cloud && state === 'ACTIVE')

/** Steps of the disk beyond the plan's own, in megabytes over all nodes. */
export const diskSteps = (region: PlanRegion | undefined): readonly number[] => {
  const { disk_space_mb: base, disk_space_cap_mb: cap, disk_space_step_mb: step } = region ?? {}
  if (base === undefined || cap === undefined || step === undefined || step <= 0) return []
  return Array.from({ length: Math.floor((cap - base) / step) }, (_, index) => base + (index + 1) * step)
}

/** US dollars an hour: the plan with what its disk costs beyond its own. Undefined where the API doesn't say. */
export const hourlyPrice = (region: PlanRegion | undefined, disk: string): number | undefined => {
  const { price_usd: base, disk_space_mb: own = 0, disk_space_gb_price_usd: perGib } = region ?? {}
  if (base === undefined || disk === '') return base
  return perGib === undefined ? undefined : base + ((Number(disk) - own) / 1024) * perGib
}

/** Schema of the fields. */
export const makeSchema = (offer: Offer) => {
  const { types, clouds, plans, taken } = offer
  const clock = /^([01]\d|2[0-3]):[0-5]\d$/
  return v.pipe(
    v.object({
      serviceType: v.pipe(
        v.string(),
        v.nonEmpty('Select a service type.'),
        v.check((type) => types.some(({ service_type }) => service_type === type), 'This project has no such type.'),
      ),
      cloud: v.pipe(
        v.string(),
        v.nonEmpty('Select a cloud.'),
        v.check((cloud) => clouds.some(({ cloud_name }) => cloud_name === cloud), 'This project has no such cloud.'),
      ),
      plan: v.pipe(
        v.string(),
        v.nonEmpty('Select a plan.'),
        v.check((plan) => plans?.some(({ service_plan }) => service_plan === plan) ?? true, 'There is no such plan.'),
      ),
      name: v.pipe(
        v.string(),
        v.trim(),
        v.nonEmpty('Enter a name.'),
        v.maxLength(64, 'Use at most 64 characters.'),
        v.regex(/^[a-z]/, 'Begin with a lower-case letter.'),
        v.regex(SERVICE_NAME, 'Use lower-case letters, digits and hyphens only.'),
        v.check((name) => !taken.has(name), 'The project has a service of this name already.'),
      ),
      version: v.string(),
      vpc: v.string(),
      disk: v.string(),
      protection: v.boolean(),
      day: v.string(),
      time: v.pipe(v.string(), v.regex(/^$|^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time as 03:00, in UTC.')),
      allowed: v.pipe(
        v.string(),
        v.check(
          (text) => addressFault(text) === undefined,
          ({ input }) => addressFault(input) ?? '',
        ),
      ),
      tags: v.pipe(
        v.string(),
        v.check(
          (text) => tagFault(text) === undefined,
          ({ input }) => tagFault(input) ?? '',
        ),
      ),
      copyTags: v.boolean(),
    }),
    v.forward(
      v.partialCheck(
        [['plan'], ['cloud']],
        ({ plan, cloud }) => !plans || findRegion(plans, plan, cloud) !== undefined,
        'The cloud lacks this plan. Select another plan, or another cloud.',
      ),
      ['plan'],
    ),
    v.forward(
      v.partialCheck(
        [['day'], ['time']],
        ({ day, time }) => day === '' || clock.test(time),
        'Enter a time as 03:00, in UTC.',
      ),
      ['time'],
    ),
  ) satisfies v.GenericSchema<Fields, Fields>
}
