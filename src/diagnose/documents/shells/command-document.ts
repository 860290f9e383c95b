/** Command lines: of sh and its kin, cmd and PowerShell, with their quotes and continuations. */
import { lookup } from '../../../lib/lookup.ts'
import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'
import { wholeQuotes } from './command-lines.ts'
import { assignment, tail, wordsOf } from './command-words.ts'
import { exporting, inherited, mergeVariables } from './exported.ts'
import { CARRIERS, handedOn } from './passed-variables.ts'
import { doubtOf, doubtOfOnce, hasUnseen, launchOf, UNSEEN_ARGUMENTS } from './launch.ts'
import { ONCE } from '../files/lines-document.ts'
import { logicalLines } from '../logical-lines.ts'
import { commandsOf, placeIn, PROMPT_SOURCE, SCRIPT } from './shell-blocks.ts'
import {
  BLOCKS,
  inDoubt,
  isIdle,
  isVariables,
  onCondition,
  overridesOf,
  REPEATS,
  takenBack,
  withoutTakenBack,
  type Step,
} from './unset-variables.ts'
import { readEnvironment, readOthers, readSet, readSetx, TORN } from './windows-variables.ts'

const PROGRAMS =
  'psql|pgcli|pgloader|mycli|usql|flyway|liquibase|dbmate|rpk|redli|pg_dump|pg_restore|pg_isready|pgbench|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|redis-cli|valkey-cli|curl|wget|kcat|kafkacat|openssl|keytool|kafka[\\w-]*\\.sh|kafka-[\\w-]+|clickhouse-client|clickhouse|cqlsh|mongosh|http|grpcurl|docker|podman|gcloud|flyctl|fly|kubectl|node|python3?|java|npx|npm|heroku|helm|Invoke-(?:WebRequest|RestMethod)|airflow(?= connections)|(?:declare|typeset)(?=[ \\t]+-\\w*x)|export(?=[ \\t]+(?:-\\S+[ \\t]+)*\\w+(?:=|[ \\t]*$))|env|setx?'

/** `$answer = Invoke-WebRequest …` of PowerShell. */
const RESULT = String.raw`(?:\$\w+[ \t]*=[ \t]*(?=Invoke-))?`

/** A prompt, `NAME=value psql …`, `sudo -u x psql …`, `./bin/kafka-topics.sh …`. */
const START = new RegExp(
  `^[ \\t]*(?:\\([ \\t]*(?=export\\b))?${PROMPT_SOURCE}${RESULT}(?:sudo[ \\t]+(?:-\\S+[ \\t]+\\S+[ \\t]+)?)?(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\\S*)[ \\t]+)*(?:\\S*[/\\\\])?(?:${PROGRAMS})(?:\\.exe|\\.bat)?[ \\t]+\\S`,
)

