/**
 * `npm run deploy:files`: writes include files for the web servers of deploy/ with what they share with the servers here:
 * the security headers and the forwarded operations. `npm run check` fails if they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'

import { MISREAD_PATH, forwardedPaths } from '../server/forwarding.ts'
import { API_HEADERS, SECURITY_HEADERS, STRICT_TRANSPORT_SECURITY } from '../server/security-headers.ts'

type Headers = Readonly<Record<string, string>>

const note = (source: string) => `# Made by "npm run deploy:files" from ${source}: change that.`
const HEADERS_NOTE = note('server/security-headers.ts')
const OPERATIONS_NOTE = note('src/api/operations.ts and server/forwarding.ts')

/** A test checks that values contain no double quote, backslash or $. */
const quote = (value: string) => `"${value}"`

const caddyHeaders = (headers: Headers): string =>
  [
    HEADERS_NOTE,
    'header {',
    '\t# After the answer is there: so that nothing that the API sends stands beside it.',
    '\tdefer',
    ...Object.entries(headers).map(([name, value]) => `\t${name} ${quote(value)}`),
    '}',
    '',
  ].join('\n')

const nginxHeaders = (headers: Headers): string =>
  [
    HEADERS_NOTE,
    '# Every location that adds a header of its own must include this again: nginx inherits all of them or none.',
    ...Object.entries(headers).map(([name, value]) => `add_header ${name} ${quote(value)} always;`),
    '# Empty, and so not sent, unless the browser came by TLS.',
    'add_header strict-transport-security $anchor_hsts always;',
    '',
  ].join('\n')

/** Method and path of every operation, as one expression a line. */
const requests = (): string[] =>
  [...forwardedPaths()].flatMap(([method, paths]) => paths.map((path) => String.raw`${method} ${path}(?:\?.*)?`))

const caddyOperations = (): string =>
  [
    OPERATIONS_NOTE,
    'map {http.request.uri} {anchor_misread} {',
    `\t\`~${MISREAD_PATH}\` "misread "`,
    '\tdefault ""',
    '}',
    'map "{anchor_misread}{http.request.method} {http.request.uri}" {anchor_operation} {',
    ...requests().map((request) => `\t\`~^${request}$\` 1`),
    '\tdefault ""',
    '}',
    '@operation vars {anchor_operation} 1',
    '',
  ].join('\n')

const nginxOperations = (): string =>
  [
    OPERATIONS_NOTE,
    'map $request_uri $anchor_misread {',
    '\tdefault "";',
    `\t"~${MISREAD_PATH}" "misread ";`,
    '}',
    'map "$anchor_misread$request_method $request_uri" $anchor_operation {',
    '\tdefault "";',
    ...requests().map((request) => `\t"~^${request}$" 1;`),
    '}',
    '',
  ].join('\n')

/** The generated files of deploy/, by path. */
export const deployFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['deploy/security-headers.caddy', caddyHeaders(SECURITY_HEADERS)],
    ['deploy/security-headers.nginx', nginxHeaders(SECURITY_HEADERS)],
    ['deploy/api-headers.caddy', caddyHeaders(API_HEADERS)],
    ['deploy/api-headers.nginx', nginxHeaders(API_HEADERS)],
    ['deploy/operations.caddy', caddyOperations()],
    ['deploy/operations.nginx', nginxOperations()],
  ])

/** Files with Strict-Transport-Security: the configurations themselves, because it is conditional. */
const BY_TLS_ALONE = ['deploy/Caddyfile', 'deploy/nginx.conf.template']

/** Stale files of deploy/, as sentences. */
export const staleDeployFiles = (): string[] => [
  ...[...deployFiles()]
    .filter(([path, text]) => readFileSync(path, 'utf8') !== text)
    .map(([path]) => `${path} is stale: npm run deploy:files`),
  ...BY_TLS_ALONE.filter((path) => !readFileSync(path, 'utf8').includes(quote(STRICT_TRANSPORT_SECURITY))).map(
    (path) => `${path} does not hold ${quote(STRICT_TRANSPORT_SECURITY)}`,
  ),
]

if (process.argv[1]?.endsWith('deploy-files.ts') === true) {
  for (const [path, text] of deployFiles()) writeFileSync(path, text)
}
