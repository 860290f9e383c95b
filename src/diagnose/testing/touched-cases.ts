/** Settings that the code touches later, and what counts beside them: left open, each kind beside one that isn't. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const FULL = "'sslmode': 'verify-full', 'sslrootcert': 'ca.pem'"
const python = (touch: string) => `import psycopg2\ncfg = {'host': 'h', ${FULL}}\n${touch}\npsycopg2.connect(**cfg)`
const kafka = (touch: string) =>
  `from confluent_kafka import Producer\nconf = {'security.protocol': 'SSL', 'ssl.ca.location': 'ca.pem'}\n${touch}\nProducer(conf)`
const node = (touch: string) => `const config = { host: 'h', ssl: { ca } }\n${touch}\nconst pool = new Pool(config)`
const ruby = (touch: string) =>
  `require 'pg'\nopts = { host: 'h', sslmode: 'verify-full', sslrootcert: 'ca.pem' }\n${touch}\nPG.connect(opts)`
const java = (touch: string, first = 'SSL') =>
  `Properties p = new Properties();\np.put("bootstrap.servers", "h:1");\np.put("security.protocol", "${first}");\np.put("ssl.truststore.location", "t.jks");\n${touch}\nnew KafkaProducer<>(p);`
const kotlin = (touch: string) =>
  `val props = Properties().apply { put("security.protocol", "SSL"); put("ssl.truststore.location", "t.jks") }\n${touch}`

const each = (text: (touch: string) => string, client: string, touches: Readonly<Record<string, string>>): Cases =>
  Object.entries(touches).map(([touch, verifies]) => [text(touch), { [client]: verifies }] as const)

const TOUCHED: Cases = [
  ...each(python, 'psycopg', {
    "del cfg['sslmode']": 'depends',
    "cfg.pop('sslmode')": 'depends',
    'cfg = wrap(cfg)': 'depends',
    'cfg = read()': 'depends',
    'cfg2 = read()': 'full',
    'cfg.update(load())': 'depends',
    'use({**cfg, **more})': 'depends',
    'use(cfg | more)': 'depends',
    'cfg[name.lower()] = value': 'depends',
    'digest.update(fetch())': 'full',
    'use({**other, **more})': 'full',
    "cfg['host'] = 'x'": 'full',
    'print(cfg)': 'full',
    "del other['sslmode']": 'full',
  }),
  [python("cfg |= {'sslmode': 'disable'}"), { psycopg: 'plain' }],
  [python("cfg = {**cfg, 'sslmode': 'disable'}"), { psycopg: 'depends', 'psycopg 2': 'depends' }],
  ...each(kafka, 'librdkafka', { "del conf['ssl.ca.location']": 'depends', "del conf2['ssl.ca.location']": 'full' }),
  [
    "from confluent_kafka import Producer\nconf = {'security.protocol': 'SSL', 'ssl.ca.location': 'ca.pem', 'enable.ssl.certificate.verification': False}\ndel conf['enable.ssl.certificate.verification']\nProducer(conf)",
    { librdkafka: 'depends' },
  ],
  ...each(node, 'node-postgres', {
    'delete config.ssl': 'depends',
    'use({ ...config, ...more })': 'depends',
    'use({ ...other, ...more })': 'full',
    "delete config['ssl']": 'depends',
    'delete other.ssl': 'full',
    'config.max = 1': 'full',
    'log(config)': 'full',
    "if (Object.hasOwn(config, 'ssl')) start()": 'full',
  }),
  [node('Object.assign(config.ssl, { rejectUnauthorized: false })'), { 'node-postgres': 'none' }],
  [node('dev && (config.ssl.rejectUnauthorized = false)'), { 'node-postgres': 'depends' }],
  ["new Pool({ host: 'h', ssl: { ca, ...tls } })", { 'node-postgres': 'depends' }],
  [node("config['ssl']['rejectUnauthorized'] = false"), { 'node-postgres': 'none' }],
  [node("config.ssl['rejectUnauthorized'] = false"), { 'node-postgres': 'none' }],
  ...each(ruby, 'pg (Ruby', { 'opts.delete(:sslmode)': 'depends', 'opts.compact!': 'depends', 'puts opts': 'full' }),
  ...each(java, 'Java', {
    'p.replace("security.protocol", "PLAINTEXT");': 'depends',
    'p.keySet().remove("security.protocol");': 'depends',
    'p.entrySet().removeIf(e -> true);': 'depends',
    'p = wrap(p);': 'depends',
    'p.putIfAbsent("security.protocol", "PLAINTEXT");': 'depends',
    'if (dev) { p.put("security.protocol", "PLAINTEXT"); }': 'depends',
    'p.put("security.protocol", "PLAINTEXT");': 'plain',
    'p.put("acks", "all");': 'full',
    'if (lax) p.put("ssl.endpoint.identification.algorithm", "");': 'depends',
    'if (lax) { log(); p.put("ssl.endpoint.identification.algorithm", ""); }': 'depends',
    'if (lax) { log(); } p.put("ssl.endpoint.identification.algorithm", "");': 'chain',
    'q = wrap(p);': 'full',
  }),
  [java('if (prod) { p.put("security.protocol", "SSL"); }', 'PLAINTEXT'), { Java: 'depends' }],
  ...each(kotlin, 'Java', { 'props.remove("security.protocol")': 'depends', 'KafkaProducer<A, B>(props)': 'full' }),
]

const GO =
  'cm := &kafka.ConfigMap{"bootstrap.servers": "h:1", "security.protocol": "SSL", "ssl.ca.location": "ca.pem"}\n'
const PHP = "<?php\nrequire 'x.php';\n$opts = ['security.protocol' => 'SSL', 'ssl.ca.location' => 'ca.pem'];\n"
const SHARP =
  'var config = new ProducerConfig { BootstrapServers = "h:1", SecurityProtocol = SecurityProtocol.Ssl, SslCaLocation = "ca.pem" };\n'
const RUST = 'let mut c = ClientConfig::new();\nc.set("security.protocol", "ssl").set("ssl.ca.location", "ca.pem");\n'
const LIBRDKAFKA: Cases = [
  [GO, 'delete(*cm, "ssl.ca.location")', 'delete(*other, "ssl.ca.location")'],
  [PHP, "unset($opts['ssl.ca.location']);", "unset($other['ssl.ca.location']);"],
  [SHARP, 'config.Set("security.protocol", "plaintext");', 'other.Get("security.protocol");'],
  [SHARP, 'section.Bind(config);', 'section.Bind(other);'],
  [RUST, 'c.remove("ssl.ca.location");', 'd.remove("ssl.ca.location");'],
].flatMap(([text = '', touch = '', neighbour = '']): Cases => [
  [text + touch, { librdkafka: 'depends' }],
  [text + neighbour, { librdkafka: 'full' }],
])

const CONTEXT = 'ctx = ssl._create_unverified_context()\nurllib.request.urlopen(u, context=ctx)\n'
const CONTEXTS: Cases = [
  [
    'urllib.request.urlopen(u, context=ssl._create_unverified_context())\nc = await asyncpg.connect(host="h", ssl=other)',
    { asyncpg: 'depends', Python: 'none' },
  ],
  [`${CONTEXT}c = await asyncpg.connect(host="h", ssl=other)`, { asyncpg: 'depends', Python: 'none' }],
  [`${CONTEXT}c = pymysql.connect(host="h", ssl=other)`, { PyMySQL: 'depends', Python: 'none' }],
  [`${CONTEXT}c = await asyncpg.connect(host="h", ssl=ctx)`, { asyncpg: 'none', 'Python urllib': 'none' }],
  ['c = await asyncpg.connect(host="h", ssl=ssl._create_unverified_context())', { asyncpg: 'none' }],
  ['c = await asyncpg.connect(host="h", ssl=require)', { asyncpg: 'depends' }],
  ['c = await asyncpg.connect(host="h", ssl="require")', { asyncpg: 'none' }],
  [
    'c = await asyncpg.connect("postgres://h:1/d?sslmode=verify-full&sslrootcert=ca.pem", ssl=None)',
    { asyncpg: 'full' },
  ],
  [
    'c = await asyncpg.connect("postgres://h:1/d?sslmode=verify-full&sslrootcert=ca.pem", ssl=False)',
    { asyncpg: 'plain' },
  ],
  [
    'ctx = ssl._create_unverified_context()\nKafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_context=other)',
    { 'kafka-python': 'depends', Python: 'none' },
  ],
  [
    'ctx = ssl._create_unverified_context()\nKafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_context=ctx)',
    { 'kafka-python': 'none' },
  ],
]

const ENVIRONMENT = "os.environ['PGSSLMODE'] = 'verify-full'\nos.environ['PGSSLROOTCERT'] = 'ca.pem'\n"
const django = (options: string) =>
  `DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'HOST': 'h.example.com'${options}}}`
const BESIDE: Cases = [
  [`${ENVIRONMENT}${django('')}`, { psycopg: 'depends', libpq: 'full' }],
  [`${ENVIRONMENT}${django(`, 'OPTIONS': {${FULL}}`)}`, { psycopg: 'full', libpq: 'full' }],
  [`os.environ['PGAPPNAME'] = 'x'\n${django('')}`, { psycopg: 'none' }],
  [django(", 'OPTIONS': {'service': 'x'}"), { psycopg: 'depends' }],
  [django(", 'OPTIONS': {'connect_timeout': 5}"), { psycopg: 'none' }],
  [`${ENVIRONMENT}c = await asyncpg.connect(host='h')`, { asyncpg: 'depends', libpq: 'full' }],
  [`${ENVIRONMENT}c = await asyncpg.connect(host='h', ssl=True)`, { asyncpg: 'public', libpq: 'full' }],
  ["c = await asyncpg.connect(host='localhost')", {}],
  ["c = await asyncpg.connect(host='::1')", {}],
  ["c = await asyncpg.connect(host='/var/run/postgresql', ssl='require')", {}],
  ["c = await asyncpg.connect(host='localhost', ssl='require')", { asyncpg: 'none' }],
]

const STORE = 'System.setProperty("javax.net.ssl.trustStore", "t.jks");\n'
const client = (more: string) =>
  `Properties p = new Properties();\np.put("bootstrap.servers", "h:1"); p.put("security.protocol", "SSL");${more}\nnew KafkaProducer<>(p);`
const KAFKA_PYTHON = 'KafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_check_hostname=False'
const KAFKA: Cases = [
  [STORE + client(''), { Java: 'depends' }],
  [STORE + client(' p.put("ssl.truststore.location", "t.jks");'), { Java: 'full' }],
  [client(''), { Java: 'public' }],
  [
    'services:\n  c:\n    environment:\n      KAFKA_OPTS: -Djavax.net.ssl.trustStore=/t.jks\n      CONNECT_SECURITY_PROTOCOL: SSL\n      CONNECT_BOOTSTRAP_SERVERS: h:1\n',
    { Java: 'depends' },
  ],
  ['d := &kafka.Dialer{TLS: &tls.Config{RootCAs: pool}, SASLMechanism: mechanism}', { 'kafka-go': 'full' }],
  [
    'c, err := kafka.NewConsumer(&kafka.ConfigMap{"sasl.mechanisms": "PLAIN", "security.protocol": "SASL_SSL"})',
    { librdkafka: 'public' },
  ],
]

/** Of kafka-python without the host name: whether a CA is named. */
export const CHECK_HOSTNAME = [
  [`${KAFKA_PYTHON}, ssl_cafile=None)`, undefined],
  [`${KAFKA_PYTHON}, ssl_cafile='')`, undefined],
  [`${KAFKA_PYTHON})`, undefined],
  [`${KAFKA_PYTHON}, ssl_cafile="ca.pem")`, 'kafka-python-check-hostname'],
] as const

export const TOUCHED_CASES = [...TOUCHED, ...LIBRDKAFKA, ...CONTEXTS, ...BESIDE, ...KAFKA]
