/** Code: what belongs to a connection and what doesn't, each kind beside a neighbour. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'
const FULL = '"sslmode": "verify-full", "sslrootcert": "ca.pem"'

/** Calls in the head of a statement. */
const HEADS: Cases = [
  [
    'with psycopg.connect(host="h", sslmode="verify-full", sslrootcert="ca.pem") as c:\n    print(c)',
    { psycopg: 'full' },
  ],
  ['with psycopg.connect(host="h", sslmode="require") as c:\n    print(c)', { psycopg: 'none' }],
  ['async with asyncpg.create_pool(host="h", ssl="require") as pool:\n    print(pool)', { asyncpg: 'none' }],
  ['for row in psycopg2.connect(host="h", sslmode="require").cursor():\n    print(row)', { psycopg: 'none' }],
]

/** Settings that the code changes behind their making. */
const CHANGED: Cases = [
  [
    `params = {"host": "h", ${FULL}}\nparams.update(sslmode="require")\nc = psycopg2.connect(**params)`,
    { psycopg: 'chain' },
  ],
  [
    `params = {"host": "h", ${FULL}}\nparams["sslmode"] = "require"\nc = psycopg2.connect(**params)`,
    { psycopg: 'chain' },
  ],
  [`params = {"host": "h", ${FULL}}\nparams["port"] = 1\nc = psycopg2.connect(**params)`, { psycopg: 'full' }],
  [`params = {"host": "h", ${FULL}}\nc = psycopg2.connect(**params)`, { psycopg: 'full' }],
  [
    "const config = { host: 'h', ssl: { ca } }\nif (dev) config.ssl = false\nconst pool = new Pool(config)",
    { 'node-postgres': 'depends' },
  ],
  [
    "const config = { host: 'h', ssl: { ca } }\nObject.assign(config, more)\nconst pool = new Pool(config)",
    { 'node-postgres': 'depends' },
  ],
  ["const config = { host: 'h', ssl: { ca } }\nconst pool = new Pool(config)", { 'node-postgres': 'full' }],
  [
    "from confluent_kafka import Producer\nconf = {'security.protocol': 'SSL', 'ssl.ca.location': 'ca.pem'}\nconf['security.protocol'] = 'PLAINTEXT'\np = Producer(conf)",
    { librdkafka: 'plain' },
  ],
]

const java = (first: string, second: string) =>
  `Properties a() { Properties props = new Properties(); ${first} return props; }\nProperties b() { Properties props = new Properties(); ${second} return props; }`
const SSL = 'props.put("security.protocol", "SSL"); props.put("ssl.truststore.location", "t.jks");'
/** Two objects with one name. */
const TWICE: Cases = [
  [java(SSL, 'props.put("bootstrap.servers", "h:1");'), { Java: 'full', 'Java 2': 'plain' }],
  [java('props.put("bootstrap.servers", "h:1");', SSL), { Java: 'plain', 'Java 2': 'full' }],
  [java(SSL, 'props.put("acks", "all");'), { Java: 'full' }],
]

/** Django's databases, each for itself. */
const django = (databases: string) => `DATABASES = {${databases}}`
const of = (name: string, options: string, host = 'h.example.com') =>
  `"${name}": {"ENGINE": "django.db.backends.postgresql", "HOST": "${host}", "PASSWORD": "S3cr3tS3cr3t"${options}},`
const DJANGO: Cases = [
  [django(of('default', `, "OPTIONS": {${FULL}}`)), { psycopg: 'full' }],
  [django(of('default', `, "OPTIONS": {${FULL}} if PROD else {}`)), { psycopg: 'depends' }],
  [django(of('default', `, "OPTIONS": {**TLS, ${FULL}}`)), { psycopg: 'depends' }],
  [django(of('default', '')), { psycopg: 'none' }],
  [django(of('default', '', 'localhost')), {}],
  [
    django(
      of('default', ', "OPTIONS": {"sslmode": "verify-full"}') + of('b', ', "OPTIONS": {"sslrootcert": "ca.pem"}'),
    ),
    { psycopg: 'depends', 'psycopg 2': 'none' },
  ],
  [
    django(
      `${of('default', `, "OPTIONS": {${FULL}}`)} "old": {"ENGINE": "django.db.backends.mysql", "OPTIONS": {"ssl_mode": "VERIFY_IDENTITY", "ssl": {"ca": "ca.pem"}}}`,
    ),
    { psycopg: 'full', Django: 'full' },
  ],
  [`DATABASES = {"default": dj_database_url.config(default="${URL}", ssl_require=True)}`, { psycopg: 'depends' }],
  [
    `DATABASES = {"default": dj_database_url.config(default="${URL}?sslmode=require", conn_max_age=6)}`,
    { psycopg: 'none' },
  ],
]

