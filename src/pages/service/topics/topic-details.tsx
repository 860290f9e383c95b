import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'

import { statusOf } from '../../../api/errors.ts'
import type { Service } from '../../../api/service.ts'
import { isSettling, topicGet, type Topic } from '../../../api/topics.ts'
import { SECOND } from '../../../api/query.ts'
import { useApi } from '../../../api/use-api.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { paths } from '../../../lib/paths.ts'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/notice.tsx'
import { Loading, Skeleton } from '../../../ui/skeleton.tsx'
import { ConsumerGroups, Partitions } from './partitions.tsx'
import { TopicSettings } from './topic-settings.tsx'

/** For a minute after its creation, the API may have a topic only in its list. */
const POLL = 5 * SECOND
const POLLS_A_MINUTE = 12

interface TopicDetailsProps {
  project: string
  service: Service
  topic: Topic
}

const LINK = 'inline-flex min-h-8 items-center text-accent underline'

/** The query of an open topic, also while it is being created. */
const useTopic = (project: string, service: string, name: string) =>
  useQuery({
    ...topicGet(useApi(), { project, service, topic: name }),
    refetchInterval: ({ state: { data, error, errorUpdateCount } }) => {
      if (data) return isSettling(data) ? POLL : 6 * POLL
      return isMissing(error) && errorUpdateCount < POLLS_A_MINUTE ? POLL : false
    },
  })

const isMissing = (error: unknown): boolean => {
  const status = statusOf(error)
  return status === 404 || status === 501
}

/** An open topic: consumer groups and their lag, partitions, settings and actions. */
export const TopicDetails = ({ project, service, topic }: TopicDetailsProps) => {
  const { write } = useUrlParams()
  const open = (dialog: string) => {
    write((search) => {
      search.set('do', dialog)
    })
  }
  const { service_name } = service
  const { topic_name: name } = topic
  const { data, error, isFetching, refetch, errorUpdateCount } = useTopic(project, service_name, name)
  const isBeingMade = !data && isMissing(error) && errorUpdateCount < POLLS_A_MINUTE
  const about = new URLSearchParams({ topic: name }).toString()
  return (
    <section aria-label={`Topic ${name}`} className="space-y-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button
          onClick={() => {
            open('edit-topic')
          }}
        >
          Edit configuration
        </Button>
        <Button
          onClick={() => {
            open('delete-topic')
          }}
        >
          Delete topic
        </Button>
        <Link to={`${paths.service(project, service_name, 'connect')}?${about}`} className={LINK}>
          Quick connect
        </Link>
        <Link to={`${paths.service(project, service_name, 'acl')}?${about}`} className={LINK}>
          Who can use it?
        </Link>
        <Link to={paths.service(project, service_name, 'users')} className={LINK}>
          Users and their certificates
        </Link>
        <Link to={`${paths.service(project, service_name, 'metrics')}?${about}`} className={LINK}>
          Metrics of this topic
        </Link>
      </div>
      {isBeingMade && (
        <Note testId="being-made">
          {topic.state === 'DELETING'
            ? 'The topic is being deleted.'
            : 'The topic is being created. Its details appear in about a minute; this page updates automatically.'}
        </Note>
      )}
      {error && !isBeingMade && (
        <ApiProblem
          error={error}
          what="The topic’s details couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && (
        <div>
          <Loading what="the topic" />
          <Skeleton className="w-full max-w-xl" />
        </div>
      )}
      {data?.problems.map((problem) => (
        <Note key={problem} testId="unread">
          {problem}
        </Note>
      ))}
      {data && (
        <>
          <ConsumerGroups topic={name} partitions={data.partitions} />
          <Partitions topic={name} replication={data.replication} partitions={data.partitions} />
          <TopicSettings topic={name} config={data.config} />
        </>
      )}
    </section>
  )
}
