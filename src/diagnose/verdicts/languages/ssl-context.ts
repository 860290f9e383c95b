/** SSLContexts of Python, followed from statement to statement, and what asyncpg makes of its argument `ssl`. */
import type { Literal, ParsedDocument, Statement } from '../../documents/document.ts'
import { PG } from '../postgresql/postgresql.ts'
import { truth, type Judged } from '../verdict.ts'
import { AS_IT_WAS, CHANGED, effectOf, judgedOf, made, OPEN, type Context } from './ssl-context-effects.ts'
import { byName, withGiven } from './walrus.ts'

const isWithin = (inner: readonly unknown[], outer: readonly unknown[]) => outer.every((one, at) => inner[at] === one)
const gives = (name: string) => new RegExp(String.raw`^(?:\w+ = )*${name} (?:: [\w .]+ )?= (?!=)`)

/** The names that a statement gives to what has another name. */
const aliasIn = (words: string, name: string): readonly string[] =>
  new RegExp(String.raw`^((?:\w+(?: \. \w+)? = )+)${name}$`).exec(words)?.[1]?.split(' = ').filter(Boolean) ?? []

/** Whether a function that changes a context of the whole file may run: something names it, or a framework gets it. */
const mayRun = (name: string, statements: readonly Statement[]): boolean =>
  statements.some(({ words }, at) => {
    const isMade = new RegExp(String.raw`\bdef ${name}\b`).test(words)
    return isMade
      ? /\( (?:self|cls)\b/.test(words) || statements[at - 1]?.words.startsWith('@') === true
      : new RegExp(String.raw`\b${name}\b`).test(words)
  })

const attributeOf = (name: string) => name.split('.').at(-1) ?? name

/** `Settings.ctx`, `self.ctx` and the `ctx` of a class's body: one attribute, by one name. */
const asAttribute = (name: string, statements: readonly Statement[]): readonly Statement[] => {
  const attribute = attributeOf(name)
  const reached = new RegExp(String.raw`(?<!\. )\b\w+ \. ${attribute}\b`, 'g')
  const bare = new RegExp(String.raw`(?<!\. )\b${attribute}\b`, 'g')
  return statements.map((statement) => {
    const own = statement.isOfClass ? statement.words.replace(bare, `self . ${attribute}`) : statement.words
    return { ...statement, words: own.replace(reached, `self . ${attribute}`) }
  })
}

/** A class of the text that is made of Python's: it may check something else. */
const isOwnClass = (call: string, statements: readonly Statement[]): boolean => {
  const name = /^(?:\w+ ?\. ?)*(\w+) ?\(/.exec(call)?.[1]
  return (
    name !== undefined &&
    statements.some(({ words }) => new RegExp(String.raw`^class ${name} \( (?:\w+ \. )*SSLContext\b`).test(words))
  )
}

/** Every name of a context, and what it comes to where a statement uses it; undefined where nothing makes it. */
const follow = (
  name: string,
  used: Statement,
  written: readonly Statement[],
): { readonly names: readonly string[]; readonly judged: Judged } | undefined => {
  const isField = name.includes('.')
  const statements = isField ? asAttribute(name, written) : written
  const use = statements[written.indexOf(used)] ?? used
  const own = isField ? `self . ${attributeOf(name)}` : name
  const makers = statements.filter(({ words }) => gives(own).test(words))
  // The innermost function around the use that gives the name a value, or the file.
  const homes = makers.filter(({ functions }) => isField || isWithin(use.functions, functions))
  const home = homes.toSorted((one, other) => other.functions.length - one.functions.length)[0]?.functions
  if (!home) return undefined
  if (makers.filter(({ isOfClass }) => isOfClass).length > 1) return { names: [own], judged: CHANGED }
  if (makers.some(({ words }) => isOwnClass(words.split(' = ').at(-1) ?? '', statements)))
    return { names: [own, 'self'], judged: CHANGED }
  const isOther = ({ functions }: Statement) =>
    !isWithin(functions, home) ||
    (functions.length > home.length && makers.some((maker) => maker.functions.join() === functions.join()))
  if (statements.some(({ words }) => new RegExp(String.raw`^(?:global|nonlocal) .*\b${own}\b`).test(words)))
    return { names: [own], judged: CHANGED }
  const names = new Set([own])
  let context: Context | undefined
  let judged: Judged | undefined
  for (const statement of statements) {
    const mentioned = [...names].filter((one) => new RegExp(String.raw`(?<!\. )\b${one}\b`).test(statement.words))
    if (mentioned.length === 0 || statement === use || (!isField && isOther(statement))) continue
    const aliases = mentioned.flatMap((one) => aliasIn(statement.words, one))
    if (aliases.length > 0 && !statement.words.startsWith(`${own} = `)) {
      for (const alias of aliases) names.add(alias)
      continue
    }
    const effects = mentioned.map((one) => effectOf(statement.words, one))
    if (effects.every((effect) => effect === AS_IT_WAS)) continue
    const isHere = statement.functions.join() === use.functions.join()
    const isAtHome = statement.functions.join() === home.join()
    const isLater = statement.range.start > use.range.start
    const isSameLoop = statement.loops.some((loop) => use.loops.includes(loop))
    const definition = Number(use.functions.at(home.length)?.split('@')[1] ?? use.range.start)
    if (!isHere && !isAtHome) {
      const inside = statement.functions.at(-1)?.split('@')[0] ?? ''
      // Before a function connects, a framework may call another one by its name.
      if (isField || use.functions.length > 0 || mayRun(inside, statements)) judged = CHANGED
    } else if (isHere && isAtHome && isLater && !isSameLoop) continue
    else if (isLater || (isAtHome && !isHere && !isField && statement.range.start > definition)) judged = CHANGED
    else if (!statement.conditions.every((condition) => use.conditions.includes(condition))) judged = CHANGED
    else for (const effect of effects) context = effect(context)
  }
  return { names: [...names], judged: judged ?? (context ? judgedOf(context) : OPEN) }
}

const statementAt = ({ statements = [] }: ParsedDocument, at: number): Statement | undefined =>
  statements.findLast(({ range }) => range.start <= at)

/** What the code writes where a function of its own returns one thing: `make()`, or `self.made` of a property. */
const returned = (call: string, { statements = [] }: ParsedDocument): readonly [string, Statement] | undefined => {
  const property = /^\w+\.(\w+)$/.exec(call)?.[1]
  const isProperty = statements.some(({ words }) => words.startsWith(`def ${property ?? ''} ( self )`))
  const name = isProperty ? property : /^(?:\w+\.)?(\w+)\([^()]*\)$/.exec(call)?.[1]
  const [only, ...others] = statements.filter(
    ({ words, functions }) => words.startsWith('return ') && functions.at(-1)?.split('@')[0] === name,
  )
  return name !== undefined && only && others.length === 0 && only.conditions.length === 0
    ? [only.words.slice('return '.length).replaceAll(/ (?=[.(,)=])|(?<=[.(]) /g, ''), only]
    : undefined
}

/** Python's own functions replaced, and contexts that are reached through a map or a call: `options["ssl"].verify_mode = …`. */
const ELSEWHERE_CHANGED =
  /^(?:\w+ \. )*(?:create_default_context|SSLContext|match_hostname) = |[\])] \. (?:check_hostname|verify_mode) = /

const NAME = /^[A-Za-z_]\w*(?:\.\w+)?$/

/**
 * An SSLContext of Python as the text makes it, and as far as it shows what is done with it before it's used.
 *
 * @param written as the code writes it: a name, the call that makes it, or one of a function that returns it
 * @returns undefined where the text leaves open what it verifies, or it's no context
 */
export const contextOf = (written: Literal | undefined, whole: ParsedDocument): Judged | undefined => {
  const [passed, document] = [written && byName(written), withGiven(whole)]
  const value = passed?.value.trim() ?? ''
  const context = made(value)
  if (document.statements?.some(({ words }) => ELSEWHERE_CHANGED.test(words)) === true) return context && OPEN
  if (context) return judgedOf(context)
  const use = passed && statementAt(document, passed.range.start)
  if (!use) return undefined
  const [inner, end] = returned(value, document) ?? [value, use]
  const innermost = inner === value ? undefined : made(inner)
  if (innermost) return judgedOf(innermost)
  if (isOwnClass(inner, document.statements ?? [])) return CHANGED
  return NAME.test(inner) ? follow(inner, end, document.statements ?? [])?.judged : undefined
}

/** The names that a context has which is passed on: what is done to them is told with what takes it. */
export const namesOfContext = (written: Literal, whole: ParsedDocument): readonly string[] => {
  const [passed, document] = [byName(written), withGiven(whole)]
  const use = statementAt(document, passed.range.start)
  const [inner, end] = returned(passed.value.trim(), document) ?? [passed.value.trim(), use]
  if (isOwnClass(inner, document.statements ?? [])) return ['self']
  const found = end && NAME.test(inner) ? follow(inner, end, document.statements ?? []) : undefined
  const names = (found?.names ?? []).map((name) => name.replaceAll(' . ', '.'))
  if (!found || !inner.includes('.')) return names
  const attribute = attributeOf(inner)
  const reached = new RegExp(String.raw`(?<!\. )\b\w+ \. ${attribute}\b`, 'g')
  return [...names, attribute, ...(document.words.match(reached) ?? []).map((name) => name.replaceAll(' ', ''))]
}

/**
 * A context that something holds which connects later: what is done with it behind that counts too.
 *
 * @param judged what it verifies where it's handed over
 */
export const heldUntilLater = (judged: Judged, passed: Literal, document: ParsedDocument): Judged => {
  const names = namesOfContext(passed, document).map((name) => name.split('.').at(-1) ?? name)
  const isChanged = (document.statements ?? []).some(
    ({ words, range }) =>
      range.start > passed.range.start &&
      names.some((name) => new RegExp(String.raw`\b${name} \. (?:check_hostname|verify_mode|load_\w+) `).test(words)),
  )
  return isChanged && /full|public|chain/.test(judged[0]) ? CHANGED : judged
}

const MODES = /^(?:disable|allow|prefer|require|verify-ca|verify-full)$/

/** A mode in quotes; without them, it's the name of a variable. */
export const isMode = ({ value, range }: Literal): boolean =>
  MODES.test(value) && range.end - range.start > value.length

/** @param ssl as the code writes it: a mode, a truth value, a variable */
export const sslContext = (ssl: Literal, document: ParsedDocument): Judged => {
  const { value } = ssl
  if (truth(value) === true) return ['public', 'ssl=True trusts only the system’s public CAs.']
  if (truth(value) === false) return ['plain', 'ssl=False turns TLS off.']
  if (isMode(ssl)) return PG.asyncpg.judge(new Map([['ssl', value]]))
  return contextOf(ssl, document) ?? OPEN
}
