/** What code does with its TLS settings before and after a connection takes them: one answer, as it is then. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const MADE = 'import ssl\nctx = ssl.create_default_context(cafile="ca.pem")\n'

/** Calls that take an SSLContext of Python, and their clients. */
const TAKERS: readonly (readonly [client: string, call: string])[] = [
  ['asyncpg', 'import asyncpg\nconn = await asyncpg.connect(dsn, ssl=ctx)\n'],
  ['PyMySQL', 'import pymysql\nconn = pymysql.connect(host="h", user="u", ssl=ctx)\n'],
  ['kafka-python', 'p = KafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_context=ctx)\n'],
  [
    'cassandra-driver',
    'from cassandra.cluster import Cluster\nc = Cluster(["h"], port=1, ssl_context=ctx, ssl_options={"server_hostname": "h"})\n',
  ],
  ['httpx', 'import httpx\nc = httpx.Client(base_url="https://h:1", verify=ctx)\n'],
]
const OFF = 'ctx.check_hostname = False\n'
const NONE = `${OFF}ctx.verify_mode = ssl.CERT_NONE\n`

/** Before the connection, after it, and what comes of it. */
const HISTORIES: readonly (readonly [before: string, after: string, verifies: string])[] = [
  [MADE, '', 'full'],
  [`${MADE}other = ctx\nother.check_hostname = False\n`, '', 'chain'],
  [`${MADE}one = other = ctx\none.check_hostname = False\nother.verify_mode = ssl.CERT_NONE\n`, '', 'none'],
  [`${MADE}${OFF}ctx.check_hostname = True\n`, '', 'full'],
  [`${MADE}${NONE}ctx.check_hostname = True\n`, '', 'full'],
  [`${MADE}${NONE}ctx.verify_mode = ssl.CERT_REQUIRED\n`, '', 'chain'],
  [`${MADE}ctx.verify_mode = ssl.CERT_NONE\n`, '', 'fails'],
  [MADE, NONE, 'full'],
  [`${MADE}def loosen():\n    ctx.check_hostname = False\n\n`, '', 'full'],
  [`${MADE}def loosen():\n    ctx.check_hostname = False\n\nloosen()\n`, '', 'depends'],
  // By another name, in a function or a loop.
  [
    `${MADE}def loosen(c):\n    c.check_hostname = False\n    c.verify_mode = ssl.CERT_NONE\n\nloosen(ctx)\n`,
    '',
    'depends',
  ],
  [`${MADE}for c in (ctx, other):\n    c.check_hostname = False\n    c.verify_mode = ssl.CERT_NONE\n`, '', 'depends'],
  [`${MADE}if debug:\n    ctx.check_hostname = False\n    ctx.verify_mode = ssl.CERT_NONE\n`, '', 'depends'],
  ['import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\nctx.load_verify_locations("ca.pem")\n', '', 'full'],
  ['import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)\n', '', 'fails'],
  ['import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLS)\n', '', 'none'],
  [
    'import ssl\nctx = ssl.SSLContext(ssl.PROTOCOL_TLS)\nctx.verify_mode = ssl.CERT_REQUIRED\nctx.load_verify_locations("ca.pem")\n',
    '',
    'chain',
  ],
  ['import ssl\ndef make():\n    return ssl.create_default_context(cafile="ca.pem")\n\nctx = make()\n', '', 'depends'],
  [
    'import ssl\nif debug:\n    ctx = ssl._create_unverified_context()\nelse:\n    ctx = ssl.create_default_context(cafile="ca.pem")\n',
    '',
    'depends',
  ],
]
const PYTHON: Cases = HISTORIES.flatMap(([before, after, verifies]) =>
  TAKERS.map(([client, call]) => [before + call + after, { [client]: verifies }] as const),
)

const LOOP = `${MADE}for one in dsns:\n    conn = await asyncpg.connect(one, ssl=ctx)\n    ctx.check_hostname = False\n`
const FIELD =
  'class Db:\n    def __init__(self):\n        self.ctx = ssl.create_default_context(cafile="ca.pem")\n        self.ctx.check_hostname = False\n\n    async def connect(self):\n        self.conn = await asyncpg.connect(host="h", ssl=self.ctx)\n'
const RETURNED =
  'import ssl\ndef make():\n    ctx = ssl.create_default_context(cafile="ca.pem")\n    return ctx\n\nconn = await asyncpg.connect(dsn, ssl=make())\n'
