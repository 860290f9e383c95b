/** Command lines: of sh and its kin, cmd and PowerShell, with their quotes and continuations. */
import type { ParsedDocument } from '../document.ts'
import { wholeQuotes } from './command-lines.ts'
import { wordsOf } from './command-words.ts'
import { exporting, inherited, mergeVariables } from './exported.ts'
import { doubtOf } from './launch.ts'
import { PROMPT, readCommand, RESULT } from './read-command.ts'
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
import { readEnvironment, readOthers, readSet, readSetx } from './windows-variables.ts'

const PROGRAMS =
  'psql|pgcli|pgloader|mycli|usql|flyway|liquibase|dbmate|goose(?=[ \\t]+(?:-|postgres))|migrate(?=[ \\t]+-)|rpk|redli|pg_dump|pg_restore|pg_isready|pgbench|createdb|mysql|mysqldump|mysqladmin|mysqlsh|mariadb|mariadb-dump|redis-cli|valkey-cli|curl|wget|kcat|kafkacat|openssl|keytool|kafka[\\w-]*\\.sh|kafka-[\\w-]+|clickhouse-client|clickhouse|cqlsh|mongosh|http|grpcurl|docker|podman|gcloud|flyctl|fly|kubectl|node|python3?|java|npx|npm|heroku|helm|Invoke-(?:WebRequest|RestMethod)|airflow(?= connections)|(?:declare|typeset)(?=[ \\t]+-\\w*x)|export(?=[ \\t]+(?:-\\S+[ \\t]+)*\\w+(?:=|[ \\t]*$))|env|setx?'

/** A prompt, `NAME=value psql …`, `sudo -u x psql …`, `./bin/kafka-topics.sh …`. */
const START = new RegExp(
  `^[ \\t]*(?:\\([ \\t]*(?=export\\b))?${PROMPT_SOURCE}${RESULT}(?:sudo[ \\t]+(?:-\\S+[ \\t]+\\S+[ \\t]+)?)?(?:[A-Z_][A-Z0-9_]*=(?:"[^"]*"|'[^']*'|\\S*)[ \\t]+)*(?:\\S*[/\\\\])?(?:${PROGRAMS})(?:\\.exe|\\.bat)?[ \\t]+\\S`,
)

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

/** `goto label` of cmd: which of the lines run isn't followed. */
const JUMPS = /^[ \t]*(?:@|if\b[^\n]*[ \t])?goto[ \t]+(?!:?eof\b)/im

/** Each command is a group, with the variables that are set for it. */
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
