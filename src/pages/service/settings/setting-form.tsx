import { useMemo } from 'react'
import * as v from 'valibot'

import { boundsOf, parseSetting, type Setting } from '../../../domain/config-settings.ts'
import { settingText } from '../../../features/writes/difference-list.tsx'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const schemaOf = (setting: Setting) =>
  v.object({
    value: v.pipe(
      v.string(),
      v.rawTransform<string, unknown>(({ dataset, addIssue, NEVER }) => {
        const parsed = parseSetting(setting, dataset.value)
        if ('value' in parsed) return parsed.value
        addIssue({ message: parsed.fault })
        return NEVER
      }),
    ),
  })

const BOOLEANS = [
  { value: 'true', label: 'true' },
  { value: 'false', label: 'false' },
]

/** The field's text for a value. */
const fieldText = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(settingText).join('\n')
  return value === undefined || value === null ? '' : settingText(value)
}

const hintOf = (setting: Setting): string =>
  [
    boundsOf(setting),
    setting.usual === undefined ? '' : `Default: ${settingText(setting.usual)}.`,
    setting.example === undefined ? '' : `Example: ${settingText(setting.example)}.`,
  ]
    .filter(Boolean)
    .join(' ')

interface SettingFormProps {
  setting: Setting
  /** The current value, or the value to be saved. */
  value: unknown
  onSet: (value: unknown) => void
  onClose: () => void
}

/** The value of one setting, in the field that its type asks for. */
export const SettingForm = ({ setting, value, onSet, onClose }: SettingFormProps) => {
  const { path, kind, choices } = setting
  const name = path.join('.')
  const schema = useMemo(() => schemaOf(setting), [setting])
  const options = choices?.map((choice) => ({ value: String(choice), label: String(choice) }))
  const offered = options ?? (kind === 'boolean' ? BOOLEANS : undefined)
  const initial = fieldText(value ?? setting.usual)
  return (
    <div className="space-y-3 py-2">
      {setting.description !== '' && <p className="max-w-prose wrap-anywhere">{setting.description}</p>}
      <Form
        label={`Setting ${name}`}
        schema={schema}
        initial={{ value: initial }}
        submitLabel="Set value"
        actions={<Button onClick={onClose}>Cancel</Button>}
        onSubmit={async (values) => {
          onSet(values.value)
          return Promise.resolve(undefined)
        }}
      >
        {offered ? (
          <SelectField
            name="value"
            label={name}
            hint={hintOf(setting)}
            options={initial === '' ? [{ value: '', label: 'Choose a value' }, ...offered] : offered}
          />
        ) : (
          <TextField
            name="value"
            label={name}
            mono
            focused
            hint={hintOf(setting)}
            {...(kind === 'list' && { lines: 4 })}
            {...(kind === 'integer' && { inputMode: 'numeric' as const })}
          />
        )}
      </Form>
    </div>
  )
}
