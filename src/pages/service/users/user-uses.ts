/** What uses a service user, as far as the service's own data says. */
import * as v from 'valibot'

import { readableItems } from '../../../api/parse.ts'
import type { Service } from '../../../api/service.ts'

const AclSchema = v.object({ username: v.string(), topic: v.string(), permission: v.string() })
const NativeAclSchema = v.object({
  principal: v.string(),
  operation: v.string(),
  resource_type: v.string(),
  resource_name: v.string(),
  permission_type: v.string(),
})

export interface UserUses {
  /** ACL entries that name the user, in words. */
  readonly acl: readonly string[]
  readonly pools: readonly string[]
}

export const usesOf = ({ acl, kafka_acl, connection_pools }: Service, username: string): UserUses => ({
  acl: [
    ...readableItems(AclSchema, acl)
      .filter((entry) => entry.username === username)
      .map(({ permission, topic }) => `${permission} on ${topic}`),
    ...readableItems(NativeAclSchema, kafka_acl)
      .filter(({ principal }) => principal === `User:${username}`)
      .map(
        ({ permission_type: type, operation, resource_type: kind, resource_name: name }) =>
          `${type} ${operation} on ${kind} ${name}`,
      ),
  ],
  pools: connection_pools.filter((pool) => pool.username === username).map(({ pool_name }) => pool_name),
})
