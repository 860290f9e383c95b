/** MySQL from Python: SQLAlchemy's dialects, drivers called by themselves, Django. */

/** The same arguments where SQLAlchemy takes them: in place, as a variable, set one by one. */
const CALLS: readonly ((url: string, args: string) => string)[] = [
  (url, args) => `engine = create_engine("${url}", connect_args=${args})`,
  (url, args) => `create_engine('${url}', pool_size=5, connect_args=${args})`,
  (url, args) => `tls = ${args}\nengine = create_engine(\n    "${url}",\n    connect_args=tls,\n)`,
]
const DRIVERS: readonly (readonly [dialect: string, client: string, none: string, empty: string, ca: string])[] = [
  ['pymysql', 'PyMySQL', 'none', 'none', 'depends'],
  ['mysqldb', 'mysqlclient', 'depends', 'depends', 'depends'],
  ['aiomysql', 'aiomysql', 'plain', 'plain', 'fails'],
  ['asyncmy', 'asyncmy', 'plain', 'plain', 'depends'],
]
export const SQLALCHEMY = DRIVERS.flatMap(([dialect, client, none, empty, ca]) => {
  const url = `mysql+${dialect}://app:S3cr3tS3cr3t@shop.example.com:21/d`
  return [
    [url, { [client]: none }] as const,
    [`${url}?ssl_ca=/app/ca.pem`, { [client]: ca }] as const,
    ...CALLS.flatMap((call) => [
      [call(url, '{"ssl": {}}'), { [client]: empty }] as const,
      [call(url, "{'ssl': {'ca': '/app/ca.pem'}}"), { [client]: ca }] as const,
    ]),
  ]
})

const PYMYSQL_URL = 'mysql+pymysql://app:S3cr3tS3cr3t@h.example.com:21/d'
export const PYTHON = [
  // The dict that SQLAlchemy makes of ssl_ca is replaced by these: the file isn't read.
  [`${PYMYSQL_URL}?ssl_ca=ca.pem&ssl_verify_cert=true&ssl_verify_identity=true`, { PyMySQL: 'depends' }],
  [`${PYMYSQL_URL}?ssl_ca=ca.pem&ssl_check_hostname=false`, { PyMySQL: 'chain' }],
  [`create_engine("${PYMYSQL_URL}", connect_args=settings.tls)`, { PyMySQL: 'depends' }],
  [`create_engine("${PYMYSQL_URL}", connect_args={"ssl": {"verify_mode": "none"}})`, { PyMySQL: 'none' }],
  ['pymysql.connect(host="h", ssl=True)', { PyMySQL: 'fails' }],
  ['pymysql.connect(host="h", ssl=None)', { PyMySQL: 'none' }],
  ['conn = pymysql.connect(host="h", ssl={"ca": "c.pem", "verify_mode": False})', { PyMySQL: 'fails' }],
  ['MySQLdb.connect(host="h", ssl_mode="VERIFY_IDENTITY", ssl={"ca": "c.pem"})', { mysqlclient: 'full' }],
  [
    `DATABASE_URL = "${PYMYSQL_URL}"\nengine = create_engine(DATABASE_URL, connect_args={"ssl": {"ca": "c.pem"}})`,
    { PyMySQL: 'depends' },
  ],
  [
    `SQLALCHEMY_DATABASE_URI = "${PYMYSQL_URL}"\nSQLALCHEMY_ENGINE_OPTIONS = {"connect_args": {"ssl": {"ca": "c.pem", "check_hostname": False}}}`,
    { PyMySQL: 'chain' },
  ],
  [
    `URI = "${PYMYSQL_URL}"\nOPTIONS = {"pool_size": 3, "connect_args": {"ssl": {"ca": "c.pem"}}}`,
    { PyMySQL: 'depends' },
  ],
  [
    `a = create_engine("${PYMYSQL_URL}")\nb = create_engine("${PYMYSQL_URL}", connect_args={"ssl": {"ca": "c.pem", "check_hostname": False}})`,
    { PyMySQL: 'none', 'PyMySQL 2': 'chain' },
  ],
  ['MySQLdb.connect(host="h", ssl_mode="required")', { mysqlclient: 'fails' }],
  ['mysql.connector.connect(host="h", ssl_ca="c.pem")', { 'MySQL Connector/Python': 'none' }],
  [
    'mysql.connector.connect(host="h", ssl_ca="c.pem", ssl_verify_cert=True, ssl_verify_identity=True)',
    { 'MySQL Connector/Python': 'full' },
  ],
  [
    'args = {"sslmode": "verify-full", "sslrootcert": "ca.pem"}\nengine = create_engine("postgresql+psycopg2://u:p@h:1/d", connect_args=args)',
    { psycopg: 'full' },
  ],
  ['engine = create_engine("postgresql+psycopg2://u:p@h:1/d", connect_args=tls_args())', { psycopg: 'depends' }],
] as const

export const django = (engine: string, options: string) =>
  `DATABASES = {\n    "default": {\n        "ENGINE": "${engine}",\n        "PASSWORD": "S3cr3tS3cr3t",\n        "OPTIONS": ${options},\n    },\n}`
export const DJANGO_MYSQL = 'django.db.backends.mysql'

