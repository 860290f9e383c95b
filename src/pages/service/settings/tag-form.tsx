import * as v from 'valibot'

import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

const MOST = 64

const TAG_SCHEMA = v.object({
  key: v.pipe(
    v.string(),
    v.trim(),
    v.nonEmpty('Enter a key.'),
    v.maxLength(MOST, 'At most 64 characters.'),
    v.regex(/^[A-Za-z][A-Za-z0-9_-]*$/, 'A letter first, then letters, digits, _ and -.'),
  ),
  value: v.pipe(v.string(), v.trim(), v.maxLength(MOST, 'At most 64 characters.')),
})

type Tag = v.InferOutput<typeof TAG_SCHEMA>

interface TagFormProps {
  initial: Tag
  onSet: (tag: Tag) => void
  onClose: () => void
}

/** A new tag, or one to be changed. */
export const TagForm = ({ initial, onSet, onClose }: TagFormProps) => (
  <Form
    label="Tag"
    schema={TAG_SCHEMA}
    initial={initial}
    submitLabel="Set tag"
    actions={<Button onClick={onClose}>Cancel</Button>}
    onSubmit={async (tag) => {
      onSet(tag)
      return Promise.resolve(undefined)
    }}
  >
    <TextField name="key" label="Key" focused hint="The value of a key that is there already is replaced." />
    <TextField name="value" label="Value" optional />
  </Form>
)
