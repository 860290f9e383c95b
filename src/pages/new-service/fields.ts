/** What the form holds, how the URL spells it, and what is sent. */
import type { NewService } from '../../api/service-create.ts'
import type { Fork } from './fork.ts'

/** Everything is text: a slip stays to be seen. '' is what nobody chose. */
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

/** What the URL says. */
export const fieldsFromUrl = (params: URLSearchParams): Fields => {
  const said = (field: keyof typeof IN_URL) => params.get(IN_URL[field]) ?? ''
  return {
    serviceType: said('serviceType'),
    cloud: said('cloud'),
    plan: said('plan'),
    name: said('name'),
    version: said('version'),
    vpc: said('vpc'),
    disk: said('disk'),
    day: said('day'),
    time: said('time'),
    protection: params.get('protection') === 'on',
    copyTags: true,
  }
}

/** Puts what the fields hold into the URL. A name that can't be one may be anything, a secret too: it stays out. */
export const putInUrl = (fields: Fields, url: URLSearchParams): void => {
  for (const [field, parameter] of Object.entries(IN_URL)) {
    const value = fields[field as keyof typeof IN_URL]
    if (value === '' || (field === 'name' && !SERVICE_NAME.test(value))) url.delete(parameter)
    else url.set(parameter, value)
  }
  if (fields.protection) url.set('protection', 'on')
  else url.delete('protection')
}

/** What is sent. @param hasVpc the cloud has a VPC of the project: then it is always said whether to use it */
export const toNewService = (fields: Fields, hasVpc: boolean, fork: Fork | undefined): NewService => {
  const { serviceType, cloud, plan, name, version, vpc, disk, protection, day, time, copyTags } = fields
  const config = {
    ...(version !== '' && { [`${serviceType}_version`]: version }),
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
    ...(fork && { copy_tags: copyTags }),
    ...(Object.keys(config).length > 0 && { user_config: config }),
  }
}
