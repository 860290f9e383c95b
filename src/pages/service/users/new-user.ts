/** What the form for a new user holds, and what of it is sent. */
import * as v from 'valibot'

import type { NewUser } from '../../../api/user.ts'

/** Options of users of a cache, by the end of their names in the API; `valkey_acl_keys` and the like. */
const ACL_OPTIONS = {
  keys: 'Keys',
  commands: 'Commands',
  categories: 'Command categories',
  channels: 'Channels',
} as const
type AclOption = keyof typeof ACL_OPTIONS

const ACL_TYPES: Readonly<Record<string, readonly AclOption[]>> = {
  valkey: ['keys', 'commands', 'categories', 'channels'],
  redis: ['keys', 'commands', 'categories', 'channels'],
  dragonfly: ['keys', 'commands', 'categories'],
}

const ACL_HINTS: Readonly<Record<AclOption, string>> = {
  keys: 'Patterns such as app:*. One or more, apart by spaces.',
  commands: 'Such as +get -flushall.',
  categories: 'Such as +@all -@dangerous.',
  channels: 'Patterns of channels for publish and subscribe.',
}

/** The options for what a user of that type may do, as fields. */
export const aclFields = (serviceType: string) =>
  (ACL_TYPES[serviceType] ?? []).map((option) => ({
    name: option,
    label: ACL_OPTIONS[option],
    hint: ACL_HINTS[option],
  }))

export const AUTHENTICATIONS = ['caching_sha2_password', 'mysql_native_password'] as const

const words = v.pipe(
  v.string(),
  v.transform((text) => text.split(/\s+/).filter(Boolean)),
)

export const INITIAL = {
  username: '',
  authentication: '',
  replication: false,
  keys: '',
  commands: '',
  categories: '',
  channels: '',
}

/** @param taken the names that are there already */
export const userSchema = (serviceType: string, taken: readonly string[]) =>
  v.pipe(
    v.object({
      username: v.pipe(
        v.string(),
        v.trim(),
        v.nonEmpty('Enter a name.'),
        v.maxLength(64, 'At most 64 characters.'),
        v.regex(/^\S+$/, 'Without spaces.'),
        v.check((name) => !taken.includes(name), 'There is a user of that name.'),
      ),
      authentication: v.string(),
      replication: v.boolean(),
      keys: words,
      commands: words,
      categories: words,
      channels: words,
    }),
    v.transform(({ username, authentication, replication, ...acl }): NewUser => {
      const rules = aclFields(serviceType)
        .filter(({ name }) => acl[name].length > 0)
        .map(({ name }) => [`${serviceType}_acl_${name}`, acl[name]] as const)
      const control = { ...(replication && { pg_allow_replication: true }), ...Object.fromEntries(rules) }
      return {
        username,
        ...(authentication !== '' && { authentication }),
        ...(Object.keys(control).length > 0 && { access_control: control }),
      }
    }),
  )