const PROMPT = new RegExp(`^[ \\t]*${PROMPT_SOURCE}${RESULT}`)
const CONTINUED = /(?:\\|\^|`)[ \t]*\r?$/

/** Does the text begin with a command of a client? Comments before it don't count. */
export const looksLikeCommand = (text: string): boolean => {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !COMMENT.test(line))
  const [first = text.trimStart()] = lines
  if (/^\s*\w+\s*:\s/.test(first)) return false
  return (
    isCommand(first) ||
    (ONCE.test(first) && commandsOf({ text: first, start: 0, end: 0 }).some(({ text: part }) => isCommand(part))) ||
    (ASSIGNS.test(first) && lines.some((line) => isCommand(line) && !SETS.test(line))) ||
    ((SCRIPT.test(first) || /^\s*#!/.test(text)) &&
      placeIn(lines.flatMap((line) => commandsOf({ text: line, start: 0, end: 0 }))).some((line) =>
        isCommand(line.text),
      ))
  )
}

/** A variable of a script, before a command of a client; files of variables have no command in them. */
const ASSIGNS =
  /^[ \t]*(?:(?:readonly|local|declare|typeset)[ \t]+)?[A-Z_][A-Z0-9_]*=(?:"[^"\n]*"|'[^'\n]*'|[^\s"']*)[ \t]*\r?$/
const SETS = /^[ \t]*(?:export|set|setx|env)\b/
const COMMENT = /^[ \t]*(?:#|@?rem\b|::)/i
const VARIABLE =
  /^[ \t]*(?:PS [^>\n]*>[ \t]*)?(?:\$env:\w+[ \t]*=|\[(?:System\.)?Environment\]::SetEnvironmentVariable\()/i
const isCommand = (line: string): boolean => START.test(line) || VARIABLE.test(line)

const isOption = (value: string) => /^--?[A-Za-z]/.test(value)

/** `--consumer-property security.protocol=SSL` */
const DOTTED = /^[a-z][\w-]*(?:\.[\w-]+)+=/

/** Clients whose TLS settings are options. */
const BY_OPTIONS = /^(?:mysql|mariadb)(?!sh)|^(?:redis|valkey)-cli$|^k(?:afka)?cat$|^(?:curl|wget|https?)$/
/** Options whose next word is their value, whatever it looks like. */
const VALUED: Readonly<Record<string, RegExp>> = {
  curl: /^-[a-zA-Z#0-46]*[AbcCdDeEFhHKmoPQrtTuUwxXyYz]$|^--(?:data(?:-\w+)*|json|header|user(?:-agent)?|request|output|form(?:-string)?|cookie(?:-jar)?|referer|proxy(?:-\w+)*|write-out|upload-file|url|config|cacert|capath|cert|key|pass|resolve|connect-to|max-time|connect-timeout|retry|interface)$/,
}
/** Builtins that set variables: with `-x`, for what the shell starts too. */
const DECLARES = /^(?:declare|typeset|readonly|local)$/
const ASSIGNED = 'assign'
const isVariable = ({ name }: Setting) => /^[A-Z_][A-Z0-9_]*$/.test(name)

const readCommand = (line: string, offset: number): Group[] => {
  const prompt = PROMPT.exec(line)?.[0].length ?? 0
  const words = wordsOf(line.slice(prompt), offset + prompt)
  const { at: program } = launchOf(words)
  const settings: Setting[] = []
  const positional: Literal[] = []
  let holder = ''
  const first = words[0]?.literal.range.start ?? offset
  const count = words.filter(({ raw }) => /^[A-Za-z_]\w*=/.test(raw)).length
  for (let index = 0; index < words.length; index++) {
    const word = words[index]
    if (!word) break
    const { value, range } = word.literal
    const next = words[index + 1]
    if (holder === '') {
      const variable = /^(?:\$env:)?([A-Za-z_]\w*)=/.exec(value)
      if (DECLARES.test(value)) {
        const isExported = words.slice(index + 1).some(({ raw }) => /^-\w*x/.test(raw))
        holder = isExported ? 'export' : ASSIGNED
      } else if (/^(?:[$%>#]|PS|export|set)$/.test(value)) {
        if (value === 'export' || value === 'set') holder = 'export'
      } else if (index < program && !variable) continue
      else if (variable)
        settings.push({
          name: variable[1] ?? '',
          literal: tail(word, variable[0].length),
          nameRange: undefined,
          entry: range,
        })
      else holder = value.replace(/^.*[/\\]/, '').replace(/\.(?:exe|bat)$/, '')
      continue
    }
    if ((holder === 'export' || holder === ASSIGNED) && /^[-+]/.test(value)) continue
    const assigned = /^(?:-{1,2}|)([A-Za-z_][\w.-]*)=/.exec(value)
    if (next && (value === '-X' || (isOption(value) && DOTTED.test(next.literal.value)))) {
      const name = /^([\w.-]+)=/.exec(next.literal.value)
      if (name)
        settings.push({
          name: name[1] ?? '',
          literal: tail(next, name[0].length),
          nameRange: undefined,
          entry: { start: range.start, end: next.literal.range.end },
        })
      index++
    } else if (value.startsWith('-X') && /^-X[\w.-]+=/.test(value)) {
      const name = /^-X([\w.-]+)=/.exec(value)
      settings.push({
        name: name?.[1] ?? '',
        literal: tail(word, name?.[0].length ?? 0),
        nameRange: undefined,
        entry: range,
      })
    } else if ((holder === 'export' || holder === ASSIGNED) && assigned)
      // With one in the line, the next one gets a line too, with its `export`.
      settings.push(assignment(word, assigned[1] ?? '', count === 1 ? { start: first, end: range.end } : range))
    else if (value.startsWith('-') && assigned)
      settings.push({
        name: `--${assigned[1] ?? ''}`,
        literal: tail(word, assigned[0].length),
        nameRange: undefined,
        entry: range,
      })
    else if (isOption(value)) {
      const takes =
        next && (lookup(VALUED, holder)?.test(value) === true || !isOption(next.literal.value)) ? next : undefined
      const literal = takes?.literal ?? {
        value: '',
        range: { start: range.end, end: range.end },
        encode: () => undefined,
      }
      settings.push({ name: value, literal, nameRange: range, entry: { start: range.start, end: literal.range.end } })
      // What stands behind a switch may as well be an argument.
      if (takes) positional.push(takes.literal)
      if (takes) index++
    } else positional.push(word.literal)
  }
  const range = { start: offset, end: offset + line.trimEnd().length }
  const isOnce = holder !== 'export' && holder !== ASSIGNED && holder !== '' && settings.some(isVariable)
  const own: Group = {
    holder: holder === ASSIGNED ? '' : holder,
    settings:
      isOnce && isIdle(line.slice((words[program]?.literal.range.start ?? offset) - offset))
        ? settings.filter((one) => !isVariable(one))
        : settings,
    positional,
    separator: holder === 'export' && count === 1 ? 'line' : 'space',
    range,
    note: words.some(({ torn }) => torn)
      ? TORN
      : isOnce
        ? doubtOfOnce(words)
        : BY_OPTIONS.test(holder) && hasUnseen(words, program)
          ? UNSEEN_ARGUMENTS
          : undefined,
  }
  if (settings.length + positional.length === 0) return []
  if (!CARRIERS.test(holder)) return [own]
  const carried = handedOn(words.slice(program + 1), holder)
  const isCarried = ({ range: place }: Literal) =>
    carried.some((group) => group.settings.some(({ entry }) => entry.start <= place.start && place.end <= entry.end))
  return [
    {
      ...own,
      settings: settings.filter(({ literal }) => !isCarried(literal)),
      positional: positional.filter((one) => !isCarried(one)),
    },
    ...carried,
  ]
}

/** `goto label` of cmd: which of the lines run isn't followed. */
const JUMPS = /^[ \t]*(?:@|if\b[^\n]*[ \t])?goto[ \t]+(?!:?eof\b)/im

export const readCommands = (text: string): ParsedDocument => {
  const commands = wholeQuotes(logicalLines(text, CONTINUED), text, (line) => START.test(line))
    .filter((line) => !COMMENT.test(line.text))
    .flatMap(commandsOf)
  const hasBlocks = BLOCKS.test(text)
  const hasJumps = JUMPS.test(text)
  const set = new Set<string>()
  const exportedIn = exporting(text)
  const steps = placeIn(commands)
    .filter((command) => command.text.trim() !== '')
    .map(({ text: line, start, sign, isSometimes: isPlaced }): Step => {
      const isSometimes = isPlaced || hasJumps
      const prompt = PROMPT.exec(line)?.[0].length ?? 0
      const doubt = doubtOf(line.slice(prompt), wordsOf(line.slice(prompt), 0))
      const back =
        takenBack(line, (name) => set.has(name)) ??
        (doubt && {
          names: doubt.keeps.length > 0 ? [...set].filter((name) => !doubt.keeps.includes(name)) : ['*'],
          isSure: false,
          isUse: doubt.isUse,
          why: doubt.why,
        })
      const isAlone = back !== undefined && !back.isUse
      const variable = isAlone
        ? undefined
        : (readSetx(line, start) ?? readSet(line, start) ?? readOthers(line, start) ?? readEnvironment(line, start))
      const read = variable ? [variable] : back?.isSure ? [] : readCommand(line, start)
      const found = exportedIn(line, read)
      const groups = isSometimes ? found.map(onCondition) : found
      for (const { settings } of groups) for (const { name } of settings) set.add(name)
      const isUse = !isAlone && !groups.some((group) => isVariables(group)) && !isIdle(line)
      return {
        groups,
        isUse,
        overrides: overridesOf(groups, isSometimes),
        back: back && { ...back, isSure: back.isSure && !/^[&|]{2}$/.test(sign ?? '') && !hasBlocks },
      }
    })
  const groups = inherited(mergeVariables(withoutTakenBack(steps, REPEATS.test(text))).map((group) => inDoubt(group)))
  const literals = groups.flatMap((group) => [
    ...group.settings.map(({ name, literal }) => ({ literal, name, group })),
    ...group.positional.map((literal) => ({ literal, name: '', group })),
  ])
  return {
    container: 'command',
    language: 'sh',
    groups,
    literals,
    words: groups.map(({ holder }) => holder).join(' '),
    errors: 0,
  }
}
