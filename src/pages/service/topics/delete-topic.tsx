import { deleteTopic, type TopicAddress } from '../../../api/topics.ts'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { Note } from '../../../ui/notice.tsx'

interface DeleteTopicProps extends Omit<TopicAddress, 'topic'> {
  name: string
  /** Whether the list has it, as it is now. */
  isListed: boolean
  onDone: () => void
  onClose: () => void
}

/** Deletes a topic with its messages. Its name must be typed. */
export const DeleteTopic = ({ project, service, name, isListed, onDone, onClose }: DeleteTopicProps) => (
  <WriteDialog
    title={`Delete topic ${name}?`}
    confirm="Delete topic"
    dangerous
    typedName={name}
    request={deleteTopic({ project, service, topic: name })}
    terraform="With Terraform: remove the aiven_kafka_topic resource. A topic deleted here is created again, empty, by the next apply."
    refused="The topic wasn’t deleted. Nothing has changed."
    doubtful={`Unknown whether ${name} was deleted. See whether it is still in the list before you try again.`}
    onDone={onDone}
    onClose={onClose}
  >
    {!isListed && <Note testId="gone">The list has no topic {name}. It may have been deleted already.</Note>}
    <p>
      Deletes the topic {name} of service {service} with all its messages and the offsets of its readers. Producers and
      consumers that use it fail. This can&rsquo;t be undone.
    </p>
    <p>ACL entries that name it stay, and mean a topic of that name that is created later.</p>
  </WriteDialog>
)
