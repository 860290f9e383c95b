/** A call of Python, and what its arguments come to. */
import type { Literal, ParsedDocument } from '../../documents/document.ts'
import { FULL, OPEN } from '../common-words.ts'
import type { Judged } from '../verdict.ts'

/** A call, as the code writes it. */
export interface Call {
  readonly document: ParsedDocument
  readonly holder: string
  readonly of: (name: string) => Literal | undefined
  readonly positional: readonly Literal[]
  readonly isAny: boolean
}

export const isQuoted = ({ value, range }: Literal) => range.end - range.start > value.length
/** A name of a file that may not be there. */
export const isFromEnvironment = (value: string) => /environ|getenv|\bif\b|\bor\b/.test(value)
export const isNone = (literal: Literal | undefined) => literal === undefined || literal.value === 'None'

/** What a file of CAs comes to. */
export const byFile = (file: Literal, judged: Judged = FULL): Judged => (isFromEnvironment(file.value) ? OPEN : judged)

/** The CA is verified, and a name that isn't that of the address. */
export const OTHER_NAME: Judged = [
  'depends',
  'It verifies the CA, and another name than that of the address. Leave that setting out.',
]
