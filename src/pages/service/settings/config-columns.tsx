import type { Setting } from '../../../domain/config-settings.ts'
import { settingText } from '../../../features/writes/difference-list.tsx'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import type { Column } from '../../../ui/table/column.ts'

export interface SettingRow {
  readonly key: string
  readonly setting: Setting
  /** The current value, or the value to be saved; undefined if not set. */
  readonly value: unknown
  readonly isChanged: boolean
  /** Why it can't be changed here. */
  readonly fixed: string | undefined
  /** Contains a secret, which isn't shown. */
  readonly isSecret: boolean
}

const ValueCell = ({ row: { setting, value, isChanged, isSecret } }: { row: SettingRow }) => {
  if (isSecret) return 'A secret, not shown'
  if (value === undefined) {
    return (
      <span className="text-muted">
        {setting.usual === undefined ? 'Default' : `Default: ${settingText(setting.usual)}`}
        {isChanged && ' (not saved yet)'}
      </span>
    )
  }
  return (
    <span className="font-mono wrap-anywhere">
      {settingText(value)}
      {isChanged && <span className="ml-2 font-sans text-xs text-muted">not saved yet</span>}
    </span>
  )
}

const NameCell = ({ setting: { path, title, restarts, isDeprecated } }: Pick<SettingRow, 'setting'>) => (
  <span className="block space-y-0.5">
    <span className="block font-mono wrap-anywhere">{path.join('.')}</span>
    {title !== '' && title !== path.at(-1) && (
      <span className="block text-xs font-normal wrap-anywhere text-muted">{title}</span>
    )}
    {restarts && (
      <Badge tone="required" icon="refresh">
        Restarts the service
      </Badge>
    )}
    {isDeprecated && (
      <Badge tone="optional" icon="alert">
        Deprecated
      </Badge>
    )}
  </span>
)

interface SettingHandlers {
  readonly opened: string | undefined
  /** Nothing can be changed at the moment. */
  readonly disabled: boolean
  readonly onOpen: (key: string | undefined) => void
  readonly onReset: (row: SettingRow) => void
}

export const settingColumns = (handlers: SettingHandlers): readonly Column<SettingRow>[] => [
  { id: 'name', header: 'Setting', weight: 20, cell: (row) => <NameCell setting={row.setting} /> },
  { id: 'value', header: 'Value', weight: 16, stacked: 'labelled', cell: (row) => <ValueCell row={row} /> },
  {
    id: 'actions',
    header: 'Actions',
    isActions: true,
    weight: 12,
    cell: (row) => {
      const { key, fixed, value } = row
      if (fixed !== undefined) return <span className="text-muted">{fixed}</span>
      const isOpen = handlers.opened === key
      return (
        <div className="flex flex-wrap">
          <Button
            variant="quiet"
            aria-expanded={isOpen}
            aria-disabled={handlers.disabled}
            aria-label={`${isOpen ? 'Close' : 'Change'} ${key}`}
            onClick={() => {
              if (!handlers.disabled) handlers.onOpen(isOpen ? undefined : key)
            }}
          >
            {isOpen ? 'Close' : 'Change'}
          </Button>
          {value !== undefined && (
            <Button
              variant="quiet"
              aria-disabled={handlers.disabled}
              aria-label={`Reset ${key}`}
              onClick={() => {
                if (!handlers.disabled) handlers.onReset(row)
              }}
            >
              Reset
            </Button>
          )}
        </div>
      )
    },
  },
]
