/**
 * Named states of the API, selected in the demo's URL (`?scenario=NAME`) or by option (`createMockApi({ scenario })`).
 * One that is added here appears in every list of scenarios.
 */
import { withManyServices } from './data/many-services.ts'
import type { MockProject, RotationStage } from './data/model.ts'
import { hostileServices, unreadableServices } from './data/odd-services.ts'
import { withEndedCas } from './data/ended-cas.ts'
import { withKafkaLogins } from './data/kafka-logins.ts'
import { withLoginSettings } from './data/login-settings.ts'
import { withManyUsers } from './data/many-users.ts'
import { withManyTopics } from './data/topics.ts'
import { brokenAnswer, errorAnswer } from './errors.ts'
import { withRebuild } from './lifecycle.ts'
import { keyPem } from './pki.ts'
import type { MetricsVariant } from './metrics.ts'
import { stageAfter } from './rotation.ts'
import { manyProjects } from './data/many-projects.ts'

export interface Scenario {
  readonly description: string
  /** Milliseconds before every answer about projects. */
  readonly delay?: number
  /** The answer to every request, before the token is looked at. */
  readonly everyAnswer?: () => Response
  /** The answer to every request about projects, instead of the real one. `nth` counts them by URL from 1. */
  readonly project?: (nth: number) => Response | undefined
  /** The same, only for requests for the project CA. */
  readonly caRequest?: (nth: number) => Response | undefined
  /** The project whose CA is sent in place of any other's. */
  readonly caOf?: string
  /** What happens to the project CA's PEM, at the nth request for it. */
  readonly ca?: (pem: string, nth: number) => unknown
  /** Changes the list of services, as JSON of the API. */
  readonly services?: (services: readonly unknown[]) => unknown
  /** Milliseconds before a service user is returned. */
  readonly userDelay?: number
  /** Changes a service user, as JSON of the API; or replaces the answer. */
  readonly user?: (user: Record<string, unknown>) => Record<string, unknown> | Response
  /** Changes the initial projects; `began` is the start time in milliseconds since 1970. */
  readonly projects?: (projects: readonly MockProject[], began: number) => readonly MockProject[]
  /** The stage of rotations, `elapsed` milliseconds after the mock started. */
  readonly rotation?: (elapsed: number) => RotationStage
  /** Changes every string of every answer; `key` is its field, or its index in a list. */
  readonly text?: (text: string, key: string) => string
  /** Secrets are always sent, even if not requested. */
  readonly secrets?: boolean
  /** How metrics are changed. */
  readonly metrics?: MetricsVariant
  /** 'burst': the last ten minutes of every log are full of errors. */
  readonly logs?: 'burst'
  /** How a change treats objects within `user_config`; merged by default. */
  readonly nestedConfig?: 'merge' | 'replace'
  /** The answer to every write, instead of doing it. */
  readonly write?: () => Response
  /** The operation that is done but never answered. */
  readonly unanswered?: string
  /** The answer to an operation, by its id in the API's document, instead of the real one. */
  readonly override?: (operation: string, nth: number) => Response | undefined | Promise<Response>
}

const PAGE = '<!DOCTYPE html>\n<html><head><title>Sign in to the network</title></head><body>Welcome</body></html>\n'

const htmlAnswer = () => new Response(PAGE, { headers: { 'content-type': 'text/html' } })

const tooMany = () => errorAnswer(429, 'Too many requests', { headers: { 'retry-after': '1' } })

const cut = (pem: string) => pem.slice(0, Math.floor(pem.length * 0.6))

const garbage = (pem: string) =>
  pem
    .split('\n')
    .map((line, index) => (index > 0 && !line.startsWith('-') && line !== '' ? 'AAAA'.repeat(16) : line))
    .join('\n')

/** Runs wherever it isn't treated as text: as a URL, an element, the end of an attribute or a script. */
const MARKUP = `javascript:void(ran=1)//"'></script><script>ran=1</script><img src=x onerror="ran=1"><svg onload="ran=1">`

/** Fields that pages depend on: if they were replaced, pages would show hardly anything. */
const DECIDING = /^(service_type|component|route|usage|kafka_\w+|state|certificate|access_(cert|key)\w*|\w+_time)$/

/** Operations that small plans don't have. */
const BEYOND_PLAN: ReadonlySet<string> = new Set([
  'ServiceCreate',
  'ServiceDatabaseCreate',
  'ServicePGBouncerCreate',
  'ServicePGBouncerUpdate',
  'PGServiceQueryStatistics',
  'MySQLServiceQueryStatistics',
])

