import { stemOf, unixText, type Form, type FormFile, type FormSource } from './form.ts'

/** No line of PEM can be this one: it has a character that base64 and the armour's lines lack. */
const HEREDOC_END = 'PEM_END'

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' }

const escapeCharacter = (char: string): string =>
  ESCAPES[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`

/** A quoted string of HCL, in which nothing is taken for a template. */
const quoted = (text: string): string =>
  `"${text.replace(/[\p{Cc}"\\]/gu, escapeCharacter).replace(/([$%])\{/g, '$1$1{')}"`

/** A name for a block: letters, digits and underscores, no digit first. */
const identifier = (text: string): string => text.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d|$)/, '_')

const WORDS = { ca: 'CA certificate', certificate: 'access certificate', key: 'access key' } as const

const subject = ({ project, owner }: FormSource): string =>
  owner ? `of ${owner.username} at ${owner.service}, project ${project}` : `of project ${project}`

const variable = (source: FormSource): FormFile => ({
  name: `${stemOf(source)}-variable.tf`,
  what: 'A variable with the certificate in it: no provider needed, but no updates.',
  secret: false,
  content: `variable "${identifier(`${stemOf(source)}${source.kind === 'ca' ? '' : '_cert'}`)}" {
  description = ${quoted(`${WORDS[source.kind]} ${subject(source)}`)}
  type        = string
  default     = <<${HEREDOC_END}
${unixText(source).replace(/\n$/, '')}
${HEREDOC_END}
}
`,
})

/** Names of data sources and attributes: documentation of the provider aiven/aiven, version 4. */
const dataSource = (source: FormSource): FormFile => {
  const { project, owner, kind } = source
  const name = identifier(stemOf(source))
  const inputs = owner
    ? `  project      = ${quoted(project)}
  service_name = ${quoted(owner.service)}
  username     = ${quoted(owner.username)}`
    : `  project = ${quoted(project)}`
  const type = owner ? 'aiven_kafka_user' : 'aiven_project'
  const attribute = { ca: 'ca_cert', certificate: 'access_cert', key: 'access_key' }[kind]
  return {
    name: `${stemOf(source)}-data.tf`,
    what: 'A data source that fetches it at every plan, with the aiven/aiven provider.',
    secret: false,
    content: `data "${type}" "${name}" {
${inputs}
}

output "${name}_${attribute}" {
  value     = data.${type}.${name}.${attribute}
  sensitive = true
}
`,
  }
}

export const TERRAFORM: Form = {
  id: 'terraform',
  label: 'Terraform',
  note: ({ kind }) =>
    kind === 'key'
      ? 'A private key doesn’t belong in a configuration, so only the data source is offered. Terraform keeps what it fetches in its state: protect that.'
      : 'The data source follows a renewal; the variable needs neither the provider nor a token.',
  files: (source) => (source.kind === 'key' ? [dataSource(source)] : [variable(source), dataSource(source)]),
}
