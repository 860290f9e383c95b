import * as v from 'valibot'

import { addAivenEntry, addNativeEntry } from '../../../api/acl.ts'
import { existsAlready } from '../../../api/errors.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { checkedText } from '../../../features/resources/fields.ts'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

interface AddEntryProps extends ServiceAddress {
  /** Initial values of the fields: the user and topic in the page's question. */
  user: string
  topic: string
  onDone: () => void
  onClose: () => void
}

const SHARED = {
  refused: 'The entry wasn’t added.',
  doubtful: 'Unknown whether the entry was added. Look for it in the list before you try again.',
  submitLabel: 'Add entry',
} as const

const limited = (max: number, what: string) => (text: string) => {
  if (text === '') return `Enter ${what}.`
  return text.length > max ? `At most ${String(max)} characters.` : undefined
}

const userProblem = (text: string) =>
  limited(64, 'a user, or a pattern')(text) ??
  (/^[A-Za-z0-9_?*][A-Za-z0-9_?*.-]*$/.test(text)
    ? undefined
    : 'Use letters, digits, dots, _, -, and the signs * and ?.')

const topicProblem = (text: string) =>
  limited(249, 'a topic, or a pattern')(text) ??
  (/^[A-Za-z0-9._?*-]+$/.test(text) ? undefined : 'Use letters, digits, dots, _, -, and the signs * and ?.')

const AIVEN_SCHEMA = v.object({
  username: checkedText(userProblem),
  topic: checkedText(topicProblem),
  permission: v.string(),
})

const PERMISSIONS = [
  { value: 'read', label: 'read: consume, with any consumer group' },
  { value: 'write', label: 'write: produce' },
  { value: 'readwrite', label: 'readwrite: consume and produce' },
  { value: 'admin', label: 'admin: also delete it, and create topics of any name' },
]

/** The same entry already exists. */
const twice = (field: string) => (error: Error) =>
  existsAlready(error) ? { [field]: 'There’s already an entry like this.' } : undefined

/** A form for an entry of Aiven's own. */
export const AddAivenEntry = ({ user, topic, onDone, onClose, ...address }: AddEntryProps) => (
  <WriteFormDialog
    {...SHARED}
    title="Add entry"
    schema={AIVEN_SCHEMA}
    initial={{ username: user, topic, permission: 'read' }}
    request={(entry) => addAivenEntry(address, entry)}
    terraform="In Terraform: the resource aiven_kafka_acl."
    fieldErrors={twice('topic')}
    onDone={onDone}
    onClose={onClose}
  >
    <TextField name="username" label="User" mono hint="A user, or a pattern: * stands for any characters, ? for one." />
    <TextField
      name="topic"
      label="Topic"
      mono
      hint="A topic, or a pattern: orders.* matches every topic that begins with it."
    />
    <SelectField name="permission" label="Permission" options={PERMISSIONS} />
  </WriteFormDialog>
)

const plain = (...values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** Those that clients need most come first. */
const OPERATIONS = [
  'Read',
  'Write',
  'Describe',
  'Delete',
  'Create',
  'Alter',
  'AlterConfigs',
  'DescribeConfigs',
  'IdempotentWrite',
  'ClusterAction',
  'CreateTokens',
  'DescribeTokens',
  'All',
]

const NATIVE_SCHEMA = v.pipe(
  v.object({
    user: checkedText(limited(250, 'a user, or * for all')),
    resource_type: v.string(),
    pattern_type: v.string(),
    resource_name: checkedText(limited(256, 'a name, or * for all')),
    operation: v.string(),
    permission_type: v.string(),
    host: checkedText(limited(256, 'a host, or * for all')),
  }),
  v.transform(({ user, ...entry }) => ({ ...entry, principal: `User:${user}` })),
)

/** A form for an entry of Kafka's own. */
export const AddNativeEntry = ({ user, topic, onDone, onClose, ...address }: AddEntryProps) => (
  <WriteFormDialog
    {...SHARED}
    title="Add Kafka-native entry"
    schema={NATIVE_SCHEMA}
    initial={{
      user,
      resource_type: 'Topic',
      pattern_type: 'LITERAL',
      resource_name: topic,
      operation: 'Read',
      permission_type: 'ALLOW',
      host: '*',
    }}
    request={(entry) => addNativeEntry(address, entry)}
    terraform="In Terraform: the resource aiven_kafka_native_acl."
    fieldErrors={twice('resource_name')}
    onDone={onDone}
    onClose={onClose}
  >
    <SelectField name="permission_type" label="Allow or deny" options={plain('ALLOW', 'DENY')} />
    <TextField name="user" label="User" mono hint="* stands for all users." />
    <SelectField name="operation" label="Operation" options={plain(...OPERATIONS)} />
    <SelectField
      name="resource_type"
      label="Resource"
      options={plain('Topic', 'Group', 'Cluster', 'TransactionalId', 'DelegationToken', 'User')}
    />
    <SelectField
      name="pattern_type"
      label="Pattern"
      options={[
        { value: 'LITERAL', label: 'LITERAL: that name' },
        { value: 'PREFIXED', label: 'PREFIXED: every name that begins with it' },
      ]}
    />
    <TextField
      name="resource_name"
      label="Name"
      mono
      hint="* alone stands for all. A cluster’s name is kafka-cluster."
    />
    <TextField name="host" label="Host" mono hint="Where clients connect from; * is anywhere." />
  </WriteFormDialog>
)
