/** What code passes to calls that stand one behind the other. */
import type { ParsedDocument } from '../../documents/document.ts'
import { truth, type Judged } from '../verdict.ts'

export const off = (option: string): Judged => ['plain', `Without ${option}, nothing is encrypted.`]
export const CODE_DECIDES: Judged = ['depends', 'The code decides which certificates it accepts.']
export const ANY: Judged = ['none', 'The code turns verification off: any server is accepted.']
export const UNNAMED: Judged = [
  'chain',
  'The host name isn’t checked: any server of a CA that the client trusts will do.',
]

/** What is passed to the calls of a name, as far as it is one word: `. ssl ( true )`. */
export const passed = ({ words }: ParsedDocument, name: string): string[] =>
  [...words.matchAll(new RegExp(String.raw`(?:^|[. ])${name} \( (?:(?:\w+ (?:\.|::) )*(\w+) \))?`, 'g'))].map(
    ([, value = '']) => value,
  )

/** The truth that all calls of a name agree on; undefined where one says something else. */
export const agreed = (values: readonly string[]): boolean | undefined => {
  const [first, ...others] = values.map((value) => truth(value))
  return others.every((other) => other === first) ? first : undefined
}

/** The machine itself: nothing is lost there without TLS. */
export const isLocal = ({ literals }: ParsedDocument) =>
  literals.some(({ literal }) => /^(?:localhost|127\.0\.0\.1|::1)(?::\d+)?$/.test(literal.value))
/** Whether a text of the code is an address of a scheme. */
export const hasAddress = ({ literals }: ParsedDocument, scheme: RegExp) =>
  literals.some(({ literal }) => scheme.test(literal.value))
