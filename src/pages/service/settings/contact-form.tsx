import * as v from 'valibot'

import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'

/** The API's maximum. */
const MAX_CONTACTS = 10

const CONTACT_SCHEMA = v.object({
  email: v.pipe(
    v.string(),
    v.trim(),
    v.regex(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'Enter an email address, such as ops@example.com.'),
    v.maxLength(254, 'At most 254 characters.'),
  ),
})

interface ContactFormProps {
  /** Addresses that the list has already, in lower case. */
  present: readonly string[]
  onAdd: (email: string) => void
  onClose: () => void
}

/** One more address that Aiven writes to. */
export const ContactForm = ({ present, onAdd, onClose }: ContactFormProps) => (
  <Form
    label="Contact"
    schema={CONTACT_SCHEMA}
    initial={{ email: '' }}
    submitLabel="Add"
    actions={<Button onClick={onClose}>Cancel</Button>}
    onSubmit={async ({ email }) => {
      if (present.includes(email.toLowerCase()))
        return Promise.resolve({ fields: { email: 'This one is in the list already.' } })
      if (present.length >= MAX_CONTACTS)
        return Promise.resolve({ fields: { email: 'The API takes 10 contacts at most.' } })
      onAdd(email)
      return Promise.resolve(undefined)
    }}
  >
    <TextField name="email" label="Email address" type="email" focused />
  </Form>
)
