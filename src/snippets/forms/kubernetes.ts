import { FILE_NAMES } from '../../crypto/files.ts'
import { isSecret, stemOf, type Form, type FormSource } from './form.ts'
import { toBase64 } from './plain-forms.ts'

const LONGEST_NAME = 63

/** A name that Kubernetes takes (RFC 1123): lower-case letters, digits and hyphens, a letter or digit at both ends. */
const resourceName = (source: FormSource): string => {
  const suffix = { ca: '', certificate: '-cert', key: '-key' }[source.kind]
  const stem = stemOf(source)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, LONGEST_NAME - suffix.length)
    .replace(/-+$/, '')
  return `${stem || 'aiven'}${suffix}`
}

/** `data` rather than `stringData`: base64 leaves no line break to anyone's interpretation. */
export const KUBERNETES: Form = {
  id: 'kubernetes',
  label: 'Kubernetes Secret',
  note: (source) =>
    `Apply it with kubectl apply -f FILE, then mount the Secret: its file is ${FILE_NAMES[source.kind]}.`,
  files: (source) => [
    {
      name: `${resourceName(source)}.yaml`,
      content: `apiVersion: v1
kind: Secret
metadata:
  name: ${resourceName(source)}
type: Opaque
data:
  ${FILE_NAMES[source.kind]}: ${toBase64(source.pem)}
`,
      secret: isSecret(source),
    },
  ],
}
