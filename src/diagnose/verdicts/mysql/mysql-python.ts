/** Python's clients of MySQL: what their arguments come to, and what SQLAlchemy makes of an address for them. */
import { lookup } from '../../../lib/lookup.ts'
import { FULL_WORDS, OPEN } from '../common-words.ts'
import { MODES, NO_CA } from './mysql-words.ts'
import { isNeither, truth, type Judged, type Params } from '../verdict.ts'

const STRIPPED: Judged = [
  'depends',
  'It verifies the CA and the host name. Before version 1.2, a server that offers no TLS gets the login in plain text. The PyMySQL guide in Quick connect has the lines that prevent that.',
  'pymysql-without-tls',
]
const OPPORTUNE: Judged = [
  'none',
  'Nothing asks for verification. From version 1.2 it encrypts if the server offers it, and accepts any server. Older versions don’t use TLS.',
  'pymysql-empty',
]
const NO_DICT: Judged = [
  'fails',
  'PyMySQL takes a dict or an SSLContext as ssl, and throws an error for anything else.',
]
const SYSTEM: Judged = [
  'depends',
  'Without a CA it trusts only the system’s public CAs, and doesn’t check the host name: servers signed by the project CA are rejected.',
]

/** What a mode is called; anything else is a variable. */
const MODE = /(?:^|[._])(?:none|optional|required|true|false|yes|no|0|1)$/i

const isOff = (mode: string) => /(?:^|[._])(?:none|cert_none|false|no|0)$/i.test(mode)
/** A dict with something in it. */
const isDict = (params: Params) =>
  /^\{\s*[^\s}]/.test(params.get('ssl')?.trim() ?? '') || [...params.keys()].some((name) => name.startsWith('ssl.'))
/** No ssl, or one that Python takes for false. */
const isEmpty = (params: Params) =>
  !isDict(params) && /^(?:\{\s*\}|none|false|0|dict\(\s*\)|)$/i.test(params.get('ssl')?.trim() ?? '')

/** `ssl={"ca": …}`: the names of a dict, as PyMySQL and asyncmy read them. `anyName` is the run without the host name. */
const byDict = (params: Params, verified: Judged, anyName?: string): Judged => {
  const mode = params.get('ssl.verify_mode')
  if ((mode !== undefined && !MODE.test(mode)) || isNeither(params.get('ssl.check_hostname'))) return OPEN
  const checksName = truth(params.get('ssl.check_hostname')) !== false
  if (!params.has('ssl.ca') && !params.has('ssl.capath'))
    return mode === undefined || isOff(mode)
      ? ['none', 'A dict without ca encrypts, but accepts any server that answers.']
      : SYSTEM
  if (mode !== undefined && isOff(mode))
    return checksName
      ? ['fails', 'Python throws an error: verify_mode none needs check_hostname False, and with a CA that is on.']
      : ['none', 'verify_mode turns verification off.']
  return checksName
    ? verified
    : ['chain', 'check_hostname=False: any server signed by the same CA is accepted.', anyName]
}

/** The arguments that replace the dict, in PyMySQL alone. */
const OWN = ['ssl_ca', 'ssl_cert', 'ssl_key', 'ssl_verify_cert', 'ssl_verify_identity']

const byArguments = (params: Params): Judged => {
  const cert = params.get('ssl_verify_cert')
  if (isNeither(params.get('ssl_verify_identity')) || (cert !== undefined && !MODE.test(cert))) return OPEN
  const identity = truth(params.get('ssl_verify_identity')) === true
  const verifies = identity || (cert !== undefined && !isOff(cert))
  if (!params.has('ssl_ca'))
    return verifies ? SYSTEM : ['none', 'Without ssl_ca it encrypts, but accepts any server that answers.']
  if (identity) return STRIPPED
  if (cert === undefined) return ['none', 'PyMySQL verifies the CA only with ssl_verify_cert=true.']
  return verifies
    ? ['chain', 'PyMySQL checks the host name only with ssl_verify_identity=true.']
    : ['none', 'ssl_verify_cert=false turns verification off.']
}

/** Settings without those CAs that are none: `None`, an empty text. */
const withCas = (params: Params): Params =>
  new Map(
    [...params].filter(([name, value]) => !/^ssl[._]ca(?:path)?$/.test(name) || !/^(?:none)?$/i.test(value.trim())),
  )

/** `pymysql.connect(…)`. */
export const pyMySql = (said: Params): Judged => {
  const params = withCas(said)
  if (isNeither(params.get('ssl_disabled'))) return OPEN
  if (truth(params.get('ssl_disabled')) === true) return ['plain', 'ssl_disabled turns TLS off.']
  if (params.has('ssl-mode') || params.has('ssl_mode')) return ['fails', 'PyMySQL doesn’t know ssl-mode.']
  if (OWN.some((name) => params.has(name))) return byArguments(params)
  if (isEmpty(params)) return OPPORTUNE
  if (isDict(params)) return byDict(params, STRIPPED, 'pymysql-check-hostname')
  return truth(params.get('ssl')) === undefined ? ['depends', 'The SSLContext decides.'] : NO_DICT
}

const IN_DICT = /^ssl_(ca|key|cert|capath|cipher|check_hostname)$/

