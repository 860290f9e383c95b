/** One certificate or key in the form that a target takes: the types that all forms share. */
import { projectCaFileName, safeStem } from '../../crypto/files.ts'

/** The certificate or key to convert. */
export interface FormSource {
  readonly kind: 'ca' | 'certificate' | 'key'
  /** Byte for byte what the API sent, and found to be what it should be. */
  readonly pem: string
  readonly project: string
  /** Whose certificate or key it is; undefined for the project's CA. */
  readonly owner?: { readonly service: string; readonly username: string } | undefined
}

/** One file to copy or to save. */
export interface FormFile {
  readonly name: string
  /** What the file is for, if the format has several. */
  readonly what?: string
  /** Text, or bytes that only a file can hold. */
  readonly content: string | Uint8Array
  /** Anyone who reads it can act as its owner. */
  readonly secret: boolean
}

export interface Form {
  readonly id: string
  readonly label: string
  /** What to know before using it, in a sentence or two. */
  readonly note: (source: FormSource) => string
  readonly files: (source: FormSource) => readonly FormFile[]
}

/** The file's name without its end: `<project>-ca`, `<service>-<username>`. */
export const stemOf = ({ project, owner }: FormSource): string =>
  owner ? safeStem(`${owner.service}-${owner.username}`) : projectCaFileName(project).replace(/\.pem$/, '')

/** Suffixes of PEM files, as avn writes them. */
const ENDS = { ca: '.pem', certificate: '.cert', key: '.key' } as const

export const pemName = (source: FormSource): string => `${stemOf(source)}${ENDS[source.kind]}`

/** Names of variables and secrets in other systems. */
export const VARIABLES = { ca: 'CA_CERT', certificate: 'ACCESS_CERT', key: 'ACCESS_KEY' } as const

export const isSecret = ({ kind }: FormSource): boolean => kind === 'key'

/** The PEM with Unix line ends, for targets that store text, not a file. */
export const unixText = ({ pem }: FormSource): string => pem.replaceAll('\r\n', '\n')
