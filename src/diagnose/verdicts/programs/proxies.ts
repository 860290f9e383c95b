/** What proxies check of the servers behind them, as their documentation says it. */
import type { Edit, Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { byCaFile } from '../ca-file.ts'
import { FULL } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { truth, verdictOf, type Client, type Judged } from '../verdict.ts'

const HAPROXY: Client = {
  name: 'HAProxy',
  basis: 'documented',
  source: 'https://docs.haproxy.org/3.2/configuration.html#5.2-verify',
}
const NGINX: Client = {
  name: 'nginx',
  basis: 'documented',
  source: 'https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_ssl_verify',
}
const STUNNEL: Client = { name: 'stunnel', basis: 'documented', source: 'https://www.stunnel.org/static/stunnel.html' }

const NOTE = 'This is how the proxy connects to the server. How clients connect to the proxy is separate.'

type Settings = (name: string) => Setting | undefined
const valueOf = (of: Settings, name: string) => of(name)?.literal.value

const haproxy = (of: Settings): Judged | undefined => {
  // Without ssl it passes on what its clients send, and that may be TLS.
  if (valueOf(of, 'ssl') !== 'on') return undefined
  const verify = valueOf(of, 'verify') ?? (valueOf(of, 'ssl-server-verify') === 'none' ? 'none' : 'required')
  if (verify === 'none') return ['none', 'verify none accepts any server that answers.']
  if (verify !== 'required') return ['fails', 'HAProxy doesn’t know this verify.']
  const ca = valueOf(of, 'ca-file')
  if (ca === undefined)
    return ['fails', 'HAProxy doesn’t start: it verifies servers, but has no ca-file that says which CA to trust.']
  const sni = valueOf(of, 'sni')
  const named: Judged =
    sni === undefined
      ? of('verifyhost')
        ? FULL
        : valueOf(of, 'mode') === 'tcp'
          ? [
              'chain',
              'Without verifyhost or sni, the host name isn’t checked: any server signed by the same CA is accepted.',
            ]
          : [
              'depends',
              'Without verifyhost or sni, the host name isn’t checked before HAProxy 3.3; since then, it must be the one the request asks for.',
            ]
      : sni.startsWith('str(')
        ? FULL
        : [
            'depends',
            'The host name to check comes from the request (sni): whoever sends the request chooses it. verifyhost isn’t used then.',
          ]
  return byCaFile(named, new Map([['ca', ca]]))
}

const nginx = (of: Settings, upstreams: ReadonlySet<string>): Judged | undefined => {
  const target = valueOf(of, 'proxy_pass') ?? ''
  const isEncrypted = target.startsWith('https://') || (!target.includes('://') && valueOf(of, 'proxy_ssl') === 'on')
  if (!isEncrypted) return undefined
  if (truth(valueOf(of, 'proxy_ssl_verify')) !== true)
    return ['none', 'Without proxy_ssl_verify on, nginx accepts any server that answers.']
  const ca = valueOf(of, 'proxy_ssl_trusted_certificate')
  if (ca === undefined) return ['fails', 'nginx doesn’t start: proxy_ssl_verify needs proxy_ssl_trusted_certificate.']
  const host = /^(?:https:\/\/)?([^/:]+)/.exec(target)?.[1] ?? ''
  const name = valueOf(of, 'proxy_ssl_name') ?? host
  if (name.includes('$')) return ['depends', 'The host name to check comes from a variable.']
  if (upstreams.has(name) && name.includes('.') && valueOf(of, 'proxy_ssl_name') === undefined)
    return [
      'depends',
      'nginx looks for the name of the upstream block in the certificate: it rejects a server with another name.',
    ]
  if (upstreams.has(name) && !name.includes('.'))
    return [
      'fails',
      'nginx looks for the name of the upstream block in the certificate, and rejects the server. Set the right name with proxy_ssl_name.',
    ]
  return byCaFile(FULL, new Map([['ca', ca]]))
}

/** What makes it verify: for HAProxy behind `verify none`; nginx takes two lines more. */
const correct = (container: string, of: Settings, group: Group, text: string): Edit[] | undefined => {
  if (container === 'haproxy') {
    const host = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+):\d+$/i.exec(valueOf(of, 'address') ?? '')?.[1]
    const verify = of('verify')
    const isOwn = verify && verify.entry.start >= group.range.start && verify.entry.end <= group.range.end
    return isOwn &&
      verify.literal.value === 'none' &&
      host !== undefined &&
      /[a-z]/i.test(host) &&
      !of('ca-file') &&
      !of('sni') &&
      !of('verifyhost')
      ? [{ range: verify.literal.range, text: `required ca-file /path/to/ca.pem verifyhost ${host}` }]
      : undefined
  }
  const pass = of('proxy_pass')
  if (!pass || of('proxy_ssl_verify') || of('proxy_ssl_trusted_certificate')) return undefined
  const lineStart = text.lastIndexOf('\n', pass.entry.start - 1) + 1
  const indent = text.slice(lineStart, pass.entry.start)
  const end = pass.entry.end
  return indent.trim() === '' && /^[ \t]*\r?(?:\n|$)/.test(text.slice(end))
    ? [
        {
          range: { start: end, end },
          text: `\n${indent}proxy_ssl_verify on;\n${indent}proxy_ssl_trusted_certificate /path/to/ca.pem;`,
        },
      ]
    : undefined
}

