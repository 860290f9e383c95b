/** A new service that starts as a copy of another: `?fork=orders-db`, `&at=` a moment, `&backup=` a backup's name. */
import type { ServiceType } from '../../api/project-offer.ts'
import type { Service } from '../../api/service.ts'

export interface Fork {
  readonly source: string
  /** What is copied, as the end of a sentence. */
  readonly what: string
  /** The new service's settings that request the copy. */
  readonly config: Readonly<Record<string, string>>
}

/** What can't be copied, as a sentence. */
export interface NoFork {
  readonly reason: string
}

const propertiesOf = ({ user_config_schema: schema }: ServiceType): object =>
  (schema['properties'] as object | null | undefined) ?? {}

/** A moment as Aiven's document writes it, in UTC: "2026-11-23 10:00:00". */
const wireTime = (date: Date): string => date.toISOString().slice(0, 19).replace('T', ' ')

/** What the URL asks to copy. @param type the source's, as the catalogue has it */
export const readFork = (params: URLSearchParams, source: Service, type: ServiceType): Fork | NoFork => {
  const { service_name: name } = source
  const properties = propertiesOf(type)
  const config = { service_to_fork_from: name }
  if (!('service_to_fork_from' in properties)) {
    return { reason: `Aiven’s API can’t fork services of type ${type.service_type}.` }
  }
  const at = params.get('at')
  const backup = params.get('backup')
  if (at !== null) {
    const date = new Date(at)
    if (Number.isNaN(date.getTime())) return { reason: `The URL asks for the state at "${at}", which isn’t a time.` }
    if (!('recovery_target_time' in properties)) {
      return {
        reason: `A service of type ${type.service_type} can be forked only from a backup, not at a point in time.`,
      }
    }
    const time = wireTime(date)
    return { source: name, what: `as it was at ${time} UTC`, config: { ...config, recovery_target_time: time } }
  }
  if (backup === null) return { source: name, what: 'from its latest backup', config }
  return 'recovery_basebackup_name' in properties
    ? { source: name, what: `from the backup ${backup}`, config: { ...config, recovery_basebackup_name: backup } }
    : {
        reason: `A service of type ${type.service_type} can be forked only at a point in time, not from a named backup.`,
      }
}

/** A name for the copy, which must differ from its source's. */
export const copyName = (source: string): string => `${source.slice(0, 59)}-fork`