const PYTHON: Cases = [
  ['c = psycopg2.connect(host="h", sslmode="verify-full", sslrootcert=None)', { psycopg: 'depends' }],
  ['c = psycopg2.connect(host="h", sslmode="verify-full", sslrootcert="")', { psycopg: 'depends' }],
  ['c = await asyncpg.connect(host="h", user="u", password="S3cr3tS3cr3t")', { asyncpg: 'none' }],
  ['c = await asyncpg.connect(host="h", ssl=False)', { asyncpg: 'plain' }],
  ['c = await asyncpg.connect(host="h", ssl=True)', { asyncpg: 'public' }],
  ['c = await asyncpg.connect(host="h", ssl=ctx)', { asyncpg: 'depends' }],
]

const pgx = (more: string, query = '?sslmode=verify-full&sslrootcert=ca.pem') =>
  `cfg, err := pgx.ParseConfig("${URL}${query}")\n${more}\nconn, err := pgx.ConnectConfig(ctx, cfg)`
const GO: Cases = [
  [pgx('cfg.TLSConfig = &tls.Config{RootCAs: roots}', '?sslmode=require'), { pgx: 'depends' }],
  [pgx('cfg.TLSConfig = nil'), { pgx: 'depends' }],
  [pgx('cfg.TLSConfig.InsecureSkipVerify = true'), { pgx: 'none' }],
  [pgx('cfg.RuntimeParams = nil'), { pgx: 'full' }],
]

const NODE: Cases = [
  [`const client = createClient({ url: 'rediss://default:S3cr3tS3cr3t@h:1' })`, { 'node-redis': 'depends' }],
  [`const redis = new Redis('rediss://default:S3cr3tS3cr3t@h:1')`, { ioredis: 'depends' }],
  [`const url = 'rediss://default:S3cr3tS3cr3t@h:1'\nstart(url)`, { ioredis: 'depends', 'node-redis': 'depends' }],
  [`const adapter = new PrismaPg({ connectionString: '${URL}?sslmode=require' })`, { 'node-postgres': 'public' }],
  [
    `const adapter = new PrismaPg({ connectionString: '${URL}', ssl: { rejectUnauthorized: false } })`,
    { 'node-postgres': 'none' },
  ],
  [`const adapter = new PrismaPg({ host: 'h', ssl: { ca } })`, { 'node-postgres': 'full' }],
]

/** What another call or the whole process changes. */
const FROM_OUTSIDE: Cases = [
  [
    'cm := &kafka.ConfigMap{"bootstrap.servers": "h:1", "security.protocol": "SSL", "ssl.ca.location": "ca.pem"}\ncm.SetKey("security.protocol", "plaintext")',
    { librdkafka: 'plain' },
  ],
  [
    'cm := &kafka.ConfigMap{"bootstrap.servers": "h:1", "security.protocol": "SSL", "ssl.ca.location": "ca.pem"}\ncm.SetKey("group.id", "x")',
    { librdkafka: 'full' },
  ],
  [
    'var b = new NpgsqlConnectionStringBuilder("Host=h;SSL Mode=VerifyFull;Root Certificate=ca.pem");\nb.SslMode = mode;',
    { Npgsql: 'depends' },
  ],
  ['c = Consumer({**base, "security.protocol": "SSL", "ssl.ca.location": "ca.pem"})', { librdkafka: 'depends' }],
  ['c = Consumer({"security.protocol": "SSL", "ssl.ca.location": "ca.pem"})', { librdkafka: 'full' }],
  [
    'ds.setUrl("jdbc:postgresql://h:1/d?sslmode=verify-full&sslrootcert=ca.pem");\nds.setSslMode("disable");',
    { pgJDBC: 'depends' },
  ],
  [
    'ds.setUrl("jdbc:postgresql://h:1/d?sslmode=verify-full&sslrootcert=ca.pem");\nds.setUser("u");',
    { pgJDBC: 'full' },
  ],
  [
    `process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'\nconst pool = new Pool({ connectionString: '${URL}?sslmode=verify-full&sslrootcert=ca.pem' })`,
    { 'node-postgres': 'depends', 'Node.js': 'none' },
  ],
  [
    `process.env.TZ = '0'\nconst pool = new Pool({ connectionString: '${URL}?sslmode=verify-full&sslrootcert=ca.pem' })`,
    { 'node-postgres': 'full' },
  ],
]

/** A word that another language's client has too is no sign of that client. */
const LANGUAGES: Cases = [
  ['let mut client = Client::connect("host=h user=u sslmode=disable", NoTls)?;', { 'tokio-postgres': 'plain' }],
  [`db, err := sqlx.Open(driver, "${URL}?sslmode=require")`, { 'Go lib/pq': 'none', pgx: 'none' }],
  ['pool = ConnectionPool("host=h user=u sslmode=require")', { psycopg: 'none' }],
  [`const sql = new SQL("${URL}?sslmode=require")`, { 'this client': 'unknown' }],
]

