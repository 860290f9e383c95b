/** The values of the form for a new user, and the request. */
import * as v from 'valibot'

import type { NewUser } from '../../../api/user.ts'
import { userOptions, type AclOption, type UserOption } from '../../../domain/catalog.ts'

/** Rules of a cache's ACL, by the end of their names in the API: `valkey_acl_keys` and the like. */
const ACL_FIELDS: Readonly<Record<AclOption, { readonly label: string; readonly hint: string }>> = {
  keys: { label: 'Keys', hint: 'Patterns such as app:*. One or more, separated by spaces.' },
  commands: { label: 'Commands', hint: 'Such as +get -flushall.' },
  categories: { label: 'Command categories', hint: 'Such as +@all -@dangerous.' },
  channels: { label: 'Channels', hint: 'Patterns of channels for publish and subscribe.' },
}

const isAclOption = (option: UserOption): option is AclOption => Object.hasOwn(ACL_FIELDS, option)

/** The rules for what a user of that type may do, as fields. */
export const aclFields = (serviceType: string) =>
  userOptions(serviceType)
    .filter(isAclOption)
    .map((name) => ({ name, ...ACL_FIELDS[name] }))

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

/** @param taken names that already exist */
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
