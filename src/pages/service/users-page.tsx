import { useDeferredValue } from 'react'

import type { ServiceUser } from '../../api/service-user.ts'
import { useSearchInUrl } from '../../lib/use-search-in-url.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Problem } from '../../ui/notice.tsx'
import { formatCount } from '../../ui/relative-time.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { useService } from './use-service.ts'
import { UsersTable } from './users-table.tsx'

const matching = (users: readonly ServiceUser[], text: string): readonly ServiceUser[] => {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const hay = ({ username, type = '', authentication = '' }: ServiceUser) =>
    `${username}\n${type}\n${authentication}`.toLowerCase()
  return users.filter((user) => words.every((word) => hay(user).includes(word)))
}

/** The service's users, and the credentials of the one that is opened. */
export const UsersPage = () => {
  const { project, service } = useService()
  const { users, service_name } = service
  useTitle(`Users of ${service_name} – ${project}`)
  const { params, text, search, settle, write } = useSearchInUrl()
  /** Whose credentials are open. */
  const opened = params.get('user')
  const filter = useDeferredValue(text)
  const found = matching(users, filter)
  const total = formatCount(users.length, 'service user')
  if (users.length === 0) {
    return (
      <EmptyState title="No service users">
        The API names none. A service that is being built gets its first one with its endpoint.
      </EmptyState>
    )
  }
  return (
    <section aria-labelledby="users" className="space-y-4">
      <h2 id="users" className="sr-only">
        Service users
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        {users.length > 1 && (
          <TextField
            label="Search users"
            placeholder="Name, type or authentication"
            value={text}
            onChange={search}
            onBlur={settle}
          />
        )}
        <p role="status" className="text-muted">
          {filter.trim() === '' ? total : `${String(found.length)} of ${total}`}
        </p>
      </div>
      {opened !== null && !users.some(({ username }) => username === opened) && (
        <Problem testId="no-such-user">There is no service user &ldquo;{opened}&rdquo;.</Problem>
      )}
      {found.length > 0 && (
        <UsersTable
          // Another service: whatever was shown, said or kept of the last one's users goes.
          key={`${project}/${service_name}`}
          project={project}
          service={service}
          shown={found}
          opened={opened}
          onOpen={(username) => {
            write({ user: username ?? '' })
          }}
        />
      )}
      {found.length === 0 && (
        <EmptyState
          title={`No user matches “${filter}”`}
          actions={
            <Button
              onClick={() => {
                write({ search: '' })
              }}
            >
              Clear search
            </Button>
          }
        />
      )}
    </section>
  )
}
