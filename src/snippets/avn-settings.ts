/** avn commands for changes of a service's settings and users. */
import { isRecord } from '../lib/is-record.ts'
import type { WriteRequest } from './write-request.ts'

type Edits = NonNullable<WriteRequest['edits']>

/** The option for one changed part of a service; undefined if avn has none, or expects another form. */
const optionOf = ({ path: [field, ...keys], after }: Edits[number]): string | undefined => {
  const isPlain = typeof after === 'string' || typeof after === 'number' || typeof after === 'boolean'
  if (!isPlain) return undefined
  const value = String(after)
  if (field === 'plan') return `--plan=${value}`
  if (field === 'cloud_name') return `--cloud=${value}`
  if (field === 'maintenance') return `--maintenance-${keys.join('-')}=${value}`
  return field === 'user_config' ? `-c=${keys.join('.')}=${value}` : undefined
}

/** The option that sets a tag; undefined where avn refuses the value, which the API may take. */
export const addTagOption = (key: string, value: string): string | undefined =>
  /^[\p{L}\p{N}_\-,. ]*$/u.test(value) ? `--add-tag=${key}=${value}` : undefined

const tagOption = ({ path: [, key = ''], after }: Edits[number]): string | undefined =>
  typeof after === 'string' ? addTagOption(key, after) : `--remove-tag=${key}`

const known = (options: readonly (string | undefined)[]): readonly string[] | undefined =>
  options.every((option) => option !== undefined) ? options : undefined

/** The words after `avn service`, without project and service; undefined where avn has none. */
export const avnSettings = ({ operation, params, edits, body }: WriteRequest): readonly string[] | undefined => {
  if (operation === 'ProjectServiceTagsUpdate' && edits) {
    const tags = known(edits.map(tagOption))
    return tags && ['tags', 'update', ...tags]
  }
  if (operation === 'ServiceMaintenanceStart') return ['maintenance-start']
  if (operation === 'ServiceUserDelete') return ['user-delete', `--username=${params['service_username'] ?? ''}`]
  if (operation === 'ServiceUserCreate' && isRecord(body)) {
    const { username, ...rest } = body
    return Object.keys(rest).length === 0 ? ['user-create', `--username=${String(username)}`] : undefined
  }
  const options = operation === 'ServiceUpdate' && edits ? known(edits.map(optionOf)) : undefined
  return options && ['update', ...options]
}
