import type { ReactNode } from 'react'
import * as v from 'valibot'

import type { Backup } from '../../../api/backups.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import { Form } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { formatInstant, useTimeZone } from '../../../ui/time-zone.ts'
import type { TimeZone } from '../../../lib/wall-clock.ts'

const SCHEMA = v.object({ backup: v.string() })

const labelOf = ({ backup_time: time, data_size: size }: Backup, zone: TimeZone): string => {
  const date = new Date(time)
  const when = Number.isNaN(date.getTime()) ? time : formatInstant(date, zone)
  return size === undefined ? when : `${when}, ${formatBytes(size)}`
}

interface ForkFromBackupProps {
  /** The newest first; at least one. */
  backups: readonly Backup[]
  /** @param backup its name */
  onChoose: (backup: string) => void
  /** After the fields. */
  children: ReactNode
}

/** Of a service that can be restored only as it was at a backup. */
export const ForkFromBackup = ({ backups, onChoose, children }: ForkFromBackupProps) => {
  const zone = useTimeZone()
  return (
    <Form
      label="Fork and restore"
      schema={SCHEMA}
      initial={{ backup: backups[0]?.backup_name ?? '' }}
      submitLabel="Continue"
      onSubmit={async ({ backup }) => {
        onChoose(backup)
        return undefined
      }}
    >
      <SelectField
        name="backup"
        label="Backup"
        options={backups.map((backup) => ({ value: backup.backup_name, label: labelOf(backup, zone) }))}
      />
      {children}
    </Form>
  )
}