const TWICE = `${MADE}a = await asyncpg.connect(one, ssl=ctx)\n${NONE}b = await asyncpg.connect(two, ssl=ctx)\n`
const OTHERS: Cases = [
  [LOOP, { asyncpg: 'depends' }],
  [FIELD, { asyncpg: 'chain' }],
  [RETURNED, { asyncpg: 'full' }],
  [TWICE, { asyncpg: 'full', 'asyncpg 2': 'none' }],
  ...[
    'ssl.create_default_context = make\n',
    '@app.on_event("startup")\ndef loosen():\n    ctx.check_hostname = False\n\n',
    'def loosen():\n    global ctx\n    ctx = make()\n\n',
    'setattr(ctx, "check_hostname", False)\n',
    'ctx.check_hostname, ctx.verify_mode = False, ssl.CERT_NONE\n',
  ].map((change) => [`${MADE}${change}conn = await asyncpg.connect(dsn, ssl=ctx)\n`, { asyncpg: 'depends' }] as const),
  [
    `${MADE}options = {"ssl": ctx}\noptions["ssl"].check_hostname = False\nconn = await asyncpg.connect(dsn, ssl=ctx)\n`,
    { asyncpg: 'depends', Python: 'depends' },
  ],
  [
    'props.put("bootstrap.servers", "k:1");\nprops.put("security.protocol", "SSL");\nprops.put("ssl.truststore.location", "/t.jks");\nvar m = new HashMap<>(props);\nload(m);\n',
    { 'Java client': 'depends' },
  ],
  ...[
    ['', 'full'],
    ['url = url.update_query_dict({"x": mode})\n', 'depends'],
    ['url = url.difference_update_query(["sslmode"])\n', 'depends'],
  ].map(
    ([change = '', verifies = '']) =>
      [
        `url = URL.create("postgresql+psycopg2", host="h", query={"sslmode": "verify-full", "sslrootcert": "ca.pem"})\n${change}engine = create_engine(url)\n`,
        { psycopg: verifies },
      ] as const,
  ),
  ...['/verify-full/require', '%verify*', '#*x'].map(
    (edit) =>
      [
        `URL="postgresql+psycopg2://h:1/d?sslmode=verify-full&sslrootcert=ca.pem"\nURL="\${URL${edit}}"\nrun "$URL"\n`,
        { psycopg: 'depends' },
      ] as const,
  ),
  [
    'psycopg2.connect("postgres://h:1/d?sslmode=verify-full&sslrootcert=ca.pem", sslmode="require", sslrootcert="")',
    { psycopg: 'none' },
  ],
  // What nothing here takes is still told.
  [`${MADE}${NONE}serve(ctx)\n`, { Python: 'none' }],
  ['c = make()\nc.check_hostname = False\nc.verify_mode = ssl.CERT_NONE\nserve(c)\n', { Python: 'none' }],
]

/** Options of Node.js, and the calls that take them. */
const NODE_TAKERS: readonly (readonly [client: string, make: (ssl: string) => string, call: string])[] = [
  [
    'node-postgres',
    (ssl) => `const options = { host: 'h', ssl: ${ssl} }\n`,
    "const { Pool } = require('pg')\nconst pool = new Pool(options)\n",
  ],
  [
    'kafkajs',
    (ssl) => `const options = { clientId: 'a', brokers: ['k:1'], ssl: ${ssl} }\n`,
    "const { Kafka } = require('kafkajs')\nconst kafka = new Kafka(options)\n",
  ],
]
const NODE_HISTORIES: readonly (readonly [statements: string, verifies: string])[] = [
  ['', 'full'],
  ['const tls = options.ssl\ntls.rejectUnauthorized = false\n', 'none'],
  ['const { ssl } = options\nssl.rejectUnauthorized = false\n', 'none'],
  ['const other = options\nother.ssl = { rejectUnauthorized: false }\n', 'none'],
  ['const tls = options.ssl\nif (dev) tls.rejectUnauthorized = false\n', 'depends'],
  ['const tls = options.ssl\nif (dev) {\n  tls.rejectUnauthorized = false\n}\n', 'depends'],
  ['function loosen() {\n  const tls = options.ssl\n  tls.rejectUnauthorized = false\n}\n', 'depends'],
]
const NODE: Cases = NODE_HISTORIES.flatMap(([statements, verifies]) =>
  NODE_TAKERS.map(
    ([client, make, call]) =>
      [make("{ ca: fs.readFileSync('ca.pem') }") + statements + call, { [client]: verifies }] as const,
  ),
)

export const ORDER_CASES: Cases = [...PYTHON, ...OTHERS, ...NODE]
