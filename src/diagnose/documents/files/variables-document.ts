/** Files that set variables for a program among other things: a Dockerfile's ENV, a unit of systemd. */
import { assignment, wordsOf, type Word } from '../shells/command-words.ts'
import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'
import { mergeVariables } from '../shells/exported.ts'
import { changesVariables, OWN } from '../shells/launch.ts'
import { readLines } from './lines-document.ts'
import { logicalLines } from '../logical-lines.ts'
import { urisIn } from '../uris.ts'
import type { Range } from '../../../lib/ranges.ts'

const DOCKERFILE = /^[ \t]*FROM[ \t]+(?:--platform=\S+[ \t]+)?[^\s=]+(?:[ \t]+AS[ \t]+\S+)?[ \t]*\r?$/im
const INSTRUCTION = /^[ \t]*(?:ENV|ARG|RUN|CMD|COPY|ENTRYPOINT|WORKDIR|EXPOSE|USER)[ \t]+[^\s=]/m
const ENV = /^([ \t]*ENV[ \t]+)\S/i
/** What is run, or handed to what makes the image: no setting here, but a URI in it is one. */
const HANDED = /^[ \t]*(?:CMD|ENTRYPOINT|HEALTHCHECK|ARG)[ \t]/i
const UNIT = /^\[Service\][ \t]*\r?$/m
const EXEC = /^[ \t]*Exec\w+[ \t]*=/
const ENVIRONMENT = /^([ \t]*Environment[ \t]*=[ \t]*)\S/

export const looksLikeDockerfile = (text: string): boolean => DOCKERFILE.test(text) && INSTRUCTION.test(text)
export const looksLikeUnit = (text: string): boolean => UNIT.test(text)

/** A setting in words that no shell reads: what a shell would take for its own can't be written there safely. */
const bare = (setting: Setting, unsafe: RegExp): Setting => {
  const { literal } = setting
  return {
    ...setting,
    literal: { ...literal, encode: (value) => (unsafe.test(value) ? undefined : literal.encode(value)) },
  }
}

/** `NAME=value "OTHER=value"`; with one in the line, the next one gets a line too. */
const settingsOf = (words: readonly Word[], line: Range, unsafe: RegExp): Setting[] =>
  words.flatMap((word) => {
    const name = /^([A-Za-z_]\w*)=/.exec(word.literal.value)?.[1]
    const entry = words.length === 1 ? line : word.literal.range
    return name === undefined ? [] : [bare(assignment(word, name, entry), unsafe)]
  })

const groupOf = (settings: readonly Setting[], range: Range, holder: string): Group[] =>
  settings.length === 0 ? [] : [{ holder, settings, positional: [], separator: 'line', range }]

/** The URIs in the lines that a pattern fits; in a correction, nothing that the file's own reader would replace. */
const urisOf = (text: string, lines: RegExp, unsafe: RegExp): Literal[] => {
  const fitting = logicalLines(text, /\\[ \t]*\r?$/).filter((line) => lines.test(line.text))
  return urisIn(text)
    .filter(({ range }) => fitting.some(({ start, end }) => start <= range.start && range.end <= end))
    .map((literal) => ({
      ...literal,
      // Without quotes of its own, a shell may read it: a bare `&` ends the command there.
      encode: (value) =>
        unsafe.test(value) || (/\s/.test(text.charAt(literal.range.start - 1)) && /[&;]/.test(value))
          ? undefined
          : literal.encode(value),
    }))
}

const documentOf = (
  groups: readonly Group[],
  uris: readonly Literal[],
  container: ParsedDocument['container'],
  language = '',
): ParsedDocument => ({
  container,
  language,
  groups,
  literals: [
    ...groups.flatMap((group) => group.settings.map(({ name, literal }) => ({ literal, name, group }))),
    ...uris.map((literal) => ({ literal, name: '', group: undefined })),
  ],
  words: groups.map(({ holder }) => holder).join(' '),
  errors: 0,
})

