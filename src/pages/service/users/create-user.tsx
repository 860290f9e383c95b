import { useMemo } from 'react'

import { existsAlready } from '../../../api/errors.ts'
import type { Service } from '../../../api/service.ts'
import { createUser } from '../../../api/user.ts'
import { userOptions } from '../../../domain/catalog.ts'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { CheckboxField } from '../../../ui/form/checkbox-field.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { aclFields, AUTHENTICATIONS, INITIAL, userSchema } from './new-user.ts'

interface CreateUserProps {
  project: string
  service: Service
  onDone: (username: string) => void
  onClose: () => void
}

/** A form for a new service user, with the options of the service's type. */
export const CreateUser = ({ project, service, onDone, onClose }: CreateUserProps) => {
  const { service_name, service_type: type, users } = service
  const options = userOptions(type)
  const schema = useMemo(
    () =>
      userSchema(
        type,
        users.map(({ username }) => username),
      ),
    [type, users],
  )
  return (
    <WriteFormDialog
      title="Create user"
      schema={schema}
      initial={INITIAL}
      submitLabel="Create user"
      request={(user) => createUser({ project, service: service_name }, user)}
      terraform="With Terraform: a resource for the user, such as aiven_pg_user. Terraform keeps users that it doesn’t know."
      fieldErrors={(error) => (existsAlready(error) ? { username: 'There is a user of that name.' } : undefined)}
      refused="The user wasn’t created."
      doubtful="Unknown whether the user was created. Look for it in the list before you try again."
      onDone={({ username }) => {
        onDone(username)
      }}
      onClose={onClose}
    >
      <TextField name="username" label="Username" mono hint="At most 64 characters. It can’t be changed later." />
      {options.includes('authentication') && (
        <SelectField
          name="authentication"
          label="Authentication"
          hint="Old clients need mysql_native_password."
          options={[
            { value: '', label: 'Default (caching_sha2_password)' },
            ...AUTHENTICATIONS.map((value) => ({ value, label: value })),
          ]}
        />
      )}
      {options.includes('replication') && <CheckboxField name="replication" label="Allow replication" />}
      {aclFields(type).map(({ name, label, hint }) => (
        <TextField key={name} name={name} label={label} mono optional hint={hint} />
      ))}
      {options.includes('certificate') && (
        <p className="text-muted">
          The user gets a password, a certificate and a key. ACL entries decide what it can do.
        </p>
      )}
    </WriteFormDialog>
  )
}
