/** Ecto, Postgrex and MyXQL: what `ssl` and its options come to. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { lastOf } from '../../settings/names.ts'
import { FULL_WORDS, OPEN } from '../common-words.ts'
import { once } from '../once.ts'
import type { Finding } from '../finding.ts'
import { truth, verdictOf, type Client, type Judged } from '../verdict.ts'

const POSTGREX: Client = {
  name: 'Postgrex (Elixir)',
  basis: 'documented',
  source: 'https://github.com/elixir-ecto/postgrex/pull/756',
}
const MYXQL: Client = {
  name: 'MyXQL (Elixir)',
  basis: 'documented',
  source: 'https://hexdocs.pm/myxql/MyXQL.html#start_link/1',
}

const option = (list: string, name: string): string | undefined =>
  new RegExp(String.raw`[[,]\s*${name}:\s*([^,\]]+)`).exec(list)?.[1]?.trim()

/** Options in brackets: Postgrex and MyXQL put secure ones below them. */
export const byOptions = (written: string): Judged => {
  const list = written.replaceAll(/(?<=^|\s)#(?!\{)[^\n]*/g, '')
  const verify = option(list, 'verify')
  if (verify === ':verify_none') return ['none', 'verify: :verify_none accepts any server.']
  if (verify !== undefined && verify !== ':verify_peer') return OPEN
  if (option(list, 'server_name_indication') === ':disable')
    return ['chain', 'server_name_indication: :disable turns the host name check off.']
  if (/\b(?:verify_fun|customize_hostname_check)\b/.test(list)) return OPEN
  const ca = option(list, 'cacertfile') ?? option(list, 'cacerts')
  if (ca === undefined || /cacerts_get|CAStore|Certifi/i.test(ca))
    return [
      'public',
      'Without a CA file of its own it trusts only public CAs: servers signed by the project CA are rejected.',
    ]
  return [
    'full',
    'It verifies the CA and the host name. Versions before Postgrex 0.18 don’t know such a list, and don’t start.',
  ]
}

/** Seen in Postgrex’ warnings, in Erlang's error from version 26 on, and in Postgrex' change of 2025. */
const BY_VERSION: Judged = [
  'depends',
  'With ssl: true alone, older versions don’t verify the server with Erlang up to 25, and don’t connect with later ones; Postgrex from 0.21 on trusts only the system’s public CAs. Write ssl: [cacertfile: …] instead.',
]

/** "Setting it to true enables SSL without server certificate verification": MyXQL’s page. */
const MYXQL_TRUE: Judged = [
  'none',
  'With ssl: true alone, MyXQL doesn’t verify the server. Write ssl: [cacertfile: …] instead.',
]

const judge = (client: Client, ssl: string, words: string): Judged => {
  if (truth(ssl) === false) return ['plain', 'ssl: false turns TLS off.']
  if (truth(ssl) !== true) return /^\[[\s\S]*\]$/.test(ssl) ? byOptions(ssl) : OPEN
  // Older versions took options apart from it.
  if (!/\bssl_opts\b/.test(words)) return client === MYXQL ? MYXQL_TRUE : BY_VERSION
  return /\bverify : : verify_none\b/.test(words)
    ? ['none', 'verify: :verify_none accepts any server.']
    : ['depends', 'What ssl_opts does depends on the version. Write its options as ssl: [cacertfile: …].']
}

const REDIX: Client = { name: 'Redix (Elixir)', basis: 'read', source: 'Redix, lib/redix/connector.ex' }

/** `Redix.start_link(…)`: by default it verifies, against public CAs; its `socket_opts` count before that. */
export const judgeRedix = (
  { language }: ParsedDocument,
  { holder, settings, positional, range }: Group,
): Finding | undefined => {
  const [child, second, ...others] = positional
  // `{Redix, host: …}` among the children of a supervisor.
  const isChild = child?.value === 'Redix' && others.length === 0 && (second?.value.includes('://') ?? true)
  if (language !== 'elixir' || !(isChild || /^Redix(?:\.PubSub)?\.start_link$/.test(holder))) return undefined
  const of = (name: string) => settings.find((setting) => setting.name === name)?.literal.value.trim()
  const address = isChild ? second : child
  const scheme = /^(\w+):\/\//.exec(address?.value ?? '')?.[1]
  const options = of('socket_opts') ?? '[]'
  if (settings.length === 0 && scheme === undefined) return undefined
  const ssl = of('ssl') ?? (scheme === 'rediss' ? 'true' : scheme === undefined && address ? undefined : 'false')
  const judged: Judged =
    truth(ssl) === false
      ? ['plain', 'Without ssl: true or rediss://, Redix doesn’t use TLS.']
      : truth(ssl) !== true || of('sentinel') !== undefined || !/^\[[^]*\]$/.test(options)
        ? OPEN
        : byOptions(options)
  const [verifies, because] = judged
  return {
    what: 'Redis or Valkey settings',
    range,
    drivers: [verdictOf(REDIX, verifies === 'full' ? [verifies, FULL_WORDS] : [verifies, because])],
    notes: [],
  }
}

const sslIn = once(({ groups }: ParsedDocument): readonly Setting[] =>
  groups.flatMap(({ settings }) => settings.filter(({ name }) => lastOf(name) === 'ssl')),
)

/**
 * What the `ssl` of a text comes to, which has one connection; undefined where nothing tells.
 *
 * @returns with the setting itself, which tells where it stands
 */
export const elixirSsl = (document: ParsedDocument): readonly [Client, Judged, Setting] | undefined => {
  const { language, words } = document
  const client = /\bMyXQL\b/.test(words) ? MYXQL : /\b(?:Postgrex|Repo)\b/.test(words) ? POSTGREX : undefined
  if (language !== 'elixir' || !client) return undefined
  const [only, ...others] = sslIn(document)
  if (!only) return undefined
  const judged = others.length > 0 || /\bif \b/.test(words) ? OPEN : judge(client, only.literal.value.trim(), words)
  return [client, judged, only]
}