/** Operations that read access to services doesn't include. */
const BEYOND_VIEWER: ReadonlySet<string> = new Set([
  'ServiceMetricsFetch',
  'ProjectGetServiceLogs',
  'ProjectGetEventLogs',
  'ServiceQueryActivity',
  'PGServiceQueryStatistics',
  'MySQLServiceQueryStatistics',
])

export const SCENARIOS = {
  default: { description: 'Everything works.' },
  empty: { description: 'No project has a service.', services: () => [] },
  1000: { description: 'demo-shop has 1,000 services.', projects: (projects) => withManyServices(projects, 1000) },
  10000: { description: 'demo-shop has 10,000 services.', projects: (projects) => withManyServices(projects, 10_000) },
  'no-projects': { description: 'The token sees no project.', projects: () => [] },
  slow: { description: 'Answers take three seconds.', delay: 3000 },
  401: { description: 'The API refuses the token.', everyAnswer: () => errorAnswer(401, 'Token has expired') },
  403: {
    description: 'The token has no right to read projects.',
    project: () => errorAnswer(403, 'Not a project member'),
  },
  404: { description: 'Every project answers 404 (not found).', project: () => errorAnswer(404, 'Not found') },
  429: { description: 'The API answers every request with 429 (too many requests).', project: tooMany },
  '429-once': {
    description: 'Each request is refused once (429, Retry-After) and then answered.',
    project: (nth) => (nth === 1 ? tooMany() : undefined),
  },
  500: { description: 'The API fails.', project: () => errorAnswer(500, 'Internal server error') },
  '503-once': {
    description: 'Each request is answered at the second try.',
    project: (nth) => (nth === 1 ? errorAnswer(503, 'Service unavailable') : undefined),
  },
  down: { description: 'Every request fails with 503.', everyAnswer: () => errorAnswer(503, 'Service unavailable') },
  html: { description: 'A web page comes instead of data, as from a hotel network.', project: htmlAnswer },
  'broken-off': {
    description: 'The connection ends in the middle of every answer.',
    project: () => brokenAnswer('{"services": [{"service_name": "ord'),
  },
  'wrong-shapes': {
    description: 'Answers of the wrong shape: lists that hold null, texts that are numbers.',
    services: unreadableServices,
  },
  'no-list': { description: 'The answer has no list of services.', services: () => undefined },
  odd: { description: 'Services with markup, odd characters and missing parts.', services: hostileServices },
  rebuilding: {
    description: 'orders-db is being rebuilt; it runs after 100 seconds.',
    projects: (projects, began) => withRebuild(projects, 'orders-db', began),
  },
  'ca-empty': { description: "The project CA's certificate is empty.", ca: () => '' },
  'ca-null': { description: "The project CA's certificate is null.", ca: () => null },
  'ca-cut': { description: "The project CA's certificate is cut off.", ca: cut },
  'ca-html': { description: 'A web page stands where the certificate should be.', ca: () => PAGE },
  'ca-private-key': {
    description: 'A private key stands where the certificate should be.',
    ca: () => keyPem('user-c'),
  },
  'ca-garbage': { description: "Garbage between the certificate's first and last line.", ca: garbage },
  'ca-not-base64': {
    description: 'Text that is not base64 between the first and the last line.',
    ca: (pem) => pem.replace(/\n[^-].*/, '\n!!! not base64 !!!'),
  },
  'ca-once': {
    description: 'A web page stands where the certificate should be, the first time.',
    ca: (pem, nth) => (nth === 1 ? PAGE : pem),
  },
  'ca-of-another': {
    description: "Another project's CA is sent: it didn't sign the service users' certificates.",
    caOf: 'demo-analytics',
  },
  'ca-500': {
    description: 'Everything works except the request for the CA, which fails.',
    caRequest: () => errorAnswer(500, 'Internal server error'),
  },
  'ca-403': {
    description: 'Everything works except the request for the CA, which is forbidden.',
    caRequest: () => errorAnswer(403, 'Not allowed to read the CA'),
  },
  'ca-answer-html': {
    description: 'Everything works except the request for the CA, which is answered with a web page.',
    caRequest: htmlAnswer,
  },
  'ca-ended': { description: 'The CA of every project has expired.', projects: withEndedCas },
  'kafka-logins': {
    description:
      'In every project: Kafka with SASL alone, with PLAIN only, with SCRAM-SHA-512 only, with OAUTHBEARER only, and powered off.',
    projects: withKafkaLogins,
  },
  'login-settings': {
    description: "Pools, users and settings of demo-shop's services that change how clients connect.",
    projects: withLoginSettings,
  },
  'slow-user': { description: 'Passwords, keys and certificates of users take a minute to load.', userDelay: 60_000 },
  'rotation-announced': {
    description: 'demo-rotation: the CA download has the new CA beside the old one; nothing else has happened.',
    rotation: () => 'announced',
  },
  'rotation-first-update': {
    description: 'demo-rotation: an update that makes services trust the new CA is ahead.',
    rotation: () => 'first-update',
  },
  'rotation-done': { description: 'demo-rotation: the old CA is gone.', rotation: () => 'done' },
  'rotation-moves': {
    description: 'demo-rotation: the rotation goes one step further every 30 seconds.',
    rotation: stageAfter,
  },
  'many-projects': { description: '300 projects with 50 services each.', projects: manyProjects },
  'write-403': {
    description: 'The token may read but not change anything.',
    write: () => errorAnswer(403, 'Not allowed to change services'),
  },
  'write-500': { description: 'Every change fails.', write: () => errorAnswer(500, 'Internal server error') },
  'config-replaced': {
    description: 'A change of an object in the settings replaces it: what the request leaves out is gone.',
    nestedConfig: 'replace',
  },
  'stuck-rebuilding': {
    description: 'orders-db is being rebuilt, and is stuck at 40 %.',
    projects: (projects, began) => withRebuild(projects, 'orders-db', began, 0.4),
  },
  'key-mismatch': {
    description: "Service users' keys don't match their certificates.",
    user: (user) => ({ ...user, ...('access_key' in user && { access_key: keyPem('project-b') }) }),
  },
  'user-403': {
    description: 'The token may not ask for service users and their secrets.',
    user: () => errorAnswer(403, 'Not allowed to read service users'),
  },
  markup: {
    description: 'Markup before every text of every answer, but for what decides how pages look.',
    text: (text, key) => (DECIDING.test(key) ? text : MARKUP + text),
  },
  'markup-alone': { description: 'Markup in place of every text of every answer.', text: () => MARKUP },
  'secrets-unasked': { description: 'The API sends secrets whether they are asked for or not.', secrets: true },
  'many-users': { description: 'events has 500 service users.', projects: withManyUsers },
  'metrics-empty': { description: 'Nothing has been measured.', metrics: 'empty' },
  'metrics-gaps': { description: 'Metrics have gaps, and one node reports only now and then.', metrics: 'gaps' },
  'metrics-google-dates': {
    description: 'Times of metrics come in the format of Google Charts.',
    metrics: 'google-dates',
  },
  'logs-burst': { description: 'The last ten minutes of every log are full of errors.', logs: 'burst' },
  'logs-timeout': {
    description: 'Loading logs times out.',
    override: (operation) =>
      operation === 'ProjectGetServiceLogs'
        ? errorAnswer(503, 'Service logs could not be fetched in time', { code: 'service_logs_backend_timeout' })
        : undefined,
  },
  'create-fails': {
    description: 'New services are refused: the API fails.',
    override: (operation) => (operation === 'ServiceCreate' ? errorAnswer(500, 'Internal server error') : undefined),
  },
  'create-unanswered': {
    description: 'New services are made, but the connection breaks before the answer.',
    unanswered: 'ServiceCreate',
  },
  'plan-403': {
    description: 'The plan allows no pools, databases, statistics or further services.',
    override: (operation) =>
      BEYOND_PLAN.has(operation)
        ? errorAnswer(403, 'Not available in the current service plan. Upgrade the plan to use it.')
        : undefined,
  },
  'role-read-only': {
    description: 'The token may look at services, but change nothing and read neither logs, metrics nor events.',
    write: () => errorAnswer(403, 'Insufficient permissions for this operation'),
    override: (operation) =>
      BEYOND_VIEWER.has(operation) ? errorAnswer(403, 'Insufficient permissions for this operation') : undefined,
  },
  'scope-403': {
    description: "The token's scopes allow only reading.",
    write: () => errorAnswer(403, 'The scope of the token does not allow this operation'),
  },
  'conflict-409': {
    description: 'Every change conflicts with another one.',
    write: () => errorAnswer(409, 'The service is being changed by another request. Try again later.'),
  },
  'many-topics': { description: 'events has 10,000 topics.', projects: (projects) => withManyTopics(projects, 10_000) },
  'token-stays': {
    description: 'The API says it revoked the token, but still accepts it.',
    override: (operation) => (operation === 'UserLogout' ? Response.json({ message: 'Logged out' }) : undefined),
  },
  redacted: {
    description: 'The token may not read secrets.',
    user: (user) => ({
      ...user,
      password: '<redacted>',
      ...('access_key' in user && { access_key: '<redacted>', access_cert: '<redacted>' }),
    }),
  },
} as const satisfies Record<string, Scenario>

export type ScenarioName = keyof typeof SCENARIOS

/** Whether a text names a scenario. */
export const isScenarioName = (name: string): name is `${ScenarioName}` => Object.hasOwn(SCENARIOS, name)

export const scenarioNames = Object.keys(SCENARIOS)
