/** Gives a switch that code sets on a variable, and the connections that use that variable, one answer. */
import { isOnCondition } from '../../documents/code/changed-settings.ts'
import type { Group, Literal, ParsedDocument } from '../../documents/document.ts'
import type { Range } from '../../../lib/ranges.ts'
import type { Finding } from '../finding.ts'
import { namesOfContext } from '../languages/ssl-context.ts'
import { isNodeSwitch, isOfNode, offIn } from './doubted.ts'

const holds = (outer: Range, inner: Range) => outer.start <= inner.start && inner.end <= outer.end
const rootOf = (name: string) => /^\$?\w+/.exec(name)?.[0] ?? ''
const PATH = /^[$A-Za-z_]\w*(?:\.\w+)*$/

/** `a = b`, `a = b.c`, `const { a } = b`: names of one thing, or of a part of it. */
const ALIAS =
  /(?<!\. )\b(\w+) = (?!(?:new|await|yield|not|null|None|undefined|true|false|True|False) )([A-Za-z_]\w*)(?: \. \w+)*(?! [.([{+*?|&=<>%-])(?= |$)/g
const TAKEN_APART = /\{ ([\w ,:]{1,200}) \} = (\w+)/g

/** `for c in (one, other)`. */
const LOOPED = /\bfor (\w+) (?:in|of) [([] ([\w ,]{1,200}) [)\]]/g
const CALLS = /\b(?:(def|function|func) )?(\w+) \( ([\w ,]{1,200}) \)/g

/** What functions of the text call their arguments: `def loosen(c)`, `loosen(ctx)`. */
const parametersIn = (words: string): (readonly [string, string])[] => {
  const calls = [...words.matchAll(CALLS)].map(([, defines, name = '', list = '']) => ({
    defines: defines !== undefined,
    name,
    list: list.split(' , ').map((one) => one.trim()),
  }))
  const defined = new Map(calls.filter(({ defines }) => defines).map(({ name, list }) => [name, list]))
  return calls.flatMap(({ defines, name, list }) =>
    defines ? [] : (defined.get(name) ?? []).map((parameter, at) => [parameter, list[at] ?? ''] as const),
  )
}

/** All names of what has one of these. */
const withAliases = (names: readonly string[], words: string): ReadonlySet<string> => {
  const pairs = [
    ...[...words.matchAll(ALIAS)].map(([, one = '', other = '']) => [one, other] as const),
    ...[...words.matchAll(TAKEN_APART)].flatMap(([, parts = '', whole = '']) =>
      parts.split(/[ ,:]+/).map((part) => [part, whole] as const),
    ),
    ...[...words.matchAll(LOOPED)].flatMap(([, one = '', others = '']) =>
      others.split(/[ ,]+/).map((other) => [one, other] as const),
    ),
    ...parametersIn(words),
  ].filter((pair) => !pair.includes(''))
  const beside = new Map<string, string[]>()
  for (const [one, other] of pairs) {
    beside
      .set(one, beside.get(one) ?? [])
      .get(one)
      ?.push(other)
    beside
      .set(other, beside.get(other) ?? [])
      .get(other)
      ?.push(one)
  }
  const found = new Set(names)
  // What is added is gone through as well.
  for (const name of found) for (const other of beside.get(name) ?? []) found.add(other)
  found.delete('')
  return found
}

/** The variables that a range of the code is given to: `const options = { … }`. */
const givenTo = ({ groups }: ParsedDocument, range: Range): string[] =>
  groups.flatMap(({ settings, separator }) =>
    separator === 'line'
      ? settings.filter(({ literal }) => holds(literal.range, range)).map(({ name }) => rootOf(name))
      : [],
  )

/** What the calls of a finding are given. */
const argumentsOf = ({ groups }: ParsedDocument, { range }: Finding): Literal[] =>
  groups
    .filter(
      (group) =>
        group.separator === 'comma' &&
        (holds(range, group.range) || (group.holder !== '' && holds(group.range, range))),
    )
    .flatMap(({ settings, positional }) => [...positional, ...settings.map(({ literal }) => literal)])

/** Whether a connection takes an SSLContext of Python that the text makes. */
export const takesContext = (document: ParsedDocument, finding: Finding): boolean =>
  argumentsOf(document, finding).some((literal) => namesOfContext(literal, document).length > 0)

/** The variables that a finding takes, by every name. */
const takenBy = (document: ParsedDocument, finding: Finding): ReadonlySet<string> => {
  const { range } = finding
  const literals = argumentsOf(document, finding)
  const names = literals.filter(({ value }) => PATH.test(value)).map(({ value }) => rootOf(value))
  const contexts = literals.flatMap((literal) => namesOfContext(literal, document))
  return withAliases([...names, ...contexts.map(rootOf), ...givenTo(document, range)], document.words)
}

/** The variables that a group sets or fills itself: `a && (b.c = d)`, `Object.assign(b.c, { … })`. */
const namedIn = ({ holder, settings, positional }: Group): string[] => [
  ...settings.filter(({ name }) => name.includes('.')).map(({ name }) => rootOf(name)),
  ...(/^(?:Object|_|lodash)\.(?:assign|merge|extend)$/.test(holder) ? positional.slice(0, 1) : []).map(({ value }) =>
    rootOf(value),
  ),
]

/** Whether what stands first has surely happened where the other one stands: no block ends between them. */
const isBefore = (text: string, first: Range, then: Range): boolean => {
  let depth = 0
  for (const sign of text.slice(first.end, Math.max(first.end, then.start)).match(/[{}]|\bdef\b/g) ?? []) {
    depth += sign === '{' ? 1 : -1
    if (depth < 0) return false
  }
  return first.end <= then.start
}

/** Where settings are taken: at the call, which may get them by the name of a variable. */
const takenAt = (text: string, document: ParsedDocument, { range }: Finding): Range => {
  const calls = givenTo(document, range).flatMap((name) => [
    ...text.matchAll(new RegExp(String.raw`\(\s*(?:\.{3}|\*\*)?${name.replace('$', String.raw`\$`)}\s*[,)]`, 'g')),
  ])
  const last = Math.max(...calls.map(({ index }) => index))
  return calls.length > 0 && last > range.end ? { start: last, end: last + 1 } : range
}

const CHANGED = 'The code changes these settings in another place, or on a condition.'

/** A switch alone, and the group that throws it. */
export interface Thrown {
  readonly finding: Finding
  readonly group: Group
}

/**
 * The findings of code, each with what is switched on the variables that it takes, and the switches that no finding takes.
 *
 * @param findings those of connections
 * @param thrown those of switches alone
 */
export const withSwitched = (
  text: string,
  document: ParsedDocument,
  findings: readonly Finding[],
  thrown: readonly Thrown[],
): { readonly findings: readonly Finding[]; readonly apart: readonly Thrown[] } => {
  if (document.container !== 'code' || thrown.length === 0) return { findings, apart: thrown }
  const taken = new Map(findings.map((finding) => [finding, takenBy(document, finding)]))
  const takers = ({ group }: Thrown): Finding[] => {
    const names =
      group.separator === 'line' ? [rootOf(group.holder)] : [...givenTo(document, group.range), ...namedIn(group)]
    return findings.filter(
      (finding) => finding.drivers.length > 0 && names.some((name) => taken.get(finding)?.has(name)),
    )
  }
  /** What stands in the settings of a connection is judged with it. */
  const isInside = ({ group }: Thrown) =>
    document.groups.some(
      ({ range, settings, separator }) =>
        separator === 'line' &&
        settings.some(({ literal }) => holds(literal.range, group.range)) &&
        findings.some(
          (finding) =>
            finding.drivers.length > 0 && finding.range.start === range.start && finding.range.end === range.end,
        ),
    )
  const isTold = (one: Thrown) =>
    takers(one).length > 0 ||
    isInside(one) ||
    (isNodeSwitch(offIn([one.finding])) &&
      one.group.note !== undefined &&
      findings.some(({ drivers }) => drivers.some((driver) => isOfNode(driver) && driver.verifies === 'depends')))
  const switched = (finding: Finding): Finding => {
    const own = thrown.filter((one) => takers(one).includes(finding))
    const [first, ...others] = own
    // What Python does with an SSLContext was followed.
    if (!first || first.finding.drivers.some(({ driver }) => driver === 'Python')) return finding
    const { settings, note, range } = first.group
    const isShown = first.group.separator === 'line' || settings.every(({ name }) => !name.includes('.'))
    const isOnce =
      isShown &&
      (note === undefined || settings.length === 1) &&
      !isOnCondition(text, settings[0]?.literal.range.start ?? range.start)
    const isSure = others.length === 0 && isOnce && isBefore(text, range, takenAt(text, document, finding))
    const [off] = first.finding.drivers
    return {
      ...finding,
      drivers: finding.drivers.map((driver) =>
        driver.verifies === 'plain' || driver.verifies === 'none' || !off
          ? driver
          : isSure
            ? { ...off, driver: driver.driver }
            : { ...driver, verifies: 'depends', because: CHANGED, seen: undefined },
      ),
      edits: undefined,
    }
  }
  return { findings: findings.map(switched), apart: thrown.filter((one) => !isTold(one)) }
}
