/** The form's values, their form in the URL, and what is sent. */
import type { NewService } from '../../api/service-create.ts'
import { newEntry, readTyped } from '../../domain/allowed-addresses.ts'
import { readTypedTags } from '../../domain/tags.ts'
import { isSecretLike } from '../../features/search/secret-like.ts'
import type { Fork } from './fork.ts'

/** Everything is text, so that a typo stays visible. '' means not chosen. */
export interface Fields {
  serviceType: string
  cloud: string
  plan: string
  name: string
  version: string
  /** A VPC's id; '' for public. */
  vpc: string
  /** Megabytes over all nodes; '' for the plan's own. */
  disk: string
  protection: boolean
  /** Day and time of the maintenance window, in UTC; '' for whatever Aiven takes. */
  day: string
  time: string
  /** Networks that may connect, one to a line; '' for Aiven's own list. */
  allowed: string
  /** Tags, one to a line: `env: prod`. */
  tags: string
  copyTags: boolean
}

/** Parameters of the URL, by the field whose value they carry. */
const IN_URL = {
  serviceType: 'serviceType',
  cloud: 'cloud',
  plan: 'plan',
  name: 'name',
  version: 'version',
  vpc: 'vpc',
  disk: 'disk',
  day: 'day',
  time: 'time',
} as const satisfies Partial<Record<keyof Fields, string>>

/** Lower-case letters, digits and hyphens, 64 at most. */
export const SERVICE_NAME = /^[a-z][-a-z0-9]{0,63}$/

/** Parameters that are there once for each line of a field. */
export const LINES_IN_URL = { allowed: 'allowed', tags: 'tag' } as const satisfies Partial<Record<keyof Fields, string>>

/** Longer lists stay out of the URL, because servers and browsers limit its length. */
const MAX_IN_URL = 2000

/** Caches the last parsed text: 8,000 addresses take a while, and several callers parse them at each key press. */
const readOnce = <T>(read: (text: string) => T): ((text: string) => T) => {
  let last: { readonly text: string; readonly value: T } | undefined
  return (text) => {
    if (last?.text !== text) last = { text, value: read(text) }
    return last.value
  }
}

export const readAddresses = readOnce((text) => readTyped(text, []))
export const readTags = readOnce(readTypedTags)

/** The networks in the field; the schema reports errors. */
export const addressesOf = (allowed: string): unknown[] =>
  readAddresses(allowed).flatMap(({ network, description }) =>
    network === undefined ? [] : [newEntry(network, description)],
  )

/** The tags that the field names. */
const tagsOf = (tags: string): Readonly<Record<string, string>> =>
  Object.fromEntries(readTags(tags).flatMap(({ key, value, fault }) => (fault ? [] : [[key, value]])))

/** Whether each line is valid. */
const isValid = (field: keyof typeof LINES_IN_URL, text: string): boolean =>
  field === 'tags'
    ? readTags(text).every(({ fault }) => fault === undefined)
    : readAddresses(text).every(({ fault }) => fault === undefined || fault === 'duplicate')

/** Whether the URL may hold the lines: not too many, and none that looks like a secret. */
const isShareable = (text: string): boolean => text.length <= MAX_IN_URL && !isSecretLike(text)

/** Puts the lines of a field into the URL: all of them, or none. */
const putLines = (field: keyof typeof LINES_IN_URL, text: string, url: URLSearchParams): void => {
  const parameter = LINES_IN_URL[field]
  const lines = isValid(field, text) && isShareable(text) ? text.split('\n').filter((line) => line.trim() !== '') : []
  if (lines.join('\n') === url.getAll(parameter).join('\n')) return
  url.delete(parameter)
  for (const line of lines) url.append(parameter, line)
}

/** Whether the URL lacks a field's value although it is valid. */
export const isLeftOutOfUrl = (field: keyof typeof LINES_IN_URL, text: string): boolean =>
  isValid(field, text) && !isShareable(text)

/** What the URL says. */
export const fieldsFromUrl = (params: URLSearchParams): Fields => {
  const param = (field: keyof typeof IN_URL) => params.get(IN_URL[field]) ?? ''
  return {
    serviceType: param('serviceType'),
    cloud: param('cloud'),
    plan: param('plan'),
    name: param('name'),
    version: param('version'),
    vpc: param('vpc'),
    disk: param('disk'),
    day: param('day'),
    time: param('time'),
    protection: params.get('protection') === 'on',
    allowed: params.getAll(LINES_IN_URL.allowed).join('\n'),
    tags: params.getAll(LINES_IN_URL.tags).join('\n'),
    copyTags: true,
  }
}

/** Puts what the fields hold into the URL. An invalid name may be anything, even a secret, so it stays out. */
export const putInUrl = (fields: Fields, url: URLSearchParams): void => {
  for (const [field, parameter] of Object.entries(IN_URL)) {
    const value = fields[field as keyof typeof IN_URL]
    if (value === '' || (field === 'name' && !SERVICE_NAME.test(value))) url.delete(parameter)
    else url.set(parameter, value)
  }
  putLines('allowed', fields.allowed, url)
  putLines('tags', fields.tags, url)
  if (fields.protection) url.set('protection', 'on')
  else url.delete('protection')
}

/** The request's body. @param hasVpc the cloud has a VPC of the project: then the body always says whether to use it */
export const toNewService = (fields: Fields, hasVpc: boolean, fork: Fork | undefined): NewService => {
  const { serviceType, cloud, plan, name, version, vpc, disk, protection, day, time, copyTags } = fields
  const addresses = addressesOf(fields.allowed)
  const tags = tagsOf(fields.tags)
  const config = {
    ...(version !== '' && { [`${serviceType}_version`]: version }),
    ...(addresses.length > 0 && { ip_filter: addresses }),
    ...fork?.config,
  }
  return {
    service_name: name,
    service_type: serviceType,
    cloud,
    plan,
    ...(hasVpc && { project_vpc_id: vpc === '' ? null : vpc }),
    ...(disk !== '' && { disk_space_mb: Number(disk) }),
    termination_protection: protection,
    ...(day !== '' && { maintenance: { dow: day, time: `${time}:00` } }),
    ...(Object.keys(tags).length > 0 && { tags }),
    ...(fork && { copy_tags: copyTags }),
    ...(Object.keys(config).length > 0 && { user_config: config }),
  }
}
