/** Proxies' own files as settings of each server that they connect to: HAProxy, nginx. */
import { wordsOf } from '../shells/command-words.ts'
import type { Group, Literal, ParsedDocument, Setting } from '../document.ts'
import { logicalLines } from '../logical-lines.ts'

const HAPROXY_SERVER = /^[ \t]*server[ \t]+\S+[ \t]+\S+/m
const HAPROXY_OTHER =
  /^[ \t]*(?:backend|listen|frontend|defaults|global)\b|^[ \t]*server[ \t]+\S+[ \t]+\S+:\d+[ \t].*\bssl\b/m
const NGINX = /(?:^|[{;])[ \t]*(?:proxy_pass[ \t]+\S+|proxy_ssl\w*[ \t]+\S+)[^\n]*;/m

export const looksLikeHaproxy = (text: string): boolean =>
  HAPROXY_SERVER.test(text) && HAPROXY_OTHER.test(text) && !/;[ \t]*$/m.test(text)
export const looksLikeNginx = (text: string): boolean => NGINX.test(text)

/** Options of a server line that have a value behind them, as far as they say anything of TLS. */
const VALUED = new Set(['verify', 'ca-file', 'verifyhost', 'sni', 'crt'])

const flagOf = (literal: Literal): Literal => ({ ...literal, value: 'on', encode: () => undefined })

const optionsOf = (words: readonly { readonly literal: Literal }[]): Setting[] => {
  const settings: Setting[] = []
  for (let at = 0; at < words.length; at++) {
    const [word, next] = [words[at]?.literal, words[at + 1]?.literal]
    if (!word) break
    if (VALUED.has(word.value) && next) {
      settings.push({
        name: word.value,
        literal: next,
        nameRange: word.range,
        entry: { start: word.range.start, end: next.range.end },
      })
      at++
    } else if (word.value === 'ssl' || word.value === 'no-ssl')
      settings.push({
        name: 'ssl',
        literal: word.value === 'ssl' ? flagOf(word) : { ...word, value: 'off' },
        nameRange: word.range,
        entry: word.range,
      })
  }
  return settings
}

const documentOf = (container: 'haproxy' | 'nginx', groups: readonly Group[]): ParsedDocument => ({
  container,
  language: '',
  groups,
  literals: [],
  words: '',
  errors: 0,
})

/** One group a server: what `defaults`, `default-server` and its own line say, the nearest last. */
export const readHaproxy = (text: string): ParsedDocument => {
  const groups: Group[] = []
  let common: Setting[] = []
  let section: Setting[] = []
  let name = ''
  for (const { text: line, start } of logicalLines(text, /\\\r?$/)) {
    const plain = line.replace(/(^|\s)#.*$/, '$1')
    const words = wordsOf(plain, start)
    const [first, second, third] = words
    const word = first?.literal.value ?? ''
    if (!first) continue
    if (/^(?:global|defaults|frontend|backend|listen)$/.test(word)) {
      name = word
      if (word === 'defaults') common = common.filter((setting) => setting.name === 'ssl-server-verify')
      section = []
      continue
    }
    const settings =
      word === 'default-server'
        ? optionsOf(words.slice(1))
        : (word === 'ssl-server-verify' || word === 'mode') && second
          ? [{ name: word, literal: second.literal, nameRange: first.literal.range, entry: first.literal.range }]
          : []
    if (name === 'global' || name === 'defaults') common = [...common, ...settings]
    else section = [...section, ...settings]
    if (word !== 'server' || !third) continue
    const end = start + plain.trimEnd().length
    const address: Setting = {
      name: 'address',
      literal: third.literal,
      nameRange: undefined,
      entry: third.literal.range,
    }
    groups.push({
      holder: 'server',
      settings: [...common, ...section, address, ...optionsOf(words.slice(3))],
      positional: [],
      separator: 'space',
      range: { start: first.literal.range.start, end },
    })
  }
  return documentOf('haproxy', groups)
}

const TOKEN = /#[^\n]*|"(?:\\[^]|[^"\\])*"|'(?:\\[^]|[^'\\])*'|[{};]|[^\s{};"'#][^\s{};]*/g

interface Block {
  readonly settings: Setting[]
  readonly start: number
  outer: Block | undefined
}

/** What the blocks around one say, wherever in them it stands; the nearest last. */
const settingsOf = (block: Block): Setting[] => {
  const around: Setting[][] = []
  for (let at: Block | undefined = block; at; at = at.outer) around.push(at.settings)
  return around.toReversed().flat()
}

/** One group a block that passes requests on. */
export const readNginx = (text: string): ParsedDocument => {
  const closed: { readonly block: Block; readonly end: number }[] = []
  const upstreams: Setting[] = []
  let current: Block = { settings: [], start: 0, outer: undefined }
  let words: { value: string; start: number; end: number }[] = []
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (token.startsWith('#')) continue
    const [first, second] = words
    if (token === '{') {
      if (first?.value === 'upstream' && second) upstreams.push(settingOf('upstream', second.value, second, first))
      current = { settings: [], start: first?.start ?? index, outer: current }
    } else if (token === '}') {
      closed.push({ block: current, end: index + 1 })
      // Of a fragment, the block around it may go on.
      current.outer ??= { settings: [], start: index + 1, outer: undefined }
      current = current.outer
    } else if (token === ';') {
      if (first && second && /^proxy_(?:pass|ssl)/.test(first.value))
        current.settings.push(settingOf(first.value, second.value, second, { ...first, end: index + 1 }))
    } else {
      const value = /^["']/.test(token) ? token.slice(1, -1) : token
      words.push({ value, start: index, end: index + token.length })
      continue
    }
    words = []
  }
  for (let block: Block | undefined = current; block; block = block.outer) closed.push({ block, end: text.length })
  return documentOf(
    'nginx',
    closed
      .filter(({ block }) => block.settings.some(({ name }) => name === 'proxy_pass'))
      .map(({ block, end }) => ({
        holder: 'proxy',
        settings: [...upstreams, ...settingsOf(block)],
        positional: [],
        separator: 'line',
        range: { start: block.start, end },
      })),
  )
}

interface Place {
  readonly start: number
  readonly end: number
}

const settingOf = (name: string, value: string, { start, end }: Place, entry: Place): Setting => ({
  name,
  literal: { value, range: { start, end }, encode: (next) => (/[\s;{}"'\\]/.test(next) ? undefined : next) },
  nameRange: { start: entry.start, end: entry.start + name.length },
  entry: { start: entry.start, end: entry.end },
})
