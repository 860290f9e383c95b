import { useDeferredValue, useState } from 'react'

import { holdsSecret, sameValue, settingAt, type Edit, type EditPath } from '../../../api/service-edit.ts'
import { editService } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import type { Setting } from '../../../domain/config-settings.ts'
import { stateWord } from '../../../features/services/service-status.tsx'
import { DifferenceList } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import { NoSuch } from '../../../features/resources/no-such.tsx'
import { useSearchInUrl } from '../../../features/search/use-search-in-url.ts'
import { wordTest } from '../../../lib/word-test.ts'
import { Button } from '../../../ui/button.tsx'
import { Note } from '../../../ui/notice.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { SearchField } from '../../../features/search/search-field.tsx'
import { settingColumns, type SettingRow } from './config-columns.tsx'

const SettingForm = onDemand(async () => (await import('./setting-form.tsx')).SettingForm)

/** Number of settings shown at first: there are hundreds. */
const AT_FIRST = 20

const nameOf = ([, ...keys]: readonly string[]): string => keys.join('.')
const pathOf = ({ path }: Setting): EditPath => ['user_config', ...path]

const fixedBecause = ({ path, kind, createOnly }: Setting, isSecret: boolean): string | undefined => {
  if (path[0] === 'ip_filter') return 'See Allowed IP addresses'
  if (createOnly) return 'Set when the service is created'
  if (isSecret) return 'Change it with avn or the API: it’s next to a secret'
  return kind === 'other' ? 'Change it with avn or the API' : undefined
}

const rowOf = (setting: Setting, service: Service, edits: readonly Edit[]): SettingRow => {
  const key = setting.path.join('.')
  const edit = edits.find(({ path }) => nameOf(path) === key)
  const value = edit ? edit.after : settingAt(service, pathOf(setting))
  const [outermost] = setting.path
  const isBeside = holdsSecret(service.user_config[outermost], outermost)
  return {
    key,
    setting,
    value,
    isChanged: edit !== undefined,
    fixed: fixedBecause(setting, isBeside || holdsSecret('?', setting.path.at(-1))),
    isSecret: holdsSecret(value, setting.path.at(-1)),
  }
}

const textOf = ({ key, setting: { title, description } }: SettingRow): string => `${key} ${title} ${description}`

interface ConfigSettingsProps {
  project: string
  service: Service
  settings: readonly Setting[]
}

/** The settings: what is set, a search in all of them, and a draft of changes that is reviewed before it is sent. */
export const ConfigSettings = ({ project, service, settings }: ConfigSettingsProps) => {
  const { params, text, search, settle, write } = useSearchInUrl()
  const [all, setAll] = useState(false)
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const [saved, setSaved] = useState<Saved>()
  const named = params.get('setting') ?? ''
  const opened = named === '' ? undefined : named
  const open = (key: string | undefined) => {
    write({ setting: key ?? '' })
  }
  const searched = useDeferredValue(text).trim()
  const holdsAll = wordTest(searched)
  const rows = settings
    .map((setting) => rowOf(setting, service, edits))
    .filter(({ key, setting, value }) => !setting.createOnly || value !== undefined || key === opened)
  const found = searched === '' ? rows : rows.filter((row) => holdsAll(textOf(row)))
  const isShort = searched === '' && !all
  const shown = isShort
    ? found.filter(({ key, value, isChanged }) => value !== undefined || isChanged || key === opened)
    : found
  const cut = shown.filter(({ key }, index) => all || index < AT_FIRST || key === opened)
  const isRunning = service.state === 'RUNNING'
  const restarting = edits.filter(({ path }) =>
    settings.some((setting) => setting.restarts && setting.path.join('.') === nameOf(path)),
  )
  const requestOf = (of: readonly Edit[]) => editService({ project, service: service.service_name }, service, of)
  const set = ({ setting, key }: SettingRow, after: unknown) => {
    const path = pathOf(setting)
    const others = edits.filter((edit) => nameOf(edit.path) !== key)
    const before = edits.find((edit) => nameOf(edit.path) === key)?.before ?? settingAt(service, path)
    setSaved(undefined)
    open(undefined)
    setEdits(sameValue(before, after) ? others : [...others, { path, before, after }])
  }
  const discard = () => {
    setEdits([])
  }
  return (
    <div className="space-y-3">
      {!isRunning && (
        <Note testId="not-running">
          Settings can be changed while the service runs. Its state is: {stateWord(service.state)}.
        </Note>
      )}
      {edits.length > 0 && (
        <WritePanel
          label="Changes of the configuration"
          request={requestOf(edits)}
          terraform={`With Terraform: ${service.service_type}_user_config. Its next apply puts back what its configuration says.`}
          refused="The configuration wasn’t changed."
          doubtful="Unknown whether the configuration was changed. It’s safe to try again."
          onRebase={(current) => {
            setEdits(
              edits
                .map((edit) => ({ ...edit, before: settingAt(current, edit.path) }))
                .filter(({ before, after }) => !sameValue(before, after)),
            )
          }}
          onDone={(result) => {
            setSaved({ message: 'Configuration saved.', edits, result })
          }}
          onDiscard={discard}
        >
          <DifferenceList label="Settings to be changed" differences={edits} nameOf={nameOf} />
          {restarting.length > 0 && (
            <Note testId="restarts">
              Saving this restarts the service: {restarting.map(({ path }) => nameOf(path)).join(', ')}. Connections
              break in the meantime.
            </Note>
          )}
        </WritePanel>
      )}
      <EditOutcome testId="config-saved" saved={saved} requestOf={requestOf} nameOf={nameOf} onSaved={setSaved} />
      <div className="flex flex-wrap items-center gap-3">
        <SearchField label="Search settings" value={text} onChange={search} onBlur={settle} />
        <p role="status" className="text-muted">
          {isShort
            ? `${formatNumber(shown.length)} of ${formatNumber(rows.length)} set`
            : `${formatNumber(found.length)} of ${formatNumber(rows.length)}`}
        </p>
      </div>
      {opened !== undefined && !rows.some(({ key }) => key === opened) && <NoSuch unit="setting" name={opened} />}
      <DataTable
        label="Settings"
        columns={settingColumns({
          opened,
          disabled: !isRunning,
          onOpen: open,
          onReset: (row) => {
            set(row, undefined)
          },
        })}
        rows={cut}
        keyOf={({ key }) => key}
        renderDetail={(row) =>
          row.key === opened && row.fixed === undefined && isRunning ? (
            <SettingForm
              setting={row.setting}
              value={row.value}
              onSet={(value) => {
                set(row, value)
              }}
              onClose={() => {
                open(undefined)
              }}
            />
          ) : undefined
        }
        empty={
          <p className="text-muted">
            {searched !== '' ? 'No setting matches the search.' : 'Nothing is set: everything uses its default.'}
          </p>
        }
      />
      {!all && (isShort ? rows.length > shown.length : found.length > cut.length) && (
        <Button
          variant="quiet"
          onClick={() => {
            setAll(true)
          }}
        >{`Show all ${formatNumber(found.length)}`}</Button>
      )}
    </div>
  )
}
