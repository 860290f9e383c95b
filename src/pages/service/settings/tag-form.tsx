import { TAG_SCHEMA, type Tag } from '../../../features/tags/tag-schema.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

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
    <TextField name="key" label="Key" focused hint="If the key exists, its value is replaced." />
    <TextField name="value" label="Value" optional />
  </Form>
)
