/** Finds the program that a command starts, and whether the shell's variables reach it. */
import { lookup } from '../../../lib/lookup.ts'
import type { Word } from './command-words.ts'

/** Programs that run another one with other variables, or somewhere else. */
const ELSEWHERE =
  'Some commands run elsewhere or as another user (sudo, ssh, docker, kubectl): they may not get these variables.'
/** A file, a service or an argument that the text doesn't show comes after the variables. */
const READS = 'The text reads a file, or runs other commands, after it sets these variables: that may change them.'
export const UNSEEN_ARGUMENTS = 'The command has arguments that the text doesn’t show: they count too.'
const ARGUMENTS = 'A command has arguments that the text doesn’t show: they count before these variables.'
const SOCKET = 'A command connects through a Unix socket, where libpq uses no TLS.'
const SERVICE = 'A connection service (PGSERVICE) counts before these variables.'
const LOCAL = 'endlocal takes back what is set after setlocal.'
export const OWN = 'A command sets such variables itself, for what it starts.'

export interface Launch {
  /** The program's place among the words; behind them where nothing is started. */
  readonly at: number
  /** Where the assignments begin that reach it. */
  readonly from: number
  /** Whether something takes the shell's variables away; of those that it keeps, the names. */
  readonly drops: boolean
  readonly keeps: readonly string[]
}

const nameOf = (word: Word | undefined) =>
  word?.literal.value.replace(/^.*[/\\]/, '').replace(/\.(?:exe|bat)$/, '') ?? ''
const isAssignment = (word: Word | undefined) => word !== undefined && /^[A-Za-z_]\w*=/.test(word.raw)

/** Options of a wrapper that the next word belongs to. */
const WITH_VALUE: Readonly<Record<string, RegExp | undefined>> = {
  sudo: /^(?:-[ugphCTUrtDR]|--(?:user|group|prompt|host|chdir|chroot))$/,
  doas: /^-[uC]$/,
  env: /^(?:-[uCS]|--(?:unset|chdir|split-string))$/,
  nice: /^-n$/,
  timeout: /^-[sk]$/,
  exec: /^-a$/,
}
const WRAPPERS = /^(?:sudo|doas|env|exec|command|nohup|time|nice|timeout|builtin|ionice|stdbuf|chronic|setsid)$/

/** What stands before a program: assignments, `sudo -u x`, `env`, `exec`. */
export const launchOf = (words: readonly Word[]): Launch => {
  let at = 0
  let from = 0
  let drops = false
  let keeps: readonly string[] = []
  while (at < words.length) {
    if (isAssignment(words[at])) {
      at++
      continue
    }
    const wrapper = nameOf(words[at])
    if (!WRAPPERS.test(wrapper)) break
    const taken = lookup(WITH_VALUE, wrapper)
    let isLogin = false
    let keepsAll = false
    let next = at + 1
    for (; next < words.length; next++) {
      const value = words[next]?.literal.value ?? ''
      if (!value.startsWith('-')) break
      if (wrapper === 'sudo') {
        if (value === '-i' || value === '--login') isLogin = true
        const list = /^--preserve-env=(.*)$/.exec(value)?.[1]
        if (list !== undefined) keeps = list.split(',')
        if (value === '--preserve-env' || /^-[A-Za-z]*E/.test(value)) keepsAll = true
      }
      if (wrapper === 'env' && (value === '-' || value === '-i' || value === '--ignore-environment')) isLogin = true
      if (taken?.test(value)) next++
      if (value === '--') {
        next++
        break
      }
    }
    if (wrapper === 'timeout') next++
    if (isLogin || ((wrapper === 'sudo' || wrapper === 'doas') && !keepsAll)) {
      drops = true
      from = next
    }
    at = next
  }
  return { at, from, drops, keeps }
}

/** What reads no variable of a client's: the system's own work, and what a container is made of. */
const ADMIN =
  /^(?:apt|apt-get|aptitude|dnf|yum|apk|zypper|pacman|brew|snap|systemctl|service|journalctl|mkdir|cp|mv|chmod|chown|chgrp|tee|cat|install|ln|rm|ls|touch|sed|awk|grep|curl|wget|openssl|keytool|update-ca-certificates|update-ca-trust|useradd|usermod|passwd|ufw|hostnamectl|sysctl|echo|printf|vi|vim|nano|tar|unzip|kill|reboot|gpg|dpkg|rpm|mount|certbot|nginx|true|id|whoami)$/
