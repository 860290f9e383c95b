import { deleteTopic, type TopicAddress } from '../../../api/topics.ts'
import { DeleteInside, type DeleteProps } from '../delete-inside.tsx'

type DeleteTopicProps = Omit<TopicAddress, 'topic'> & DeleteProps

/** Deletes a topic with its messages. The user must type its name. */
export const DeleteTopic = ({ project, service, name, ...dialog }: DeleteTopicProps) => (
  <DeleteInside
    kind="topic"
    name={name}
    {...dialog}
    request={deleteTopic({ project, service, topic: name })}
    terraform="With Terraform: remove the aiven_kafka_topic resource. A topic deleted here is created again, empty, by the next apply."
  >
    <p>
      Deletes the topic <bdi>{name}</bdi> of service <bdi>{service}</bdi> with all its messages and the offsets of its
      readers. Producers and consumers that use it fail. This can&rsquo;t be undone.
    </p>
    <p>ACL entries that name it stay. They apply to any later topic of that name.</p>
  </DeleteInside>
)
