import * as v from 'valibot'

import { createDatabase, type NewDatabase } from '../../../api/databases.ts'
import { codeOf } from '../../../api/errors.ts'
import type { ServiceAddress } from '../../../api/service-address.ts'
import { checkedText } from '../../../features/resources/fields.ts'
import { MoreFields } from '../../../features/resources/more-fields.tsx'
import { WriteFormDialog } from '../../../features/writes/write-form-dialog.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const LONGEST_NAME = 40
const LONGEST_LOCALE = 128

const schemaFor = (names: readonly string[]) =>
  v.pipe(
    v.object({
      database: checkedText((name) => {
        if (name === '') return 'Enter a name.'
        if (name.length > LONGEST_NAME) return `At most ${String(LONGEST_NAME)} characters.`
        return names.includes(name) ? 'There is a database of that name.' : undefined
      }),
      lc_collate: v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_LOCALE, 'At most 128 characters.')),
      lc_ctype: v.pipe(v.string(), v.trim(), v.maxLength(LONGEST_LOCALE, 'At most 128 characters.')),
    }),
    v.transform(({ database, lc_collate, lc_ctype }): NewDatabase => ({
      database,
      ...(lc_collate !== '' && { lc_collate }),
      ...(lc_ctype !== '' && { lc_ctype }),
    })),
  )

interface CreateDatabaseProps extends ServiceAddress {
  names: readonly string[]
  /** Whether the service sorts texts by a locale that is chosen here. */
  hasLocales: boolean
  onDone: (name: string) => void
  onClose: () => void
}

/** A form for a new database. */
export const CreateDatabase = ({ names, hasLocales, onDone, onClose, ...address }: CreateDatabaseProps) => (
  <WriteFormDialog
    title="Create database"
    schema={schemaFor(names)}
    initial={{ database: '', lc_collate: '', lc_ctype: '' }}
    submitLabel="Create database"
    request={(database) => createDatabase(address, database)}
    terraform={`In Terraform: the resource ${hasLocales ? 'aiven_pg_database' : 'aiven_mysql_database'}.`}
    fieldErrors={(error) =>
      codeOf(error) === 'database_already_exists' ? { database: 'There is a database of that name.' } : undefined
    }
    refused="The database wasn’t created."
    doubtful="Unknown whether the database was created. Look for it in the list before you try again."
    onDone={({ database }) => {
      onDone(database)
    }}
    onClose={onClose}
  >
    <TextField
      name="database"
      label="Database name"
      mono
      hint="At most 40 characters. Plain letters, digits and _ need no quoting in SQL."
    />
    {hasLocales && (
      <MoreFields label="More settings">
        <TextField name="lc_collate" label="Sort order (LC_COLLATE)" mono optional hint="en_US.UTF-8 if left empty." />
        <TextField
          name="lc_ctype"
          label="Character classification (LC_CTYPE)"
          mono
          optional
          hint="en_US.UTF-8 if left empty."
        />
      </MoreFields>
    )}
  </WriteFormDialog>
)