const PG_URL = 'postgresql+psycopg2://u:S3cr3tS3cr3t@h:1/d'
const NAMED = (url: string) => `create_engine("${url}", connect_args=args)`
const VERIFIED = '{"sslmode": "verify-full", "sslrootcert": "ca.pem"}'
const ANY_NAME = '{"ssl": {"ca": "c.pem", "check_hostname": False}}'
/** Arguments that the text doesn't show for certain: given twice, on a condition, changed, or another call's. */
export const UNSURE = [
  [`args = ${VERIFIED}\nargs = {}\n${NAMED(PG_URL)}`, { psycopg: 'depends' }],
  [
    `def a():\n    args = ${VERIFIED}\n    return ${NAMED(PG_URL)}\ndef b():\n    args = {"sslmode": "require"}\n    return ${NAMED(PG_URL)}`,
    { psycopg: 'depends', 'psycopg 2': 'depends' },
  ],
  [`def a():\n    args = ${VERIFIED}\n    return ${NAMED(PG_URL)}`, { psycopg: 'full' }],
  [`args = ${VERIFIED} if PROD else {}\n${NAMED(PG_URL)}`, { psycopg: 'depends' }],
  [`create_engine("${PG_URL}", connect_args=${VERIFIED} if PROD else {})`, { psycopg: 'depends' }],
  [`create_engine("${PYMYSQL_URL}", connect_args=${ANY_NAME} if PROD else {})`, { PyMySQL: 'depends' }],
  [`args = ${ANY_NAME}\nargs["ssl"]["verify_mode"] = "none"\n${NAMED(PYMYSQL_URL)}`, { PyMySQL: 'depends' }],
  [`args = ${VERIFIED}\nargs.update(more)\n${NAMED(PG_URL)}`, { psycopg: 'depends' }],
  [`args = ${VERIFIED}\nargs |= more\n${NAMED(PG_URL)}`, { psycopg: 'depends' }],
  [`def a(args=${VERIFIED}):\n    return ${NAMED(PG_URL)}`, { psycopg: 'depends' }],
  [
    `def make(url):\n    return create_engine(url, connect_args=${ANY_NAME})\nurl = "${PYMYSQL_URL}"\nother = create_engine(url)`,
    { PyMySQL: 'depends', Python: 'chain' },
  ],
  [
    `create_engine(settings_a.URL, connect_args=${ANY_NAME})\nURL = "${PYMYSQL_URL}"\nb = create_engine(URL)`,
    { PyMySQL: 'depends', Python: 'chain' },
  ],
  [`URL = "${PYMYSQL_URL}"\nprint(URL)\nb = create_engine(URL, connect_args=${ANY_NAME})`, { PyMySQL: 'chain' }],
] as const

/** A CA that is none, and values that no address can say. */
export const NOTHING_SAID = [
  ...['None', '""'].flatMap((ca) => [
    [
      `mysql.connector.connect(host="h", ssl_ca=${ca}, ssl_verify_cert=True, ssl_verify_identity=True)`,
      { 'MySQL Connector/Python': 'fails' },
    ] as const,
    [`conn = pymysql.connect(host="h", ssl={"ca": ${ca}, "check_hostname": False})`, { PyMySQL: 'none' }] as const,
    [django(DJANGO_MYSQL, `{"ssl_mode": "VERIFY_IDENTITY", "ssl": {"ca": ${ca}}}`), { Django: 'fails' }] as const,
  ]),
  ['conn = pymysql.connect(host="h", ssl=ctx)', { PyMySQL: 'depends' }],
  [`create_engine("${PYMYSQL_URL}", connect_args={"ssl": ctx})`, { PyMySQL: 'depends' }],
  ...['', '&ssl_disabled=false'].map(
    (disabled) =>
      [
        `mysql+mysqlconnector://u:S3cr3tS3cr3t@h/d?ssl_ca=c&ssl_verify_cert=true&ssl_verify_identity=true${disabled}`,
        { 'MySQL Connector/Python': disabled === '' ? 'full' : 'depends' },
      ] as const,
  ),
] as const

export const DJANGO = [
  [django(DJANGO_MYSQL, '{"ssl_mode": "VERIFY_IDENTITY", "ssl": {"ca": "/app/ca.pem"}}'), { Django: 'full' }],
  [django(DJANGO_MYSQL, '{"ssl_mode": "REQUIRED"}'), { Django: 'none' }],
  [django(DJANGO_MYSQL, "{'ssl': {'ca': BASE_DIR / 'ca.pem'}}"), { Django: 'depends' }],
  [django(DJANGO_MYSQL, '{"charset": "utf8mb4"}'), { Django: 'depends' }],
  [django(DJANGO_MYSQL, '{"ssl_mode": "DISABLED"}'), { Django: 'plain' }],
  ...['', " = {'ssl_mode': 'DISABLED'}", "['ssl_mode'] = 'DISABLED'"].map(
    (change) =>
      [
        `${django(DJANGO_MYSQL, '{"ssl_mode": "VERIFY_IDENTITY", "ssl": {"ca": "c"}}')}${change && `\nDATABASES['default']['OPTIONS']${change}`}`,
        { Django: change === '' ? 'full' : 'depends' },
      ] as const,
  ),
  [django(DJANGO_MYSQL, '{"ssl_mode": "VERIFY_IDENTITY", "ssl": {"ca": "c"}} if PROD else {}'), { Django: 'depends' }],
  [django(DJANGO_MYSQL, 'mysql_options()'), { Django: 'depends' }],
  [
    django('mysql.connector.django', '{"ssl_ca": "c.pem", "ssl_verify_cert": True, "ssl_verify_identity": True}'),
    { Django: 'full' },
  ],
] as const
