/** Finds variables that a shell sets and later unsets. */
import { notShown, type Group } from '../document.ts'
import { PROMPT_SOURCE } from './shell-blocks.ts'
import { TORN } from './windows-variables.ts'

interface TakenBack {
  /** `*` for any. */
  readonly names: readonly string[]
  readonly isSure: boolean
  /** `env -u NAME psql`: a command that runs without them. */
  readonly isUse: boolean
  /** What puts them in doubt where it isn't sure, as a sentence. */
  readonly why: string
}

/** A command of a text: what it sets, what it takes back, and whether it may read variables. */
export interface Step {
  readonly groups: readonly Group[]
  readonly back: TakenBack | undefined
  /** Names that it sets anew, surely or perhaps: what a command before it gave them goes, or is in doubt. */
  readonly overrides: readonly { readonly name: string; readonly isSure: boolean }[]
  readonly isUse: boolean
}

const IN_DOUBT = 'The text takes back some of these variables: not every command runs with them.'
const ON_CONDITION =
  'The text sets some of these variables only on a condition, in a function, or in a shell of their own.'
const NOT_EXPORTED = 'Without export, a shell keeps a variable to itself: commands don’t get these.'

/** Conditions, loops, functions and shells of their own: what is in them may not happen, or elsewhere. */
export const BLOCKS =
  /(?:^|[;&|])[ \t]*(?:\(|\{|(?:if|for|foreach|while|until|case|switch|function|begin)(?=[ \t(]|$)|[\w-]+[ \t]*\([ \t]*\))/m

/** Loops and functions: what is taken back at their end is gone when they run again. */
export const REPEATS = /(?:^|[;&|])[ \t]*(?:(?:for|foreach|while|until|function)(?=[ \t(]|$)|[\w-]+[ \t]*\([ \t]*\))/m

const PROMPT = new RegExp(`^[ \\t]*${PROMPT_SOURCE}`, 'i')
const withoutPrompt = (line: string) => line.slice(PROMPT.exec(line)?.[0].length ?? 0)

const IDLE =
  /^(?:(?:echo|printf|cd|exit|return|set|true|sleep|rm|read|trap|clear|popd|pushd|Write-\w+)(?:\s|$)|(?:if|while|until)\s+(?:\[|test\s)|\[|(?:case|for|foreach|select|switch|function|if\s*\(\$)\b(?!.*(?:\$\(|`))|[\w-]+\s*\(\s*\)\s*\{?\s*$|(?:fi|done|esac|then|else|do|end|[({)}])\s*$)/i

/** Does a command read no variables of a client's? */
export const isIdle = (line: string): boolean => IDLE.test(withoutPrompt(line))

/** Whether a group sets variables and starts nothing. */
export const isVariables = ({ holder }: Group): boolean => holder === 'export' || holder === ''

const hasTelling = (group: Group) => group.settings.some(({ name, literal }) => !isApart(name, literal.value))

/** Assignments of which no `export` is known. */
export const unexported = (group: Group): Group => (hasTelling(group) ? { ...group, note: NOT_EXPORTED } : group)

const VERB = /^(?:unset|set|env|export|declare|typeset|Remove-Item|Clear-Item|ri|rm|del)$/i
/** What may stand before such a command: it isn't certain then that it runs. */
const CONTROL =
  /^(?:(?:then|do|else|if|while|until|and|or|not|sudo|command|builtin|for|foreach)\b|!|[\w-]+[ \t]*\([ \t]*\))/i
const isOption = (word: string) => /^[-+]/.test(word)
const isFlag = (word: string, letter: string) => /^-\w+$/.test(word) && word.includes(letter)

/** The variables that a command takes back, and whether it surely does. */
const namesIn = (verb: string, rest: readonly string[]): readonly [names: readonly string[], isSure?: boolean] => {
  const names = rest.filter((word) => !isOption(word))
  switch (verb.toLowerCase()) {
    case 'unset':
      return rest.includes('-f') ? [[]] : [names, true]
    case 'set': {
      if (rest.some((word) => isFlag(word, 'e') || isFlag(word, 'u') || /^--(?:erase|unexport)$/.test(word)))
        return [names, true]
      // fish: it counts where an earlier one has exported the name.
      return rest.some((word) => isFlag(word, 'x') || word === '--export')
        ? [[]]
        : [names.slice(0, 1).filter((word) => /^\w+$/.test(word))]
    }
    case 'export':
      return rest[0] === '-n' ? [names, true] : [[]]
    case 'declare':
    case 'typeset':
      return rest[0] === '+x' ? [names, true] : [[]]
    case 'env': {
      if (rest[0] === '-' || rest[0] === '-i' || rest[0] === '--ignore-environment') return [['*']]
      return [
        rest.flatMap((word, index) =>
          word === '-u' || word === '--unset'
            ? (rest[index + 1] ?? [])
            : (/^(?:-u|--unset=)(\w+)$/.exec(word)?.[1] ?? []),
        ),
      ]
    }
    default:
      return [rest.flatMap((word) => /^env:\\?(\S+)$/i.exec(word)?.[1]?.toUpperCase() ?? []), true]
  }
}

/** On Windows, no value takes a variable back; where none is there yet, it says that it's empty. */
const EMPTIED = /^(?:\$env:(\w+)[ \t]*=[ \t]*(?:(\$null)|""|'')|set[ \t]+"?(\w+)="?)[ \t]*(?:#|\r?$)/i

/**
 * What a command takes back; undefined where it takes back nothing.
 * @param isSet whether a command before it has set that variable
 */
export const takenBack = (line: string, isSet: (name: string) => boolean): TakenBack | undefined => {
  const text = withoutPrompt(line)
  const [, emptied = '', none, cleared = emptied] = EMPTIED.exec(text) ?? []
  if (cleared !== '' && (none !== undefined || isSet(cleared)))
    return { names: [cleared], isSure: true, isUse: false, why: IN_DOUBT }
  const all = text
    .replaceAll(/["'(){}]/g, '')
    .trim()
    .split(/[\s,]+/)
  const end = all.findIndex((word) => word.startsWith('#'))
  const words = end === -1 ? all : all.slice(0, end)
  const at = CONTROL.test(text) ? words.findIndex((word) => VERB.test(word)) : 0
  const verb = words[at]
  if (verb === undefined || !VERB.test(verb)) return undefined
  const [found, isSure = false] = namesIn(verb, words.slice(at + 1))
  const names = found.flatMap((name) => (/^\w+$/.test(name) ? name : /^[\w*?$!]+$/.test(name) ? '*' : []))
  if (names.length === 0) return undefined
  return {
    names,
    isSure: isSure && at === 0 && !/^[({]/.test(text) && !names.includes('*'),
    isUse: verb === 'env',
    why: IN_DOUBT,
  }
}

/** Variables that say nothing of TLS, and addresses: what one says doesn't change when it's taken back. */
const isApart = (name: string, value: string) =>
  /(?:^PG|_)(?:PASSWORD|USER|USERNAME|HOST|PORT|DATABASE)$/.test(name) || value.includes('://')

/** What a command sets that counts in place of what is set before it, or may: on a condition, or without `export`. */
export const overridesOf = (groups: readonly Group[], isSometimes: boolean): Step['overrides'] =>
  groups
    .filter((group) => isVariables(group))
    .flatMap((group) => group.settings.map(({ name }) => ({ name, isSure: !isSometimes && group.holder === 'export' })))
    .flatMap((one) =>
      isSometimes && one.name.startsWith('PGSSL')
        ? ['PGSSLMODE', 'PGSSLROOTCERT'].map((name) => ({ name, isSure: false }))
        : [one],
    )

/** Variables that are set only sometimes. */
export const onCondition = (group: Group): Group =>
  isVariables(group) && hasTelling(group) ? { ...group, note: ON_CONDITION } : group

interface Known {
  readonly isSure: boolean
  /** Whether it's given another value, which counts from there on. */
  readonly isAgain: boolean
  readonly uses: number
  readonly why: string
}

/**
 * What commands set, without what is taken back before any command runs. What is taken back between two of them, or
 * perhaps, is in doubt, and so is what doesn't get to one of them; what is taken back behind the last one was there for
 * all.
 */
export const withoutTakenBack = (steps: readonly Step[], isRepeated: boolean): Group[] => {
  const left: Group[] = []
  const known = new Map<string, Known>()
  let uses = 0
  /** The sentence that tells of a doubt; a name that goes has none. */
  const fateOf = (name: string): 'stays' | 'goes' | { readonly why: string } => {
    const back = known.get(name) ?? known.get('*')
    if (!back) return 'stays'
    const isBetween = uses > back.uses
    if (isBetween && (back.isAgain || (back.uses === 0 && !isRepeated))) return 'stays'
    return back.isSure && !isBetween ? 'goes' : { why: back.why }
  }
  const doubtIn = ({ settings }: Group) => {
    for (const { name, literal } of settings) {
      const fate = isApart(name, literal.value) ? 'stays' : fateOf(name)
      if (typeof fate === 'object') return fate.why
    }
    return undefined
  }
  for (const { groups, back, overrides, isUse } of steps.toReversed()) {
    if (isUse) uses++
    // What is read behind the last command changes nothing for one.
    if (back && (back.isSure || back.isUse || back.why === IN_DOUBT || uses > 0)) {
      if (back.names.includes('*')) known.clear()
      for (const name of back.names) known.set(name, { isSure: back.isSure, isAgain: false, uses, why: back.why })
    }
    for (const group of groups.toReversed()) {
      if (known.size === 0 || !isVariables(group)) {
        left.push(group)
        continue
      }
      const kept = { ...group, settings: group.settings.filter(({ name }) => fateOf(name) !== 'goes') }
      if (kept.settings.length + group.positional.length > 0) left.push({ ...kept, note: doubtIn(kept) ?? group.note })
    }
    for (const { name, isSure } of overrides) known.set(name, { isSure, isAgain: isSure, uses, why: IN_DOUBT })
  }
  return left.toReversed()
}

/** Of variables that are in doubt, no value of libpq's is shown: strings of other commands count with them. */
export const inDoubt = (group: Group): Group =>
  group.note !== undefined && group.note !== TORN
    ? {
        ...group,
        settings: group.settings.map((setting) =>
          setting.name.startsWith('PGSSL')
            ? { ...setting, literal: notShown([setting.literal.range.start, setting.literal.range.end]) }
            : setting,
        ),
      }
    : group
