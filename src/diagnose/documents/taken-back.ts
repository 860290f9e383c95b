/** What shells take back: variables that a text sets, and unsets again. */
import { notShown, type Group } from './document.ts'
import { PROMPT_SOURCE } from './shell-blocks.ts'

interface TakenBack {
  /** `*` for any. */
  readonly names: readonly string[]
  readonly isSure: boolean
  /** `env -u NAME psql`: a command that runs without them. */
  readonly isUse: boolean
}

/** A command of a text: what it sets, what it takes back, and whether it may read variables. */
export interface Step {
  readonly groups: readonly Group[]
  readonly back: TakenBack | undefined
  /** Names that it may set anew: what a command before it gave them is in doubt. */
  readonly overrides: readonly string[]
  readonly isUse: boolean
}

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

export const isVariables = ({ holder }: Group): boolean => holder === 'export' || holder === ''

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
  if (cleared !== '' && (none !== undefined || isSet(cleared))) return { names: [cleared], isSure: true, isUse: false }
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
  }
}

/** Variables that say nothing of TLS, and addresses: what one says doesn't change when it's taken back. */
const isApart = (name: string, value: string) =>
  /(?:^PG|_)(?:PASSWORD|USER|USERNAME|HOST|PORT|DATABASE)$/.test(name) || value.includes('://')

const IN_DOUBT = 'The text takes back some of these variables: not every command runs with them.'
const ON_CONDITION = 'The text sets some of these variables only on a condition, or in a function.'
const DOUBTS = new Set<string | undefined>([IN_DOUBT, ON_CONDITION])

/** What a command sets that may count in place of what is set before it: on a condition, or without `export`. */
export const overridesOf = (groups: readonly Group[], isSometimes: boolean): string[] =>
  groups
    .filter((group) => isVariables(group) && (isSometimes || group.holder === ''))
    .flatMap(({ settings }) => settings.map(({ name }) => name))
    .flatMap((name) => (isSometimes && name.startsWith('PGSSL') ? ['PGSSLMODE', 'PGSSLROOTCERT'] : [name]))

/** Variables that are set only sometimes. */
export const onCondition = (group: Group): Group =>
  isVariables(group) && group.settings.some(({ name, literal }) => !isApart(name, literal.value))
    ? { ...group, note: ON_CONDITION }
    : group

/**
 * What commands set, without what is taken back before any command runs. What is taken back between two of them, or
 * perhaps, is in doubt; what is taken back behind the last one was there for all.
 */
export const withoutTakenBack = (steps: readonly Step[], isRepeated: boolean): Group[] => {
  const left: Group[] = []
  const known = new Map<string, { readonly isSure: boolean; readonly uses: number }>()
  let uses = 0
  const fateOf = (name: string): 'stays' | 'goes' | 'doubt' => {
    const back = known.get(name) ?? known.get('*')
    if (!back) return 'stays'
    const isBetween = uses > back.uses
    if (isBetween && back.uses === 0 && !isRepeated) return 'stays'
    return back.isSure && !isBetween ? 'goes' : 'doubt'
  }
  for (const { groups, back, overrides, isUse } of steps.toReversed()) {
    if (isUse) uses++
    if (back) {
      if (back.names.includes('*')) known.clear()
      for (const name of back.names) known.set(name, { isSure: back.isSure, uses })
    }
    for (const group of groups.toReversed()) {
      if (known.size === 0 || !isVariables(group)) {
        left.push(group)
        continue
      }
      const settings = group.settings.filter(({ name }) => fateOf(name) !== 'goes')
      const isOpen = settings.some(({ name, literal }) => fateOf(name) === 'doubt' && !isApart(name, literal.value))
      if (settings.length + group.positional.length > 0)
        left.push({ ...group, settings, note: isOpen ? IN_DOUBT : group.note })
    }
    for (const name of overrides) known.set(name, { isSure: false, uses })
  }
  return left.toReversed()
}

/** Of variables that are in doubt, no value of libpq's is shown: strings of other commands count with them. */
export const inDoubt = (group: Group): Group =>
  DOUBTS.has(group.note)
    ? {
        ...group,
        settings: group.settings.map((setting) =>
          setting.name.startsWith('PGSSL')
            ? { ...setting, literal: notShown([setting.literal.range.start, setting.literal.range.end]) }
            : setting,
        ),
      }
    : group
