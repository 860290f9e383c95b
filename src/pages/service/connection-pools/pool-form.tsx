import { useState } from 'react'
import * as v from 'valibot'

import { codeOf } from '../../../api/errors.ts'
import { createPool, updatePool, type NewPool, type PoolSettings } from '../../../api/pools.ts'
import type { ConnectionPool, Service } from '../../../api/service.ts'
import { checkedText, wholeNumber } from '../../../features/resources/fields.ts'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { lookup } from '../../../lib/lookup.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { databasesOf, poolLimit, takenBy } from './pool-limit.ts'
import { isolated } from '../../../lib/isolated.ts'

const LONGEST_NAME = 63
const MAX_CONNECTIONS = 10_000

const MODES = [
  { value: 'transaction', label: 'transaction: a connection for each transaction' },
  { value: 'session', label: 'session: a connection as long as the client stays' },
  { value: 'statement', label: 'statement: a connection for each statement' },
]

const poolNameProblem = (names: readonly string[]) => (name: string) => {
  if (name === '') return 'Enter a name.'
  if (name.length > LONGEST_NAME) return `At most ${String(LONGEST_NAME)} characters.`
  return names.includes(name) ? 'There is a pool of that name.' : undefined
}

const SETTINGS = {
  database: v.pipe(v.string(), v.nonEmpty('Choose a database.')),
  pool_mode: v.string(),
  pool_size: wholeNumber({ min: 1, max: MAX_CONNECTIONS }),
  username: v.string(),
}

const withUser = <T extends { username: string }>({ username, ...rest }: T) => ({
  ...rest,
  ...(username !== '' && { username }),
})

const newPoolSchema = (names: readonly string[]) =>
  v.pipe(
    v.object({ pool_name: checkedText(poolNameProblem(names)), ...SETTINGS }),
    v.transform((pool): NewPool => withUser(pool)),
  )

/** Values of a pool's fields. */
const fieldsOf = ({
  database = '',
  pool_mode: mode = 'transaction',
  pool_size: size,
  username = '',
}: ConnectionPool) => ({
  database,
  pool_mode: mode,
  pool_size: size === undefined ? '' : String(size),
  username,
})

const changeSchema = (pool: ConnectionPool) =>
  v.pipe(
    v.object(SETTINGS),
    v.transform((fields): Partial<PoolSettings> => {
      const before = fieldsOf(pool)
      return {
        ...(fields.database !== before.database && { database: fields.database }),
        ...(fields.pool_mode !== before.pool_mode && { pool_mode: fields.pool_mode }),
        ...(fields.pool_size !== pool.pool_size && { pool_size: fields.pool_size }),
        ...(fields.username !== before.username && { username: fields.username }),
      }
    }),
    v.check((change) => Object.keys(change).length > 0, 'Nothing has changed yet.'),
  )

/** Messages for the API's error codes, by field. */
const BY_CODE: Readonly<Record<string, Record<string, string>>> = {
  pg_pool_too_big: { pool_size: 'Too big: together, the pools would take more connections than the service has.' },
  pg_pool_already_exists: { pool_name: 'There is a pool of that name.' },
  database_not_found: { database: 'This database isn’t there any more.' },
}

const fieldErrors = (error: Error): Record<string, string> | undefined => lookup(BY_CODE, codeOf(error) ?? '')

/** Those that there are, and the one that the pool has. */
const optionsOf = (values: readonly string[], held: string) =>
  [...new Set([...values, ...(held === '' ? [] : [held])])].map((value) => ({ value, label: value }))

interface FieldsProps {
  service: Service
  /** As it is now. */
  pool: ConnectionPool | undefined
}

const PoolFields = ({ service, pool }: FieldsProps) => {
  const limit = poolLimit(service)
  const others = takenBy(service.connection_pools.filter(({ pool_name }) => pool_name !== pool?.pool_name))
  const room =
    limit === undefined
      ? 'The API doesn’t say how many connections the service has.'
      : `Other pools take ${String(others)} of the service’s ${String(limit)} connections.`
  const users = service.users.map(({ username }) => username)
  return (
    <>
      <SelectField name="database" label="Database" options={optionsOf(databasesOf(service), pool?.database ?? '')} />
      <SelectField name="pool_mode" label="Pool mode" options={MODES} />
      <TextField
        name="pool_size"
        label="Pool size"
        inputMode="numeric"
        hint={`Connections to the server, from 1 to 10,000. ${room}`}
      />
      <SelectField
        name="username"
        label="User"
        options={[
          ...(pool?.username === undefined ? [{ value: '', label: 'Whoever connects' }] : []),
          ...optionsOf(users, pool?.username ?? ''),
        ]}
        hint={
          pool?.username === undefined
            ? 'With a user, all connections of the pool are this user’s.'
            : 'To remove it, delete the pool and create it again.'
        }
      />
    </>
  )
}

interface PoolFormProps {
  project: string
  service: Service
  onDone: (name: string) => void
  onClose: () => void
}

/** A form for a new pool. */
export const CreatePool = ({ project, service, onDone, onClose }: PoolFormProps) => {
  const names = service.connection_pools.map(({ pool_name }) => pool_name)
  const [first = ''] = databasesOf(service)
  return (
    <WriteFormDialog
      title="Create pool"
      schema={newPoolSchema(names)}
      initial={{ pool_name: '', database: first, pool_mode: 'transaction', pool_size: '10', username: '' }}
      submitLabel="Create pool"
      request={(pool) => createPool({ project, service: service.service_name }, pool)}
      terraform="In Terraform: the resource aiven_connection_pool."
      fieldErrors={fieldErrors}
      refused="The pool wasn’t created."
      doubtful="Unknown whether the pool was created. Look for it in the list before you try again."
      onDone={({ pool_name }) => {
        onDone(pool_name)
      }}
      onClose={onClose}
    >
      <TextField
        name="pool_name"
        label="Pool name"
        mono
        hint="At most 63 characters. Clients connect to it as if it were a database."
      />
      <PoolFields service={service} pool={undefined} />
    </WriteFormDialog>
  )
}

/** A form for what can be changed of a pool. */
export const EditPool = ({ project, service, name, onDone, onClose }: PoolFormProps & { name: string }) => {
  // Changes by others, such as deleting it, don't change the open form.
  const [pool] = useState(service.connection_pools.find(({ pool_name }) => pool_name === name))
  if (!pool) {
    return (
      <Dialog title={`Edit pool ${isolated(name)}`} onClose={onClose}>
        <p data-testid="gone">The list has no such pool. It may have been deleted already.</p>
      </Dialog>
    )
  }
  return (
    <WriteFormDialog
      title={`Edit pool ${isolated(pool.pool_name)}`}
      schema={changeSchema(pool)}
      initial={fieldsOf(pool)}
      submitLabel="Save"
      request={(change) => updatePool({ project, service: service.service_name }, pool.pool_name, change)}
      terraform="In Terraform: the resource aiven_connection_pool. Its next apply sets its own values again."
      fieldErrors={fieldErrors}
      refused="The pool wasn’t changed."
      doubtful="Unknown whether the pool was changed. Look at it before you try again."
      onDone={() => {
        onDone(pool.pool_name)
      }}
      onClose={onClose}
    >
      <PoolFields service={service} pool={pool} />
    </WriteFormDialog>
  )
}