const CTX = 'ctx = ssl.create_default_context()\nctx.check_hostname = False\nctx.verify_mode = ssl.CERT_NONE\n'
const DRIVERS: Cases = [
  [
    'from pymysql import connect\nc = connect(host="h", ssl={"ca": "c.pem", "check_hostname": False})',
    { PyMySQL: 'chain' },
  ],
  ['from pymysql import connect as open_db\nc = open_db(host="h", password="S3cr3tS3cr3t")', { PyMySQL: 'none' }],
  [
    'import mysql.connector as mc\nc = mc.connect(host="h", ssl_ca="c", ssl_verify_cert=True)',
    { 'MySQL Connector': 'chain' },
  ],
  ['c = await aiomysql.connect(host="h", user="u", password="S3cr3tS3cr3t")', { aiomysql: 'plain' }],
  ['p = await aiomysql.create_pool(host="h", ssl=ctx)', { aiomysql: 'depends' }],
  ['c = await aiomysql.connect(host="h", ssl={"ca": "c.pem"})', { aiomysql: 'fails' }],
  [`${CTX}c = await aiomysql.connect(host="h", ssl=ctx)`, { aiomysql: 'none' }],
  [`${CTX}c = pymysql.connect(host="h", ssl=ctx)`, { PyMySQL: 'none' }],
  ['c = await asyncmy.connect(host="h", ssl={"ca": "c.pem"})', { asyncmy: 'depends' }],
  ['c = await asyncmy.connect(host="h", password="S3cr3tS3cr3t")', { asyncmy: 'plain' }],
]

const SWITCHES: Cases = [
  ['opt, err := redis.ParseURL("rediss://u:S3cr3tS3cr3t@h:1?skip_verify=true")', { Go: 'none' }],
  ['opt, err := redis.ParseURL("rediss://u:S3cr3tS3cr3t@h:1?skip_verify=false")', { 'this client': 'unknown' }],
  [
    'kafka = Kafka.new(["h:1"], ssl_ca_cert: File.read("ca.pem"), ssl_verify_hostname: false)',
    { 'ruby-kafka': 'chain' },
  ],
  ['SslOptions.builder().trustManager(InsecureTrustManagerFactory.INSTANCE).build();', { Java: 'none' }],
  ['singleServerConfig:\n  sslEnableEndpointIdentification: false\n', { 'The client': 'chain' }],
  ['singleServerConfig:\n  sslEnableEndpointIdentification: true\n', {}],
]

const KAFKA_PYTHON = 'KafkaProducer(bootstrap_servers="h:1", '
/** Values that are none, or that a variable says; what is handed over by a variable. */
const HANDED: Cases = [
  [`${KAFKA_PYTHON}security_protocol="SSL", ssl_cafile=None)`, { 'kafka-python': 'public' }],
  [`${KAFKA_PYTHON}security_protocol=PROTOCOL, ssl_cafile="ca.pem")`, { 'kafka-python': 'depends' }],
  [
    `${KAFKA_PYTHON}security_protocol="SSL", ssl_cafile="ca.pem", ssl_check_hostname=CHECK)`,
    { 'kafka-python': 'depends' },
  ],
  [`${KAFKA_PYTHON}security_protocol="SSL", ssl_cafile="ca.pem", ssl_check_hostname=True)`, { 'kafka-python': 'full' }],
  ['c = Consumer({"security.protocol": "SSL", "ssl.ca.location": None})', { librdkafka: 'public' }],
  ["const cfg = { brokers: ['h:1'], ssl: { ca } }\nconst kafka = new Kafka(cfg)", { kafkajs: 'full' }],
  [java('', `${SSL} props.putAll(more);`), { Java: 'depends' }],
  [java('', `${SSL} props.remove("security.protocol");`), { Java: 'depends' }],
  [java('', `${SSL} props.list(out);`), { Java: 'full' }],
  [
    "$options = [PDO::MYSQL_ATTR_SSL_CA => 'ca.pem'];\n$pdo = new PDO('mysql:host=h;dbname=d', 'u', 'S3cr3tS3cr3t', $options);",
    { 'PHP PDO': 'full' },
  ],
  ["<?php\n$pdo = new PDO('mysql:host=h;dbname=d', $user, $password);", { 'PHP PDO': 'plain' }],
]

export const CODE_CASES = [
  ...HANDED,
  ...SWITCHES,
  ...FROM_OUTSIDE,
  ...LANGUAGES,
  ...DRIVERS,
  ...HEADS,
  ...CHANGED,
  ...TWICE,
  ...DJANGO,
  ...PYTHON,
  ...GO,
  ...NODE,
]
