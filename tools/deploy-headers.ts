/**
 * `npm run deploy:headers`: writes the security headers, whose one source is security-headers.ts, as snippets for the
 * web servers of deploy/. `npm run check` tells when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'

import { SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from '../server/security-headers.ts'

const NOTE = '# Made by "npm run deploy:headers" from server/security-headers.ts: change that.'

/** Values hold no double quote, no backslash and no $: checked by a test. */
const quote = (value: string) => `"${value}"`

const caddy = (headers: readonly (readonly [string, string])[]): string =>
  [
    NOTE,
    'header {',
    '\t# After the answer is there: so that nothing that the API sends stands beside it.',
    '\tdefer',
    ...headers.map(([name, value]) => `\t${name} ${quote(value)}`),
    '}',
    '',
  ].join('\n')

const nginx = (headers: readonly (readonly [string, string])[]): string =>
  [
    NOTE,
    '# Every location that adds a header of its own must include this again: nginx inherits all of them or none.',
    ...headers.map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
    '# Empty, and so not sent, unless the browser came by TLS.',
    'add_header strict-transport-security $anchor_hsts always;',
    '',
  ].join('\n')

/** What belongs into deploy/, by path. */
export const deployHeaders = (): ReadonlyMap<string, string> => {
  const headers = Object.entries(SECURITY_HEADERS)
  return new Map([
    ['deploy/security-headers.caddy', caddy(headers)],
    ['deploy/security-headers.nginx', nginx(headers)],
  ])
}

/** Where Strict-Transport-Security stands: in the configurations themselves, because it hangs on a condition. */
const BY_TLS_ALONE = ['deploy/Caddyfile', 'deploy/nginx.conf.template']

/** Files of deploy/ that are not what the headers' source says, as sentences. */
export const staleHeaders = (): string[] => [
  ...[...deployHeaders()]
    .filter(([path, text]) => readFileSync(path, 'utf8') !== text)
    .map(([path]) => `${path} is stale: npm run deploy:headers`),
  ...BY_TLS_ALONE.filter((path) => !readFileSync(path, 'utf8').includes(quote(STRICT_TRANSPORT_SECURITY))).map(
    (path) => `${path} does not hold ${quote(STRICT_TRANSPORT_SECURITY)}`,
  ),
]

if (process.argv[1]?.endsWith('deploy-headers.ts') === true) {
  for (const [path, text] of deployHeaders()) writeFileSync(path, text)
}