/** Findings of a proxy's file: one for each server that it speaks TLS to. */
export const judgeProxy = (text: string, { container, groups }: ParsedDocument): Finding[] =>
  groups.flatMap((group) => {
    const of: Settings = (name) => group.settings.findLast((setting) => setting.name === name)
    const upstreams = new Set(
      group.settings.flatMap(({ name, literal }) => (name === 'upstream' ? [literal.value] : [])),
    )
    const judged = container === 'haproxy' ? haproxy(of) : nginx(of, upstreams)
    if (!judged) return []
    const client = container === 'haproxy' ? HAPROXY : NGINX
    return [
      {
        what: `${client.name} server`,
        range: group.range,
        drivers: [verdictOf(client, judged)],
        notes: [NOTE],
        edits: correct(container, of, group, text),
      },
    ]
  })

/** A service of stunnel that connects to a server. */
export const judgeStunnel = (group: Group, { groups }: ParsedDocument): Finding | undefined => {
  // What stands above the first section holds for each that says nothing else.
  const settings = [group, ...groups.filter(({ holder }) => holder === '')].flatMap((one) => one.settings)
  const of = (name: string) => settings.find((setting) => setting.name.toLowerCase() === name)?.literal.value
  if (truth(of('client')) !== true || of('connect') === undefined) return undefined
  const ca = of('cafile') ?? of('capath')
  // Levels of the old option: from 3 on, the certificate itself must be in CAfile.
  const level = Number(of('verify') ?? '0')
  const chain = truth(of('verifychain')) === true || level === 1 || level === 2
  const peer = truth(of('verifypeer')) === true || level === 3 || level === 4
  const hasName = ['checkhost', 'checkip', 'checkemail'].some((name) => of(name) !== undefined)
  const judged: Judged =
    !chain && !peer && hasName
      ? ['fails', 'stunnel doesn’t start: checkHost needs verifyChain.']
      : peer
        ? [
            'depends',
            'verifyPeer accepts exactly the certificates in CAfile: it works until the server’s certificate is renewed.',
          ]
        : !chain
          ? ['none', 'Without verifyChain, stunnel accepts any server that answers.']
          : ca === undefined
            ? ['fails', 'stunnel doesn’t start: verifyChain needs CAfile or CApath.']
            : of('checkhost') === undefined && of('checkip') === undefined
              ? [
                  'chain',
                  'Without checkHost, the host name isn’t checked: any server signed by the same CA is accepted.',
                ]
              : FULL
  return {
    what: 'stunnel service',
    range: group.range,
    drivers: [verdictOf(STUNNEL, byCaFile(judged, new Map([['ca', ca ?? '']])))],
    notes: [NOTE],
  }
}
