import { useMemo } from 'react'

import { codeOf } from '../../../api/errors.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { createTopic, type Topic } from '../../../api/topics.ts'
import { MoreFields } from '../../../features/resources/more-fields.tsx'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { initialTopic, replicationRange, topicSchema } from './topic-schema.ts'

/** What happens to old messages. */
const CLEANUP_POLICIES = [
  { value: '', label: 'Service default' },
  { value: 'delete', label: 'delete: by age and size' },
  { value: 'compact', label: 'compact: keep the latest of each key' },
  { value: 'compact,delete', label: 'compact, delete: both' },
]

interface CreateTopicProps extends ServiceAddress {
  topics: readonly Topic[]
  nodes: number | undefined
  onDone: (name: string) => void
  onClose: () => void
}

/** A form for a new topic. Empty fields use the service's defaults. */
export const CreateTopic = ({ topics, nodes, onDone, onClose, ...address }: CreateTopicProps) => {
  const schema = useMemo(
    () => topicSchema({ names: topics.map(({ topic_name }) => topic_name), nodes }),
    [topics, nodes],
  )
  const { max } = replicationRange(nodes)
  return (
    <WriteFormDialog
      title="Create topic"
      schema={schema}
      initial={initialTopic(nodes)}
      submitLabel="Create topic"
      request={(topic) => createTopic(address, topic)}
      terraform="In Terraform: the resource aiven_kafka_topic."
      fieldErrors={(error) =>
        codeOf(error) === 'kafka_topic_already_exists' ? { topic_name: 'There is a topic of that name.' } : undefined
      }
      refused="The topic wasn’t created."
      doubtful="Unknown whether the topic was created. Look for it in the list before you try again."
      onDone={({ topic_name }) => {
        onDone(topic_name)
      }}
      onClose={onClose}
    >
      <TextField
        name="topic_name"
        label="Topic name"
        mono
        hint="Letters, digits, dots, _ and -, at most 249. It can’t be changed later."
      />
      <TextField
        name="partitions"
        label="Partitions"
        inputMode="numeric"
        hint="You can add partitions later, but not remove them. Aiven recommends at most 4,000 per broker, over all topics."
      />
      <TextField
        name="replication"
        label="Replication"
        inputMode="numeric"
        hint={`Copies of each partition, from 2 to ${String(max)}: at most one per node.`}
      />
      <MoreFields label="More settings">
        <TextField name="min_insync_replicas" label="Minimum in-sync replicas" inputMode="numeric" optional />
        <TextField name="retention_hours" label="Retention in hours" optional hint="-1 keeps messages forever." />
        <SelectField name="cleanup_policy" label="Cleanup policy" options={CLEANUP_POLICIES} />
        <TextField name="tags" label="Tags" lines={3} optional hint="One per line: key=value." />
      </MoreFields>
    </WriteFormDialog>
  )
}