/** What runs a program in another place, with the words that say so. */
const REMOTE: Readonly<Record<string, RegExp | undefined>> = {
  ssh: /./,
  su: /./,
  runuser: /./,
  machinectl: /\bshell\b/,
  chroot: /./,
  nsenter: /./,
  vagrant: /\bssh\b/,
  docker: /^(?:compose |container )?(?:-\S+ )*(?:exec|run)\b/,
  'docker-compose': /\b(?:exec|run)\b/,
  podman: /^(?:-\S+ )*(?:exec|run)\b/,
  kubectl: /\b(?:exec|run)\b/,
  oc: /\b(?:exec|run|rsh)\b/,
  lxc: /\bexec\b/,
  heroku: /\brun\b/,
  fly: /\bssh\b/,
  flyctl: /\bssh\b/,
  gcloud: /\bssh\b/,
  crontab: /./,
  at: /./,
}
const SHELLS = /^(?:ba|z|da|k|fi)?sh$|^(?:powershell|pwsh|cmd)$/
/** What a shell reads in its own process, and what it makes of a text. */
const READING =
  /^[ \t]*(?:(?:source|eval|call|iex|Invoke-Expression|direnv)[ \t]+\S|\.[ \t]+\S|export[ \t]+(?:-\S+[ \t]+)*["']?\$|(?:[\w.%~\\:-]+\.(?:bat|cmd))(?:[ \t]|$))/i
/** What a text for a shell does to variables of libpq's: it sets some, or reads a file that may. */
export const changesVariables = (text: string): boolean =>
  OWN_VARIABLE.test(text) || /(?:^|[\s;&"'(])(?:\.|source|eval)[ \t]+\S/.test(text)

/** Of a package manager for languages: its own variables alone. */
const HARMLESS =
  /^[ \t]*(?:source|\.|call)[ \t]+\S*(?:bin[/\\]activate|Scripts[/\\]activate(?:\.bat)?|nvm\.sh|\.cargo\/env|conda\.sh)["']?[ \t]*\r?$|^[ \t]*eval[ \t]+"?\$\((?:ssh-agent|pyenv|rbenv|conda|brew|nodenv|starship|zoxide)\b/
/** Clients of libpq's that are programs. */
export const LIBPQ =
  /^(?:psql|pgcli|pg_\w+|pgbench|createdb|dropdb|createuser|dropuser|vacuumdb|reindexdb|clusterdb|pgloader)$/
export const OWN_VARIABLE = /(?:^|[\s;&"'])PG(?:SSL\w*|SERVICE\w*)=/

/** An argument that is a variable, and may be any options or a whole address: a name of a database isn't. */
const isUnseen = ({ raw, literal }: Word): boolean =>
  /^"?(?:\$\{?[\w@*#?:[\]-]+\}?"?$|\$\(|`|%[\d*]"?$|@\w+$)/.test(raw) &&
  !/^\$\{?\w*(?:DB|DATABASE|SCHEMA|TABLE|FILE|QUERY|SQL|USER|HOST|PORT)(?:_?NAME)?\}?$/i.test(literal.value)

/** Whether a command of a client has an argument of its own that the text doesn't show. */
export const hasUnseen = (words: readonly Word[], from: number): boolean =>
  words.slice(from + 1).some((word, index, rest) => {
    const option = rest[index - 1]?.literal.value ?? ''
    return isUnseen(word) && !/^--?[A-Za-z][\w-]*$/.test(option)
  })

/** `docker run -e NAME`: the variable that the shell has. */
const handedByName = (words: readonly Word[]): string[] =>
  words.flatMap(({ literal: { value } }, index) =>
    /^(?:-e|--env)$/.test(words[index - 1]?.literal.value ?? '') && /^\w+$/.test(value) ? [value] : [],
  )

export interface Doubt {
  readonly why: string
  /** Whether the command runs a client itself, or only changes what the next one gets. */
  readonly isUse: boolean
  /** Variables that get there all the same. */
  readonly keeps: readonly string[]
}

/** `env $(cat .env) psql`: variables that the text doesn't show. */
const isFilled = (words: readonly Word[], at: number): boolean =>
  nameOf(words[at - 1]) === 'env' && /^["']?[$`]/.test(words[at]?.raw ?? '')

/** What a client's own arguments do to the variables of libpq's. */
const byArguments = (words: readonly Word[], at: number, rest: string): string | undefined => {
  if (/(?:^|\s)service=/.test(rest)) return SERVICE
  if (/(?:^|\s)(?:-h ?|--host[ =]|host=)['"]?[/@]/.test(rest)) return SOCKET
  return hasUnseen(words, at) ? ARGUMENTS : undefined
}

/** Why variables that were set before a command may not be what it, or the next one, gets; undefined where they are. */
export const doubtOf = (line: string, words: readonly Word[]): Doubt | undefined => {
  if (READING.test(line)) return HARMLESS.test(line) ? undefined : { why: READS, isUse: false, keeps: [] }
  if (/^[ \t]*@?endlocal\b/i.test(line)) return { why: LOCAL, isUse: false, keeps: [] }
  const { at, drops, keeps } = launchOf(words)
  const program = nameOf(words[at])
  const rest = words
    .slice(at + 1)
    .map(({ literal }) => literal.value)
    .join(' ')
  if (program === '' || ADMIN.test(program)) return undefined
  if (isFilled(words, at)) return { why: READS, isUse: true, keeps: [] }
  if (drops) return { why: ELSEWHERE, isUse: true, keeps }
  if (lookup(REMOTE, program)?.test(rest) === true) return { why: ELSEWHERE, isUse: true, keeps: handedByName(words) }
  if (SHELLS.test(program)) {
    if (OWN_VARIABLE.test(rest)) return { why: OWN, isUse: true, keeps: [] }
    if (/(?:^|[\s;&|"'(])(?:sudo|doas|su|runuser|ssh)[ \t]/.test(rest))
      return { why: ELSEWHERE, isUse: true, keeps: [] }
    return /^-\w*l|^--login/.test(rest) || /\b(?:source|eval)\b|(?:^|[;&'"]) ?\. /.test(rest)
      ? { why: READS, isUse: true, keeps: [] }
      : undefined
  }
  const why = LIBPQ.test(program) ? byArguments(words, at, rest) : undefined
  return why === undefined ? undefined : { why, isUse: true, keeps: [] }
}

/** Of assignments before a command: why they may not reach what it starts. */
export const doubtOfOnce = (words: readonly Word[]): string | undefined => {
  const { at, from, drops } = launchOf(words)
  const program = nameOf(words[at])
  const isBefore = words.slice(0, from).some((word) => isAssignment(word))
  const rest = words
    .slice(at + 1)
    .map(({ literal }) => literal.value)
    .join(' ')
  if ((drops && isBefore) || lookup(REMOTE, program)?.test(rest) === true) return ELSEWHERE
  if (isFilled(words, at)) return READS
  if (SHELLS.test(program)) return doubtOf('', words.slice(at))?.why
  return LIBPQ.test(program) ? byArguments(words, at, rest) : undefined
}
