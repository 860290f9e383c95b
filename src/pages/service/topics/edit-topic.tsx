import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import type { ServiceAddress } from '../../../api/service-address.ts'
import { topicGet, updateTopic, type TopicDetails } from '../../../api/topics.ts'
import { useApi } from '../../../api/use-api.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { MoreFields } from '../../../features/resources/more-fields.tsx'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { lookup } from '../../../lib/lookup.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import { changeSchema, initialChange } from './edit-schema.ts'
import { replicationRange } from './topic-schema.ts'
import { isOwn } from './topic-settings.tsx'
import { isolated } from '../../../lib/isolated.ts'

interface EditTopicProps extends ServiceAddress {
  name: string
  nodes: number | undefined
  onDone: () => void
  onClose: () => void
}

/** Settings whose values are words, with the words that Kafka has for them. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  cleanup_policy: ['delete', 'compact', 'compact,delete'],
  compression_type: ['producer', 'uncompressed', 'gzip', 'snappy', 'lz4', 'zstd'],
  message_timestamp_type: ['CreateTime', 'LogAppendTime'],
}

const SettingField = ({ name, value }: { name: string; value: string | number | boolean }) => {
  const words = typeof value === 'boolean' ? ['true', 'false'] : lookup(CHOICES, name)
  const field = `config.${name}`
  if (!words) return <TextField name={field} label={name} mono />
  const options = [...new Set([...words, String(value)])].map((word) => ({ value: word, label: word }))
  return <SelectField name={field} label={name} options={options} />
}

const EditForm = ({ topic, name, nodes, ...props }: EditTopicProps & { topic: TopicDetails }) => {
  const { project, service, onDone, onClose } = props
  // Changes by others don't change the open form.
  const [{ schema, initial }] = useState(() => ({ schema: changeSchema(topic, nodes), initial: initialChange(topic) }))
  const settings = [...topic.config].map(([key, setting]) => ({ key, ...setting }))
  const field = ({ key, value }: (typeof settings)[number]) => <SettingField key={key} name={key} value={value} />
  return (
    <WriteFormDialog
      title={`Configuration of ${isolated(name)}`}
      schema={schema}
      initial={initial}
      submitLabel="Save"
      request={(change) => updateTopic({ project, service, topic: name }, change)}
      terraform="In Terraform: the config block of the resource aiven_kafka_topic. Its next apply sets its own values again."
      refused="The topic wasn’t changed."
      doubtful="Unknown whether the topic was changed. Look at its configuration before you try again."
      onDone={onDone}
      onClose={onClose}
    >
      <TextField
        name="partitions"
        label="Partitions"
        inputMode="numeric"
        hint={`${String(topic.partitions.length)} now. They can only grow, and messages of one key may then go to another partition.`}
      />
      <TextField
        name="replication"
        label="Replication"
        inputMode="numeric"
        hint={`Copies of each partition, from 2 to ${String(replicationRange(nodes).max)}.`}
      />
      <TextField name="tags" label="Tags" lines={3} optional hint="One per line: key=value." />
      {settings.filter(isOwn).map(field)}
      <MoreFields label="Default settings">{settings.filter((setting) => !isOwn(setting)).map(field)}</MoreFields>
    </WriteFormDialog>
  )
}

/** A form for what can be changed of a topic, as it was read just now. What is set for it comes first. */
export const EditTopic = (props: EditTopicProps) => {
  const { project, service, name, onClose } = props
  const { data, error, isFetching, refetch } = useQuery({
    ...topicGet(useApi(), { project, service, topic: name }),
    staleTime: 0,
  })
  const [fresh, setFresh] = useState<TopicDetails>()
  if (!fresh && data && !isFetching) setFresh(data)
  if (fresh) return <EditForm {...props} topic={fresh} />
  return (
    <Dialog title={`Configuration of ${name}`} onClose={onClose}>
      {error && !isFetching ? (
        <ApiProblem
          error={error}
          what="The topic’s configuration couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      ) : (
        <>
          <Loading what="the topic" />
          <Skeleton className="w-full" />
        </>
      )}
    </Dialog>
  )
}
