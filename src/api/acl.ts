/** Who may do what in Kafka: Aiven's entries, and Kafka's own. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { Items, shownText } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'

const AivenEntrySchema = v.object({
  id: shownText,
  username: v.string(),
  /** A name, or a pattern with `*` and `?`. */
  topic: v.string(),
  /** `admin`, `read`, `readwrite`, `write`. */
  permission: v.string(),
})

const NativeEntrySchema = v.object({
  id: shownText,
  /** `User:name`. */
  principal: v.string(),
  host: v.optional(v.string(), '*'),
  operation: v.string(),
  permission_type: v.string(),
  pattern_type: v.string(),
  resource_type: v.string(),
  resource_name: v.string(),
})

export type AivenEntry = v.InferOutput<typeof AivenEntrySchema> & { readonly kind: 'aiven' }
export type NativeEntry = v.InferOutput<typeof NativeEntrySchema> & { readonly kind: 'native' }
export type AclEntry = AivenEntry | NativeEntry

const ListSchema = v.object({ acl: Items, kafka_acl: v.array(v.unknown()) })

const readEntries = (body: unknown): ReadList<AclEntry> => {
  const { acl, kafka_acl } = v.parse(ListSchema, body)
  const aiven = readItems(acl, 'ACL entry', (item) => ({ kind: 'aiven' as const, ...v.parse(AivenEntrySchema, item) }))
  const native = readItems(kafka_acl, 'Kafka-native ACL entry', (item) => ({
    kind: 'native' as const,
    ...v.parse(NativeEntrySchema, item),
  }))
  return { items: [...aiven.items, ...native.items], problems: [...aiven.problems, ...native.problems] }
}

const LIST = 'ServiceKafkaNativeAclList'
/** `GET …/kafka/acl`: entries of both kinds. */
export const aclList = (api: Api, address: ServiceAddress) =>
  readQuery(api, {
    operation: LIST,
    params: serviceParams(address),
    read: readEntries,
    staleTime: 10 * SECOND,
    refreshAfter: () => SLOW_REFRESH_MS,
  })

const AivenAnswerSchema = v.object({ acl: v.array(v.unknown()) })
const readAivenAnswer = (answer: unknown) => v.parse(AivenAnswerSchema, answer)

export type NewAivenEntry = Pick<AivenEntry, 'username' | 'topic' | 'permission'>

/** `POST …/acl`. */
export const addAivenEntry = (address: ServiceAddress, body: NewAivenEntry) =>
  makeWrite({
    operation: 'ServiceKafkaAclAdd',
    params: serviceParams(address),
    body,
    check: readAivenAnswer,
    changes: [[LIST, serviceParams(address)]],
  })

export type NewNativeEntry = Omit<NativeEntry, 'kind' | 'id'>

const NativeAnswerSchema = v.object({ acl: v.object({ principal: v.string() }) })

/** `POST …/kafka/acl`. */
export const addNativeEntry = (address: ServiceAddress, body: NewNativeEntry) =>
  makeWrite({
    operation: 'ServiceKafkaNativeAclAdd',
    params: serviceParams(address),
    body,
    check: (answer) => v.parse(NativeAnswerSchema, answer),
    changes: [[LIST, serviceParams(address)]],
  })

/** `DELETE …/acl/{id}` or `DELETE …/kafka/acl/{id}`, by the entry's kind. */
export const deleteEntry = (address: ServiceAddress, { kind, id = '' }: Pick<AclEntry, 'kind' | 'id'>) =>
  makeWrite({
    operation: kind === 'aiven' ? 'ServiceKafkaAclDelete' : 'ServiceKafkaNativeAclDelete',
    params: { ...serviceParams(address), kafka_acl_id: id },
    check: kind === 'aiven' ? readAivenAnswer : readAcknowledged,
    changes: [[LIST, serviceParams(address)]],
  })