/** `ENV NAME value` of old: all of the line behind the name is the value. */
const oldForm = (text: string, start: number, line: Range): Setting[] => {
  const [, name = '', gap = '', value = ''] = /^(\w+)([ \t]+)([^=\n][^\n]*?)[ \t]*\r?$/.exec(text) ?? []
  if (name === '') return []
  const from = start + name.length + gap.length
  const range = { start: from, end: from + value.length }
  const encode = (next: string) => (/["'\\$\n]/.test(next) ? undefined : next)
  return [{ name, literal: { value, range, encode }, nameRange: { start, end: start + name.length }, entry: line }]
}

/** `FROM base AS name`: what it is called, and what it is made from. */
const STAGE = /^[ \t]*FROM[ \t]+(?:--\S+[ \t]+)*(\S+)(?:[ \t]+AS[ \t]+(\S+))?/i

interface Stage {
  readonly from: Stage | undefined
  readonly groups: Group[]
}

/** What one file makes; of more, those that come last. */
const MAX_IMAGES = 6

/** The stages that set something, from the last one on: the stage itself, and those that it is made from. */
const lineOf = (stage: Stage): Stage[] => {
  const line: Stage[] = []
  for (let one: Stage | undefined = stage; one; one = one.from) if (one.groups.length > 0) line.push(one)
  return line
}

/** The variables of each stage that no other is made from: its own, and those that it inherits. What another stage sets isn't there. */
const variablesOf = (stages: readonly Stage[]): Group[] => {
  const bases = new Set(stages.map(({ from }) => from))
  const images = stages.filter((stage) => !bases.has(stage)).slice(-MAX_IMAGES)
  // Stages that set nothing themselves are alike when they inherit from the same one.
  const lines = new Map(images.map((image) => lineOf(image)).map((line) => [line[0], line]))
  return [...lines.values()].flatMap((line) => mergeVariables(line.toReversed().flatMap(({ groups }) => groups)))
}

/** What an image of a language is called, and what starts a program of it. */
const RUNTIMES: readonly (readonly [language: string, image: RegExp, program: RegExp])[] = [
  ['javascript', /^(?:node|oven\/bun|denoland\/deno)$/, /^(?:node|npm|npx|yarn|pnpm|bun|pm2|next|tsx)$/],
  [
    'python',
    /^(?:python|tiangolo\/uvicorn.*)$/,
    /^(?:python[\d.]*|gunicorn|uvicorn|hypercorn|celery|flask|fastapi|streamlit|poetry|uv)$/,
  ],
  ['ruby', /^ruby$/, /^(?:ruby|bundle|rails|puma|sidekiq|rake)$/],
  ['php', /^php$/, /^(?:php|php-fpm[\d.]*)$/],
  ['java', /^(?:openjdk|eclipse-temurin|amazoncorretto|maven|gradle)$/, /^java$/],
]

/** The language of the program that the last image of a Dockerfile starts; empty where it isn't plain. */
const startedIn = (text: string): string => {
  let image = ''
  let program: string | undefined
  for (const { text: line } of logicalLines(text, /\\[ \t]*\r?$/)) {
    const base = STAGE.exec(line)?.[1]
    if (base !== undefined) {
      image = base.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/[:@].*$/, '')
      program = undefined
    }
    program = /^[ \t]*(?:CMD|ENTRYPOINT)[ \t]+(?:\[[ \t]*")?([^\s",\]]+)/i.exec(line)?.[1] ?? program
  }
  const isStarted = (pattern: RegExp) => program !== undefined && pattern.test(program.replace(/^.*\//, ''))
  return (RUNTIMES.find(([, , started]) => isStarted(started)) ??
    (program === undefined ? RUNTIMES.find(([, named]) => named.test(image)) : undefined) ?? [''])[0]
}

/** ENV of a Dockerfile, and what its command is given. What its commands do while the image is made is no connection of the program. */
export const readDockerfile = (text: string): ParsedDocument => {
  const stages: Stage[] = [{ from: undefined, groups: [] }]
  const named = new Map<string, Stage>()
  for (const { text: line, start, end } of logicalLines(text, /\\[ \t]*\r?$/)) {
    const [, base, name = ''] = STAGE.exec(line) ?? []
    if (base !== undefined) {
      const stage: Stage = { from: named.get(base.toLowerCase()), groups: [] }
      stages.push(stage)
      if (name !== '') named.set(name.toLowerCase(), stage)
    }
    const before = ENV.exec(line)?.[1]
    if (before === undefined) continue
    const range = { start: start + before.search(/\S/), end: Math.min(end, start + line.trimEnd().length) }
    const rest = line.slice(before.length)
    const at = start + before.length
    const settings = /^\w+=/.test(rest) ? settingsOf(wordsOf(rest, at, false), range, /[$]/) : oldForm(rest, at, range)
    stages.at(-1)?.groups.push(...groupOf(settings, range, 'export'))
  }
  const isReset = logicalLines(text, /\\[ \t]*\r?$/).some(
    ({ text: line }) => /^[ \t]*(?:CMD|ENTRYPOINT)[ \t]/i.test(line) && changesVariables(line),
  )
  const groups = variablesOf(stages).map((group) => (isReset ? { ...group, note: OWN } : group))
  return documentOf(groups, urisOf(text, HANDED, /[$\\]/), 'dockerfile', startedIn(text))
}

const FROM_FILE =
  'The unit also reads variables from a file (EnvironmentFile=), which count before those of Environment=.'
const BY_COMMAND = 'The unit’s command sets variables itself, or reads a file with them.'
/** What a command of a unit does to its variables: `env NAME=value`, `sh -c '. file; …'`. */
const CHANGES =
  /^[ \t]*Exec(?:Start|StartPre|Reload)?[ \t]*=[-+!:@]*(?:\S*\/)?(?:env[ \t]|(?:ba|da|z)?sh[ \t][^\n]*(?:\b(?:source|eval|export|unset)\b|(?:^|[\s;&'"])\.[ \t]|\b[A-Z][A-Z0-9_]*=)|(?:sudo|su|runuser)[ \t])/

/** A unit of systemd: its sections, and the variables of its Environment lines as one program's. */
export const readUnit = (text: string): ParsedDocument => {
  const variables: Group[] = []
  const unset = new Set<string>()
  let note: string | undefined
  let command: string | undefined
  for (const { text: line, start } of logicalLines(text, /\\[ \t]*\r?$/)) {
    // With no value, it takes back what is set above.
    if (/^[ \t]*Environment[ \t]*=\s*$/.test(line)) variables.length = 0
    const file = /^[ \t]*EnvironmentFile[ \t]*=[ \t]*(.*)$/.exec(line)?.[1]
    if (file !== undefined) note = file.trim() === '' ? undefined : FROM_FILE
    if (CHANGES.test(line)) command = BY_COMMAND
    for (const name of /^[ \t]*UnsetEnvironment[ \t]*=(.*)$/.exec(line)?.[1]?.split(/[\s"']+/) ?? []) unset.add(name)
    const before = ENVIRONMENT.exec(line)?.[1]
    if (before === undefined) continue
    const range = { start: start + before.search(/\S/), end: start + line.trimEnd().length }
    const words = wordsOf(line.slice(before.length), start + before.length, false)
    variables.push(...groupOf(settingsOf(words, range, /[%\\]/), range, 'export'))
  }
  const others = readLines(text).groups.map((group) => ({
    ...group,
    settings: group.settings.filter(({ name }) => name !== 'Environment'),
  }))
  const set = mergeVariables(variables).map((group) => ({
    ...group,
    settings: group.settings.filter(({ name }) => !unset.has(name)),
    note: note ?? command,
  }))
  const groups = [...set, ...others].filter(({ settings }) => settings.length > 0)
  return documentOf(groups, urisOf(text, EXEC, /[%$\\]/), 'unit')
}
