/** SSLContexts of Python: which of them verify, as far as the text shows what is done with them. */
const MADE = 'ctx = ssl.create_default_context(cafile="ca.pem")\n'
const CONNECT = 'conn = await asyncpg.connect(dsn, ssl=ctx)\n'
const HERE = 'ssl.create_default_context(cafile="ca.pem")'

const LOADED = 'ssl.create_default_context(cafile="ca.pem")'
const LOOSE = ['check_hostname = False', 'verify_mode = ssl.CERT_NONE'] as const
/** Where a context may be an attribute: of a class by `self`, by its name, of an object. */
const ATTRIBUTES: readonly (readonly [give: string, loosened: string, reached: string])[] = [
  [`    ctx = ${LOADED}`, '    ctx', 'self.ctx'],
  [`    ctx = ${LOADED}`, '    ctx', 'Db.ctx'],
  [`    ctx = ${LOADED}`, 'Db.ctx', 'Db.ctx'],
  [`    def __init__(self):\n        self.ctx = ${LOADED}`, '        self.ctx', 'self.ctx'],
  [`    def __init__(self):\n        self.ctx = ${LOADED}`, '        self.ctx', 'db.ctx'],
]
const attribute = (give: string, between: string, reached: string) =>
  `import ssl, asyncpg\nclass Db:\n${give}\n${between}class Other:\n    async def open(self):\n        self.conn = await asyncpg.connect("postgres://h:1/d", ssl=${reached})\n`

/** Attributes as they are, loosened where they are made, and where something else may do it. */
const OF_CLASSES = ATTRIBUTES.flatMap(([give, loosened, reached]) => [
  [attribute(give, '', reached), { asyncpg: 'full' }] as const,
  [attribute(give, LOOSE.map((off) => `${loosened}.${off}\n`).join(''), reached), { asyncpg: 'none' }] as const,
  [attribute(give, `    def setup(self):\n        self.ctx.${LOOSE[0]}\n`, reached), { asyncpg: 'depends' }] as const,
  [attribute(give, `if dev:\n    Db.ctx.${LOOSE[0]}\n`, reached), { asyncpg: 'depends' }] as const,
])

const inFunction = (between: string) =>
  `import ssl, asyncpg\nctx = ${LOADED}\n${between}async def main():\n    conn = await asyncpg.connect("postgres://h:1/d", ssl=ctx)\n`

/** Functions that a framework calls by their names, and classes of the text's own. */
const CALLED_BY_NAME = [
  ...[
    'def post_fork(server, worker)',
    'def pytest_configure(config)',
    'async def lifespan(app)',
    'def on_startup()',
  ].map((head) => [inFunction(`${head}:\n    ctx.${LOOSE[0]}\n`), { asyncpg: 'depends' }] as const),
  [inFunction(''), { asyncpg: 'full' }] as const,
  ...['Loose(ssl.PROTOCOL_TLS_CLIENT)', 'Loose()'].flatMap((made) =>
    [`ssl=${made})`, `ssl=ctx)`].map(
      (end) =>
        [
          `import ssl, asyncpg\nclass Loose(ssl.SSLContext):\n    def __init__(self, *a):\n        self.${LOOSE[0]}\n        self.${LOOSE[1]}\nctx = ${made}\nconn = await asyncpg.connect("postgres://h:1/d", ${end}\n`,
          { asyncpg: 'depends' },
        ] as const,
    ),
  ),
  [
    `import ssl, asyncpg\nclass Db:\n    @property\n    def ctx(self):\n        c = ${LOADED}\n        c.${LOOSE[0]}\n        return c\n    async def open(self):\n        return await asyncpg.connect("postgres://h:1/d", ssl=self.ctx)\n`,
    { asyncpg: 'chain' },
  ] as const,
]

export const CONTEXTS = [
  ...OF_CLASSES,
  ...CALLED_BY_NAME,
  [`conn = await asyncpg.connect(dsn, ssl=${HERE})`, { asyncpg: 'full' }],
  [MADE + CONNECT, { asyncpg: 'full' }],
  [`${MADE}ctx.load_cert_chain("service.cert", "service.key")\n${CONNECT}`, { asyncpg: 'full' }],
  ['conn = await asyncpg.connect(dsn, ssl=ssl.create_default_context())', { asyncpg: 'public' }],
  ['conn = await asyncpg.connect(dsn, ssl=ssl.create_default_context(cafile=certifi.where()))', { asyncpg: 'public' }],
  [`pool = await asyncpg.create_pool(dsn="postgres://u:p@h:1/d", ssl=${HERE})`, { asyncpg: 'full' }],
  // Whatever may change it leaves it open.
  [`${MADE}harden(ctx)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}harden(context=ctx)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.verify_mode = mode\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}if debug:\n    ctx = ssl.create_default_context()\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile="ca.pem")\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(cafile=os.environ.get("CA"))\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(cafile=path if secure else None)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`ctx = ssl.create_default_context(**options)\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.verify_mode = ssl.CERT_NONE if debug else ssl.CERT_REQUIRED\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}if debug:\n    ctx.check_hostname = False\n${CONNECT}`, { asyncpg: 'depends' }],
  [`${MADE}ctx.check_hostname = False\n${CONNECT}`, { asyncpg: 'chain' }],
  ['conn = await asyncpg.connect(dsn, ssl=make())', { asyncpg: 'depends' }],
  [`${MADE}conn = await asyncpg.connect(host="/var/run/postgresql", ssl=ctx)`, {}],
  [
    'p = AIOKafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_context=create_ssl_context(cafile="ca.pem"))',
    { aiokafka: 'full' },
  ],
  [
    `p = KafkaProducer(bootstrap_servers="h:1", security_protocol="SASL_SSL", ssl_context=${HERE})`,
    { 'kafka-python': 'full' },
  ],
  [`p = KafkaProducer(bootstrap_servers="h:1", ssl_context=${HERE})`, { 'kafka-python': 'plain' }],
  [`conn = pymysql.connect(host="h", user="u", ssl=${HERE})`, { PyMySQL: 'full' }],
] as const
