import { useState } from 'react'

import type { TopicDetails } from '../../../api/topics.ts'
import { retentionWords } from '../../../domain/topics.ts'
import { formatBytes } from '../../../lib/format-bytes.ts'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'

interface NamedSetting {
  readonly name: string
  readonly value: string | number | boolean
  readonly source?: string | undefined
}

/** Whether the setting was made for this topic; else the service's default holds. */
export const isOwn = ({ source }: Pick<NamedSetting, 'source'>): boolean => source === 'topic_config'

const HOUR_MS = 3_600_000

/** Milliseconds or bytes in larger units. */
const inWords = ({ name, value }: NamedSetting): string | undefined => {
  if (typeof value !== 'number') return undefined
  if (name.endsWith('_ms') && (value === -1 || (value >= HOUR_MS && value % HOUR_MS === 0 && value < 1e15)))
    return retentionWords(value === -1 ? -1 : value / HOUR_MS)
  if (name.endsWith('_bytes')) return value === -1 ? 'Unlimited' : formatBytes(value)
  return undefined
}

const COLUMNS: readonly Column<NamedSetting>[] = [
  {
    id: 'name',
    header: 'Setting',
    weight: 16,
    cell: ({ name }) => <span className="font-mono wrap-anywhere">{name}</span>,
  },
  {
    id: 'value',
    header: 'Value',
    weight: 16,
    cell: (setting) => {
      const words = inWords(setting)
      return (
        <>
          <span className="font-mono">{String(setting.value)}</span>
          {words !== undefined && <span className="text-muted"> {words}</span>}
        </>
      )
    },
  },
  { id: 'source', header: 'From', cell: (setting) => (isOwn(setting) ? 'This topic' : 'Default') },
]

interface TopicSettingsProps {
  topic: string
  config: TopicDetails['config']
}

/** The topic's configuration: what was set for it, and the rest when asked. */
export const TopicSettings = ({ topic, config }: TopicSettingsProps) => {
  const [all, setAll] = useState(false)
  const settings = [...config].map(([name, setting]) => ({ name, ...setting }))
  const own = settings.filter(isOwn)
  const shown = all ? [...own, ...settings.filter((setting) => !isOwn(setting))] : own
  return (
    <div className="space-y-2">
      {shown.length > 0 ? (
        <DataTable label={`Configuration of ${topic}`} columns={COLUMNS} rows={shown} keyOf={({ name }) => name} />
      ) : (
        <p className="text-muted">Nothing is set for this topic: it uses the service’s defaults.</p>
      )}
      {shown.length < settings.length && (
        <Button
          variant="quiet"
          onClick={() => {
            setAll(true)
          }}
        >
          {`Show all ${String(settings.length)} settings`}
        </Button>
      )}
    </div>
  )
}
