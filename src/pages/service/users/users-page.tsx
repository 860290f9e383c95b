import { useDeferredValue, useState } from 'react'

import type { ServiceUser } from '../../../api/service-user.ts'
import { canMakeUsers } from '../../../domain/catalog.ts'
import { ListTools } from '../../../features/resources/list-tools.tsx'
import { ResetOfUser } from '../../../features/credentials/reset-of-user.tsx'
import { NoMatch } from '../../../features/resources/no-match.tsx'
import { OpenDialog } from '../../../features/resources/resource-list.tsx'
import { useListInUrl } from '../../../features/resources/use-list-in-url.ts'
import { PowerOn } from '../../../features/service-actions/powered-off.tsx'
import { wordTest } from '../../../lib/word-test.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Note } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { UsersTable } from './users-table.tsx'
import { isolated } from '../../../lib/isolated.ts'

const CreateUser = onDemand(async () => (await import('./create-user.tsx')).CreateUser)
const DeleteUser = onDemand(async () => (await import('./delete-user.tsx')).DeleteUser)

const matching = (users: readonly ServiceUser[], text: string): readonly ServiceUser[] => {
  const holdsAll = wordTest(text)
  return users.filter(({ username, type = '', authentication = '' }) =>
    holdsAll(`${username}\n${type}\n${authentication}`),
  )
}

/** The service's users, the credentials of the open one, and forms to create and delete users. */
export const UsersPage = () => {
  const { project, service } = useService()
  const { users, service_name, service_type } = service
  useTitle(`Users of ${service_name} – ${project}`)
  const list = useListInUrl()
  const { params, text, find, outcome, dialog, missing, open, close, done, clearSearch } = list
  /** Created on this page, and perhaps not in the list yet. */
  const [made, setMade] = useState<string>()
  /** Whose credentials are open. */
  const opened = params.get('user')
  const filter = useDeferredValue(text)
  const found = matching(users, filter)
  const isFixed = !canMakeUsers(service_type)
  const isOff = service.state === 'POWEROFF'
  const create = !isFixed && (
    <OpenDialog list={list} dialog="create-user">
      Create user
    </OpenDialog>
  )
  return (
    <section aria-labelledby="users" className="space-y-4">
      <h2 id="users" className="text-base font-semibold">
        Service users
      </h2>
      <ResetOfUser project={project} service={service} />
      <ListTools
        unit="user"
        total={users.length}
        found={found.length}
        search={find}
        placeholder="Name, type or authentication"
        outcome={outcome}
        missing={missing(
          'user',
          (name) => name === made || service.problems.length > 0 || users.some(({ username }) => username === name),
        )}
      >
        {create}
      </ListTools>
      {isOff && (
        <Note testId="powered-off" actions={<PowerOn />}>
          The service is powered off. Nobody can connect until it runs again.
        </Note>
      )}
      {isFixed && (
        <p data-testid="fixed-users" className="text-muted">
          You can’t create users of this service type here: the service manages them itself.
        </p>
      )}
      {users.length === 0 && (
        <EmptyState title="No service users">
          The API lists none. A new service gets its first user with its endpoint.
        </EmptyState>
      )}
      {found.length > 0 && (
        <UsersTable
          // Another service: drop everything shown or stored of the previous one's users.
          key={`${project}/${service_name}`}
          project={project}
          service={service}
          shown={found}
          opened={opened}
          onOpen={(username) => {
            open({ user: username ?? '' })
          }}
          onDelete={() => {
            open({ do: 'delete-user' })
          }}
        />
      )}
      {users.length > 0 && found.length === 0 && <NoMatch unit="user" text={filter} onClear={clearSearch} />}
      {dialog === 'create-user' && !isFixed && (
        <CreateUser
          project={project}
          service={service}
          onClose={close}
          onDone={(username) => {
            setMade(username)
            done(`User ${isolated(username)} created. Its credentials are below.`, { user: username, search: '' })
          }}
        />
      )}
      {dialog === 'delete-user' && opened !== null && (
        <DeleteUser
          project={project}
          service={service}
          username={opened}
          onClose={close}
          onDone={() => {
            done(`User ${opened} deleted.`, { user: '' })
          }}
        />
      )}
    </section>
  )
}
