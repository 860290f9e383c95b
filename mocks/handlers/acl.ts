import type { HttpHandler } from 'msw'

import type { MockNativeAcl, MockService } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { optionalText, readBody, text } from '../input.ts'
import { aclOf, changeService, requireType } from '../resource.ts'
import type { Routes } from '../routes.ts'

const PERMISSIONS = ['admin', 'read', 'readwrite', 'write']
const USERNAME = /^(\*|[A-Za-z0-9_?*-][A-Za-z0-9_?*.-]*)$/

const nativeAclOf = ({ nativeAcl = [] }: MockService): readonly MockNativeAcl[] => nativeAcl

const NATIVE = {
  operation: [
    'All',
    'Alter',
    'AlterConfigs',
    'ClusterAction',
    'Create',
    'CreateTokens',
    'Delete',
    'Describe',
    'DescribeConfigs',
    'DescribeTokens',
    'IdempotentWrite',
    'Read',
    'Write',
  ],
  pattern_type: ['LITERAL', 'PREFIXED'],
  permission_type: ['ALLOW', 'DENY'],
  resource_type: ['Cluster', 'DelegationToken', 'Group', 'Topic', 'TransactionalId', 'User'],
}

/** @throws {Refusal} 404 */
const findEntry = <Entry extends { readonly id: string }>(entries: readonly Entry[], id: unknown): Entry => {
  const entry = entries.find((one) => one.id === id)
  if (!entry) throw new Refusal(404, 'ACL entry does not exist')
  return entry
}

const sameBut = (id: string, entry: object) => JSON.stringify({ ...entry, id })

const ADDED = 'service_acl_create'
const REMOVED = 'service_acl_delete'

/** Who may do what in Kafka: Aiven's entries, and Kafka's own. */
export const aclHandlers = ({ db, inService }: Routes): HttpHandler[] => {
  /** A new entry with its id. @throws {Refusal} 409 if an equal one exists */
  const distinct = <Entry extends { readonly id: string }>(entries: readonly Entry[], entry: Entry): Entry => {
    if (entries.some((one) => sameBut('', one) === sameBut('', entry)))
      throw new Refusal(409, 'Identical ACL entry already exists')
    return entry
  }

  return [
    inService('ServiceKafkaAclList', 'get', '/acl', (service) => {
      requireType(service, ['kafka'])
      return { acl: aclOf(service) }
    }),
    inService('ServiceKafkaAclAdd', 'post', '/acl', async (service, project, { request }) => {
      requireType(service, ['kafka'])
      const body = await readBody(request)
      const entry = distinct(aclOf(service), {
        id: `acl${String(db.nextId())}`,
        username: text(body, 'username', { max: 64, pattern: USERNAME }),
        topic: text(body, 'topic', { max: 249 }),
        permission: text(body, 'permission', { oneOf: PERMISSIONS }),
      })
      const acl = [...aclOf(service), entry]
      const description = `Gave '${entry.username}' permission '${entry.permission}' on topics '${entry.topic}'`
      changeService(db, project, service, { acl }, { type: ADDED, description })
      return { acl, message: 'added' }
    }),
    inService('ServiceKafkaAclDelete', 'delete', '/acl/:acl', (service, project, { params }) => {
      requireType(service, ['kafka'])
      const { id, username } = findEntry(aclOf(service), params['acl'])
      const acl = aclOf(service).filter((one) => one.id !== id)
      changeService(
        db,
        project,
        service,
        { acl },
        { type: REMOVED, description: `Deleted an ACL entry of '${username}'` },
      )
      return { acl, message: 'deleted' }
    }),
    inService('ServiceKafkaNativeAclList', 'get', '/kafka/acl', (service) => {
      requireType(service, ['kafka'])
      return { acl: aclOf(service), kafka_acl: nativeAclOf(service) }
    }),
    inService('ServiceKafkaNativeAclAdd', 'post', '/kafka/acl', async (service, project, { request }) => {
      requireType(service, ['kafka'])
      const body = await readBody(request)
      const acl = distinct(nativeAclOf(service), {
        id: `acl${String(db.nextId())}`,
        principal: text(body, 'principal', { pattern: /^\w+:.+$/ }),
        host: optionalText(body, 'host') ?? '*',
        operation: text(body, 'operation', { oneOf: NATIVE.operation }),
        permission_type: text(body, 'permission_type', { oneOf: NATIVE.permission_type }),
        pattern_type: text(body, 'pattern_type', { oneOf: NATIVE.pattern_type }),
        resource_type: text(body, 'resource_type', { oneOf: NATIVE.resource_type }),
        resource_name: text(body, 'resource_name'),
      })
      const nativeAcl = [...nativeAclOf(service), acl]
      const description = `Added a Kafka-native ACL entry of '${acl.principal}'`
      changeService(db, project, service, { nativeAcl }, { type: ADDED, description })
      return { acl, message: 'added' }
    }),
    inService('ServiceKafkaNativeAclGet', 'get', '/kafka/acl/:acl', (service, _, { params }) => {
      requireType(service, ['kafka'])
      return { acl: findEntry(nativeAclOf(service), params['acl']) }
    }),
    inService('ServiceKafkaNativeAclDelete', 'delete', '/kafka/acl/:acl', (service, project, { params }) => {
      requireType(service, ['kafka'])
      const { id, principal } = findEntry(nativeAclOf(service), params['acl'])
      const nativeAcl = nativeAclOf(service).filter((one) => one.id !== id)
      const description = `Deleted a Kafka-native ACL entry of '${principal}'`
      changeService(db, project, service, { nativeAcl }, { type: REMOVED, description })
      return { message: 'deleted' }
    }),
  ]
}
