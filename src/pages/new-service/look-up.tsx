import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'

import { serviceList } from '../../api/service.ts'
import { useApi } from '../../api/use-api.ts'
import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'

interface LookUpProps {
  project: string
  name: string
  /** The service was created after all: nothing can be lost. */
  onFound: () => void
}

/** After a create request without an answer: looks for the service in the list. */
export const LookUp = ({ project, name, onFound }: LookUpProps) => {
  const [since] = useState(Date.now)
  const query = useQuery({ ...serviceList(useApi(), project), refetchOnMount: 'always' })
  const { data, error, isFetching, dataUpdatedAt, refetch } = query
  const isKnown = !isFetching && !error && dataUpdatedAt >= since
  const isThere = data?.items.some(({ service_name }) => service_name === name) ?? false
  useEffect(() => {
    if (isKnown && isThere) onFound()
  }, [isKnown, isThere, onFound])
  const again = (
    <Button
      busy={isFetching}
      onClick={() => {
        void refetch()
      }}
    >
      Look again
    </Button>
  )
  if (isKnown && isThere) {
    return (
      <div data-testid="created-after-all" className="space-y-2">
        <p>
          The API didn’t answer properly, but the list of services has <bdi>{name}</bdi>: it was created.
        </p>
        <Link to={paths.service(project, name)} replace className="font-medium underline">
          Open <bdi>{name}</bdi>
        </Link>
      </div>
    )
  }
  if (isKnown) {
    return (
      <div data-testid="not-created" className="space-y-2">
        <p>
          The list of services doesn&rsquo;t have <bdi>{name}</bdi>: it probably wasn’t created.
        </p>
        {again}
      </div>
    )
  }
  return (
    <div data-testid="looking-up" className="space-y-2">
      <p>
        Unknown whether <bdi>{name}</bdi> was created.{' '}
        {isFetching ? 'Looking for it in the list of services.' : 'The list of services couldn\u2019t be read.'}
      </p>
      {!isFetching && again}
    </div>
  )
}
