/** Clients of Node.js whose TLS options stand in a map of their own: node-redis, BullMQ, ClickHouse's, Cassandra's. */
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { OPEN } from '../common-words.ts'
import type { Finding } from '../finding.ts'
import { isNeither, runClient, truth, type Client, type Judged, type Params } from '../verdict.ts'
import { isMissing, mayBeMissing, nodeTls } from './node-tls.ts'

const read = (name: string, source: string): Client => ({ name, basis: 'read', source })
const NODE_REDIS = runClient('node-redis (Node.js)', 'node-redis 6.3.1')
const BULLMQ = read('BullMQ (ioredis)', 'bullmq 6.7.0, redis-connection.js')
const CLICKHOUSE = read('ClickHouse client (Node.js)', '@clickhouse/client 1.23.1, node_https_connection.js')
const CASSANDRA = read('cassandra-driver (Node.js)', 'cassandra-driver 4.10.0, connection.js')

const PLAIN: Judged = ['plain', 'Without tls, nothing is encrypted.']
const PUBLIC: Judged = [
  'public',
  'Without ca it trusts only Node.js’s public CAs: servers signed by the project CA are rejected.',
]

type Known = readonly [what: string, Client, Judged]

/** `socket: { host, tls: true, ca }`: the options of TLS stand beside the switch, which an address turns as well. */
const nodeRedis = (holder: string, params: Params): Known | undefined => {
  if (!/(?:^|\.)create(?:Client|ClientPool)$/.test(holder) || !params.has('socket')) return undefined
  const url = params.get('url')
  const scheme = /^rediss?(?=:\/\/)/.exec(url ?? '')?.[0]
  const said = params.get('socket.tls')
  if (url === undefined ? !params.has('socket.host') : scheme === undefined) return undefined
  if (scheme !== undefined && said !== undefined && !isNeither(said) && truth(said) !== (scheme === 'rediss'))
    return ['Redis or Valkey settings', NODE_REDIS, ['fails', 'It throws: tls and the address’ scheme disagree.']]
  if (scheme === 'redis') return undefined
  const tls = scheme === undefined ? said : 'true'
  const options: [string, string][] = [...params].flatMap(([name, value]) =>
    name.startsWith('socket.') ? [[`tls${name.slice('socket'.length)}`, value]] : [],
  )
  const judged =
    tls === undefined || truth(tls) === false
      ? PLAIN
      : isNeither(tls)
        ? OPEN
        : (nodeTls(new Map([['tls', params.get('socket') ?? '{ }'], ...options]), 'tls') ?? OPEN)
  return ['Redis or Valkey settings', NODE_REDIS, judged]
}

const bullmq = (holder: string, params: Params): Known | undefined => {
  if (!/^new (?:\w+\.)?(?:Queue|Worker|QueueEvents|FlowProducer)$/.test(holder) || !params.has('connection.host'))
    return undefined
  const options: [string, string][] = [...params].flatMap(([name, value]) =>
    name.startsWith('connection.') ? [[name.slice('connection.'.length), value]] : [],
  )
  return ['Redis or Valkey settings', BULLMQ, nodeTls(new Map(options), 'tls') ?? PLAIN]
}

const clickhouse = (holder: string, params: Params, { literals }: ParsedDocument): Known | undefined => {
  const url = params.get('url') ?? params.get('host') ?? ''
  const ca = params.get('tls.ca_cert')
  const isOwn = ca !== undefined || literals.some(({ literal }) => /^@clickhouse\/client(?:$|\/)/.test(literal.value))
  if (!/(?:^|\.)createClient$/.test(holder) || !isOwn || !/^https?:/.test(url)) return undefined
  const judged: Judged = url.startsWith('http:')
    ? ['plain', 'Its address begins with http: nothing is encrypted.']
    : params.has('http_agent') || (ca !== undefined && mayBeMissing(ca)) || (params.has('tls') && ca === undefined)
      ? OPEN
      : ca === undefined || isMissing(ca)
        ? PUBLIC
        : ['full', 'With tls: { ca_cert } it verifies the CA and the host name.']
  return ['ClickHouse settings', CLICKHOUSE, judged]
}

/** Its default is the opposite of Node.js's own: without `rejectUnauthorized: true`, nothing is verified. */
const cassandra = (holder: string, params: Params): Known | undefined => {
  if (!/^new (?:\w+\.)?Client$/.test(holder) || !params.has('contactpoints')) return undefined
  const told = (judged: Judged): Known => ['Cassandra settings', CASSANDRA, judged]
  const options = params.get('ssloptions')
  if (params.has('cloud')) return undefined
  if (options === undefined) return told(['plain', 'Without sslOptions, nothing is encrypted.'])
  const rejects = params.get('ssloptions.rejectunauthorized')
  if (truth(rejects) === false) return told(['none', 'rejectUnauthorized: false accepts any server.'])
  if (!options.startsWith('{') || /\.{3}|[{,]\s*rejectUnauthorized\s*[,}]/.test(options) || isNeither(rejects))
    return told(OPEN)
  return told(
    rejects === undefined
      ? ['none', 'Without rejectUnauthorized: true, this driver accepts any server, whatever ca says.']
      : [
          'depends',
          'It verifies the CA. The host name is checked against what the driver connects to: often an IP address.',
        ],
  )
}

/** What such a call comes to; undefined for any other. */
export const judgeNodeClient = (document: ParsedDocument, group: Group): Finding | undefined => {
  if (document.language !== 'javascript') return undefined
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  const { holder } = group
  const found =
    nodeRedis(holder, params) ??
    bullmq(holder, params) ??
    clickhouse(holder, params, document) ??
    cassandra(holder, params)
  if (!found) return undefined
  const [what, client, judged] = found
  const [ca] = [...params].filter(([name]) => /\.ca(?:_cert)?$/.test(name)).map(([, value]) => value)
  return {
    what,
    range: group.range,
    drivers: [verdictByCaFile(client, judged, new Map(ca === undefined ? [] : [['ca', ca]]))],
    notes: [],
  }
}
