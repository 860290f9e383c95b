/** Variables that a command hands on to what it starts: `docker run -e NAME=value`, `gcloud run deploy --set-env-vars NAME=value,…`. */
import { assignment, type Word } from './command-words.ts'
import type { Group, Setting } from '../document.ts'
import { OWN, OWN_VARIABLE } from './launch.ts'

/** Programs that hand variables on to others. */
export const CARRIERS = /^(?:docker|podman|kubectl|heroku|flyctl|fly|gcloud|helm)$/

const NAMED = /^([A-Z][A-Z0-9_]{2,})=/
/** `--env=NAME=value`, `-eNAME=value`; `--from-literal=NAME=value` of a secret. */
const IN_ONE = /^(?:--env=|-e=?)(?=[A-Z])/
const LITERAL = /^--from-literal=([\w.-]+)=/
const LIST = /^--(?:set|update)-(?:build-)?env-vars$/

/** `NAME=value,OTHER=value`; with `^@^` before it, another sign separates. Told, and not written anew. */
const listOf = ({ literal }: Word, from: number): Setting[] => {
  const [, sign = ',', rest = ''] = /^(?:\^([^^]+)\^)?([\s\S]*)$/.exec(literal.value.slice(from)) ?? []
  return rest.split(sign).flatMap((pair) => {
    const name = NAMED.exec(pair)?.[1]
    const value = { value: pair.slice((name ?? '').length + 1), range: literal.range, encode: () => undefined }
    return name === undefined ? [] : [{ name, literal: value, nameRange: undefined, entry: literal.range }]
  })
}

/** `a.b=value,c=d` behind `--set` of Helm: paths into the values of a chart. */
const valuesOf = ({ literal: { value, range } }: Word, from: number): Setting[] =>
  value
    .slice(from)
    .split(/(?<!\\),/)
    .flatMap((pair) => {
      const name = /^[\w.[\]-]+(?==)/.exec(pair)?.[0]
      if (name === undefined) return []
      const literal = { value: pair.slice(name.length + 1), range, encode: () => undefined }
      return [{ name, literal, nameRange: undefined, entry: range }]
    })

const settingsOf = (words: readonly Word[], program: string): Setting[] =>
  words.flatMap((word, index) => {
    const { value, range } = word.literal
    const option = words[index - 1]?.literal
    if (program === 'helm') {
      const joined = /^--set(?:-string|-literal)?=/.exec(value)?.[0]
      if (joined !== undefined) return valuesOf(word, joined.length)
      return option && /^--set(?:-string|-literal)?$/.test(option.value) ? valuesOf(word, 0) : []
    }
    if (program === 'gcloud') {
      const joined = /^(--[\w-]+)=/.exec(value)
      if (joined && LIST.test(joined[1] ?? '')) return listOf(word, joined[0].length)
      return option && LIST.test(option.value) ? listOf(word, 0) : []
    }
    const [whole, key] = (program === 'kubectl' && LITERAL.exec(value)) || []
    if (whole !== undefined && key !== undefined)
      return [
        {
          name: key,
          literal: { value: value.slice(whole.length), range, encode: () => undefined },
          nameRange: undefined,
          entry: range,
        },
      ]
    const inOne = /^(?:docker|podman)$/.test(program) ? IN_ONE.exec(value)?.[0].length : undefined
    if (inOne !== undefined)
      return listOf(word, inOne)
        .slice(0, 1)
        .map((one) => ({ ...one, literal: { ...one.literal, value: value.slice(inOne + one.name.length + 1) } }))
    const name = NAMED.exec(value)?.[1]
    const isTold = option !== undefined && /^(?:-e|--env|--from-literal)$/.test(option.value)
    if (name === undefined || (/^(?:docker|podman)$/.test(program) && !isTold)) return []
    return [assignment(word, name, { start: isTold ? option.range.start : range.start, end: range.end })]
  })

/** What hands a variable on is no other option's value. */
const TELLS = /^(?:-e|--env)/

/** Options of docker's that have no value; of all others, the next word is it. */
const WITHOUT_VALUE =
  /^(?:-[ditqPT]+|--(?:rm|rmi|no-(?:TTY|tty)|replace|tls-verify|sig-proxy|quiet-pull|remove-orphans|env-host|init|detach|interactive|tty|privileged|read-only|publish-all|quiet|no-deps|build|service-ports|use-aliases|no-healthcheck|oom-kill-disable|disable-content-trust))$/

/** What `docker run` itself is told: behind the image, the program in it is. */
const beforeImage = (words: readonly Word[]): readonly Word[] => {
  const run = words.findIndex(({ literal }) => /^(?:run|create|exec)$/.test(literal.value))
  if (run === -1) return words
  for (let at = run + 1; at < words.length; at++) {
    const { value = '' } = words[at]?.literal ?? {}
    if (!value.startsWith('-')) return words.slice(0, at)
    const hasValue = !value.includes('=') && !WITHOUT_VALUE.test(value) && /^--|^-\w$/.test(value)
    if (hasValue && !TELLS.test(words[at + 1]?.literal.value ?? '')) at++
  }
  return words
}

const FROM_FILE = 'A file of variables (--env-file) sets what isn’t set here.'
/** What may add to variables, or set them anew: a file, where it isn't all of libpq's; a command in the container. */
const noteOf = (settings: readonly Setting[], told: readonly Word[], inside: readonly Word[]): string | undefined => {
  const names = new Set(settings.map(({ name }) => name))
  if (inside.some(({ literal }) => OWN_VARIABLE.test(literal.value))) return OWN
  const isOpen = names.has('PGSSLMODE') !== names.has('PGSSLROOTCERT')
  return isOpen && told.some(({ literal }) => literal.value.startsWith('--env-file')) ? FROM_FILE : undefined
}

/** The variables that such a program is told to hand on: behind an option, or as arguments of their own. */
export const handedOn = (words: readonly Word[], program: string): Group[] => {
  const isRun = /^(?:docker|podman)$/.test(program)
  const told = isRun ? beforeImage(words) : words
  const settings = settingsOf(told, program)
  const [first] = settings
  const last = settings.at(-1)
  return first && last
    ? [
        {
          holder: 'handed on',
          settings,
          positional: [],
          separator: 'space',
          range: { start: first.entry.start, end: last.entry.end },
          note: isRun ? noteOf(settings, told, words.slice(told.length)) : undefined,
        },
      ]
    : []
}
