import * as v from 'valibot'

import { dayWord, WEEK_DAYS, WINDOW_TIME } from '../../../domain/maintenance-window.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { SelectField } from '../../../ui/form/select-field.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const SCHEMA = v.object({
  dow: v.picklist(WEEK_DAYS, 'Choose a day.'),
  time: v.pipe(
    v.string(),
    v.trim(),
    v.regex(WINDOW_TIME, 'Enter a time such as 04:00.'),
    v.transform((time) => (time.length === 5 ? `${time}:00` : time)),
  ),
})

type Window = v.InferOutput<typeof SCHEMA>

interface WindowFormProps {
  dow: string | undefined
  time: string | undefined
  onChosen: (window: Window) => void
  onClose: () => void
}

/** The day and the time at which maintenance may begin. */
export const WindowForm = ({ dow, time, onChosen, onClose }: WindowFormProps) => (
  <Form
    label="Maintenance window"
    schema={SCHEMA}
    initial={{ dow: WEEK_DAYS.find((day) => day === dow) ?? 'sunday', time: time ?? '04:00:00' }}
    submitLabel="Set window"
    actions={<Button onClick={onClose}>Cancel</Button>}
    onSubmit={async (window) => {
      onChosen(window)
      return Promise.resolve(undefined)
    }}
  >
    <SelectField
      name="dow"
      label="Day of the week (UTC)"
      options={WEEK_DAYS.map((day) => ({ value: day, label: dayWord(day) }))}
    />
    <TextField name="time" label="Time (UTC)" mono />
  </Form>
)