/** SQLAlchemy makes a dict of some parameters of an address: `?ssl_ca=…` comes to `ssl={"ca": …}`. */
const fromAddress = (query: Params, beside: Params): Params => {
  const isReplaced = [...beside.keys()].some((name) => /^ssl(?:$|\.)/.test(name))
  const own = [...query].flatMap(([name, value]): [string, string][] => {
    const inside = IN_DICT.exec(name)?.[1]
    return inside === undefined ? [[name, value]] : isReplaced ? [] : [[`ssl.${inside}`, value]]
  })
  return withCas(new Map([...own, ...beside]))
}

/** `mysql+pymysql://…`, with what `connect_args` says beside it. */
export const sqlAlchemyPyMySql = (query: Params, beside: Params): Judged => {
  const params = fromAddress(query, beside)
  return query.has('ssl_ca') && !params.has('ssl_ca') && OWN.some((name) => params.has(name))
    ? [
        'depends',
        'SQLAlchemy passes ssl_ca in a dict, and ssl_verify_cert and ssl_verify_identity replace that dict: the CA file isn’t read. Leave those two out, or set all three in connect_args.',
      ]
    : pyMySql(params)
}

/** `mysql+aiomysql://…`: an SSLContext, and nothing else. */
export const sqlAlchemyAioMySql = (query: Params, beside: Params): Judged => {
  const params = fromAddress(query, beside)
  if (isDict(params)) return ['fails', 'aiomysql needs an SSLContext as ssl. With a dict, asyncio throws an error.']
  return isEmpty(params)
    ? ['plain', 'Without an SSLContext as ssl, aiomysql doesn’t use TLS.']
    : ['depends', 'The SSLContext decides. A server that offers no TLS gets the login in plain text.']
}

/** `mysql+asyncmy://…`: PyMySQL's dict, and none of its arguments. */
export const sqlAlchemyAsyncMy = (query: Params, beside: Params): Judged => {
  const params = fromAddress(query, beside)
  if (OWN.some((name) => params.has(name)) || params.has('ssl_mode'))
    return ['fails', 'asyncmy.connect() takes TLS settings only as ssl. Other arguments are a TypeError.']
  if (isDict(params))
    return byDict(params, [
      'depends',
      'It verifies the CA and the host name. In older versions, a server that offers no TLS gets the login in plain text.',
    ])
  return isEmpty(params)
    ? ['plain', 'Without ssl, asyncmy doesn’t use TLS.']
    : truth(params.get('ssl')) === true
      ? ['none', 'ssl=True encrypts, but accepts any server that answers. Older versions don’t use TLS.']
      : ['depends', 'The SSLContext decides.']
}

/** `MySQLdb.connect(…)` of mysqlclient, and Django's OPTIONS: a C library decides what nothing says. */
export const mysqlClient = (said: Params): Judged => {
  const params = withCas(said)
  const mode = params.get('ssl_mode') ?? (truth(params.get('ssl')) === true ? 'REQUIRED' : undefined)
  const ca = params.has('ssl.ca') || params.has('ssl.capath')
  if (mode === undefined)
    return [
      'depends',
      ca
        ? 'With a CA and no ssl_mode, it depends on mysqlclient’s C library whether anything is verified. Set ssl_mode to VERIFY_IDENTITY.'
        : 'Nothing asks for verification: what happens depends on mysqlclient’s C library. Set ssl_mode to VERIFY_IDENTITY, and the CA.',
    ]
  const judged = lookup(MODES, mode)
  if (!judged)
    return lookup(MODES, mode.toUpperCase())
      ? ['fails', 'mysqlclient doesn’t know this ssl_mode. Modes are written in capitals.']
      : OPEN
  if (judged[0] !== 'chain' && judged[0] !== 'full') return judged
  if (!ca) return NO_CA
  return judged[0] === 'full'
    ? judged
    : ['depends', 'VERIFY_CA checks the host name only if mysqlclient is built on MariaDB’s C library.']
}

/** `mysql+mysqldb://…`. */
export const sqlAlchemyMysqlClient = (query: Params, beside: Params): Judged => mysqlClient(fromAddress(query, beside))

/** MySQL Connector/Python. */
export const mysqlConnector = (said: Params): Judged => {
  const params = withCas(said)
  if (['ssl_disabled', 'ssl_verify_cert', 'ssl_verify_identity'].some((name) => isNeither(params.get(name))))
    return OPEN
  if (truth(params.get('ssl_disabled')) === true) return ['plain', 'ssl_disabled turns TLS off.']
  const identity = truth(params.get('ssl_verify_identity')) === true
  const cert = truth(params.get('ssl_verify_cert')) === true
  if (!identity && !cert)
    return ['none', 'Without ssl_verify_cert it accepts any server that answers.', 'mysql-connector-python-ca-alone']
  if (identity && !cert)
    return [
      'none',
      'ssl_verify_identity alone goes on in plain text with a server that says it has no TLS. Set ssl_verify_cert=True as well.',
    ]
  if (!params.has('ssl_ca')) return NO_CA
  if (identity) return ['full', FULL_WORDS, 'mysql-connector-python/password-project-ca']
  return ['chain', 'It checks the host name only with ssl_verify_identity=True.', 'mysql-connector-python-verify-cert']
}

/** `mysql+mysqlconnector://…`: SQLAlchemy makes truth values of some parameters alone, and a text that isn't empty is true. */
export const sqlAlchemyConnector = (query: Params, beside: Params): Judged =>
  query.has('ssl_disabled')
    ? ['depends', 'An address hands ssl_disabled on as text: “false” may turn TLS off as well. Leave it out.']
    : mysqlConnector(new Map([...query, ...beside]))
