/** `(name := value)` of Python: what is given on the way, as a statement before the one that it stands in. */
import type { Literal, ParsedDocument, Statement } from '../../documents/document.ts'
import { once } from '../once.ts'

const GIVEN = /\( (\w+) := ((?:[^()]|\((?:[^()]|\([^()]*\))*\))*) \)/

const unfolded = (statement: Statement): Statement[] => {
  const [whole = '', name = '', value = ''] = GIVEN.exec(statement.words) ?? []
  if (name === '') return [statement]
  const words = statement.words.replace(whole, name)
  const given = { ...statement, words: `${name} = ${value}` }
  return words === name ? [given] : [given, ...unfolded({ ...statement, words })]
}

/** The document with such values given before. */
export const withGiven = once((document: ParsedDocument): ParsedDocument => {
  const { statements } = document
  return statements?.some(({ words }) => GIVEN.test(words)) === true
    ? { ...document, statements: statements.flatMap((statement) => unfolded(statement)) }
    : document
})

/** An argument by the name that it is given on the way. */
export const byName = (passed: Literal): Literal => {
  const name = /^\(\s*(\w+)\s*:=/.exec(passed.value.trim())?.[1]
  return name === undefined ? passed : { ...passed, value: name }
}
