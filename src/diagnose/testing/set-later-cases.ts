/** Settings of a map that code sets behind its making, in every way that it can: one answer, sure only where all of it surely counts. */
type Verdicts = Readonly<Record<string, string>>
type Cases = (readonly [string, Verdicts])[]

interface Maker {
  /** As the verdict's client begins. */
  readonly client: string
  readonly make: string
  readonly use: string
  /** Statements that take the check off, each in a way of its own. */
  readonly off: readonly string[]
  /** What they come to. */
  readonly comes: string
  /** The same on a condition, and in a function. */
  readonly sometimes: (statement: string) => readonly string[]
}

const python = (statement: string) => [
  `if dev:\n    ${statement}`,
  `if dev: ${statement}`,
  `def loosen():\n    ${statement}`,
  `for one in (1, 2):\n    ${statement}`,
]
const braces = (statement: string) => [
  `if (dev) {\n  ${statement}\n}`,
  `if (dev) ${statement}`,
  `if (dev)\n  ${statement}`,
  `if (dev)\n${statement}`,
]

const MAKERS: readonly Maker[] = [
  {
    client: 'psycopg',
    make: "import psycopg2\ncfg = {'host': 'h', 'sslmode': 'verify-full', 'sslrootcert': 'ca.pem'}",
    use: 'psycopg2.connect(**cfg)',
    off: ["cfg['sslmode'] = 'disable'", "cfg.update(sslmode='disable')", "cfg.update({'sslmode': 'disable'})"],
    comes: 'plain',
    sometimes: python,
  },
  {
    client: 'redis-py',
    make: "import redis\ncfg = dict(host='h', ssl=True, ssl_ca_certs='ca.pem', ssl_check_hostname=True)",
    use: 'redis.Redis(**cfg)',
    off: ["cfg['ssl_cert_reqs'] = 'none'", "cfg.setdefault('ssl_cert_reqs', 'none')"],
    comes: 'none',
    sometimes: python,
  },
  {
    client: 'librdkafka',
    make: "from confluent_kafka import Producer\ncfg = {'security.protocol': 'SSL', 'ssl.ca.location': 'ca.pem'}",
    use: 'Producer(cfg)',
    off: ["cfg['enable.ssl.certificate.verification'] = False"],
    comes: 'none',
    sometimes: python,
  },
  {
    client: 'node-postgres',
    make: "const cfg = { host: 'h', ssl: { ca } }",
    use: 'const pool = new Pool(cfg)',
    off: [
      'cfg.ssl = { rejectUnauthorized: false }',
      "cfg['ssl'] = { rejectUnauthorized: false }",
      'cfg.ssl.rejectUnauthorized = false',
      "cfg['ssl']['rejectUnauthorized'] = false",
      'Object.assign(cfg, { ssl: { rejectUnauthorized: false } })',
    ],
    comes: 'none',
    sometimes: braces,
  },
  {
    client: 'kafkajs',
    make: "const { Kafka } = require('kafkajs')\nconst cfg = { brokers: ['h:1'], ssl: { ca } }",
    use: 'const kafka = new Kafka(cfg)',
    off: ['cfg.ssl = { rejectUnauthorized: false }'],
    comes: 'none',
    sometimes: braces,
  },
  {
    client: 'pg (Ruby',
    make: "require 'pg'\ncfg = { host: 'h', sslmode: 'verify-full', sslrootcert: 'ca.pem' }",
    use: 'PG.connect(cfg)',
    off: ["cfg[:sslmode] = 'disable'", "cfg.update(sslmode: 'disable')"],
    comes: 'plain',
    sometimes: (statement) => [`if dev\n  ${statement}\nend`, `def loosen\n  ${statement}\nend`],
  },
  {
    client: 'PHP PDO',
    make: "<?php\n$cfg = [PDO::MYSQL_ATTR_SSL_CA => '/ca.pem'];",
    use: "$pdo = new PDO('mysql:host=h;dbname=d', 'u', 'p', $cfg);",
    off: ['$cfg[PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT] = false;'],
    comes: 'none',
    sometimes: (statement) => [`if ($dev) {\n  ${statement}\n}`, `if ($dev) ${statement}`],
  },
  {
    client: 'librdkafka',
    make: 'var cfg = new ProducerConfig { SecurityProtocol = SecurityProtocol.Ssl, SslCaLocation = "ca.pem" };',
    use: 'using var p = new ProducerBuilder<Null, string>(cfg).Build();',
    off: ['cfg.EnableSslCertificateVerification = false;'],
    comes: 'none',
    sometimes: braces,
  },
  {
    client: 'Npgsql',
    make: 'var cfg = new NpgsqlConnectionStringBuilder("Host=h;SSL Mode=VerifyFull;Root Certificate=ca.pem");',
    use: 'var c = new NpgsqlConnection(cfg.ConnectionString);',
    off: ['cfg.SslMode = SslMode.Disable;'],
    comes: 'plain',
    sometimes: braces,
  },
]

const lines = (...all: readonly string[]) => all.join('\n')

/** What functions of other files do with a map is unknown; those that write it out leave it as it is. */
const handed = ({ client, make, use, off: [off = ''], comes }: Maker): Cases => {
  const variable = make.startsWith('<?php') ? '$cfg' : 'cfg'
  const end = make.endsWith(';') ? ';' : ''
  return [
    [lines(make, `tweak(${variable})${end}`, use), { [client]: 'depends' }],
    [lines(make, `tls.adapt(${variable}, stage)${end}`, use), { [client]: 'depends' }],
    // What is done with an array of PHP in between isn't followed.
    ...(make.startsWith('<?php')
      ? []
      : [[lines(make, off, `print_r(${variable})${end}`, use), { [client]: comes }] as const]),
  ]
}

const of = ({ client, make, use, off, comes, sometimes }: Maker): Cases =>
  off.flatMap((statement): Cases => [
    [lines(make, statement, use), { [client]: comes }],
    [lines(make, use, statement), { [client]: 'depends' }],
    ...sometimes(statement).map((doubt) => [lines(make, doubt, use), { [client]: 'depends' }] as const),
  ])

const PSYCOPG = MAKERS.slice(0, 1).flatMap(({ make, use }): Cases => [
  [lines(make, "cfg.setdefault('sslmode', 'disable')", use), { psycopg: 'full' }],
  [lines(make, 'for k, v in more.items():\n    cfg[k] = v', use), { psycopg: 'depends' }],
  [lines(make, 'cfg.update(more)', use), { psycopg: 'depends' }],
  [lines(make, "log(cfg)\ncfg['sslmode'] = 'disable'", use), { psycopg: 'depends' }],
])

/** Another name of the map, and what PDO's options may become in between. */
const REACHED = MAKERS.flatMap(({ client, make, use, off }): Cases =>
  client === 'psycopg' || client === 'librdkafka'
    ? make.includes('cfg = {')
      ? [[lines(make, 'alias = cfg', (off[0] ?? '').replace('cfg', 'alias'), use), { [client]: 'depends' }]]
      : []
    : client === 'PHP PDO'
      ? ['$cfg += $more;', 'loosen($cfg);'].map((touch) => [lines(make, touch, use), { [client]: 'depends' }] as const)
      : [],
)

const FULL = "'host': 'h', 'sslmode': 'verify-full', 'sslrootcert': 'ca.pem'"
/** What is made of a map on its way to the client: by the map's entries, by functions of the text's own or of others. */
const MADE_ANEW: Cases = [
  ...[
    ['cfg = {k: v for k, v in cfg.items() if keep(k)}', '**cfg'],
    ['cfg = {k: str(v) for k, v in cfg.items()}', '**cfg'],
    ['cfg = dict((k, v) for k, v in cfg.items() if keep(k))', '**cfg'],
    ["def local(c):\n    c['sslmode'] = mode\n    return c", '**local(cfg)', 'depends'],
    ['', '**local(cfg)'],
    ['', '**tools.local(cfg, 1)'],
    ["def local(c):\n    c['host'] = host\nlocal(cfg)", '**cfg'],
    ['change = cfg.update\nchange(sslmode=mode)', '**cfg', 'depends'],
  ].map(
    ([between = '', given = '', again]) =>
      [
        lines(`import psycopg2\ncfg = {${FULL}}`, between, `psycopg2.connect(${given})`),
        { psycopg: 'depends', ...(again === undefined ? {} : { 'psycopg 2': again }) },
      ] as const,
  ),
  ["const cfg = { host: 'h', ssl: { ca } }\nconst pool = new Pool(local(cfg))", {}],
  ...['', ', 1'].map(
    (more) =>
      [
        lines(
          `import psycopg2\ncfg = {${FULL}}`,
          `print(cfg${more})`,
          'for k in cfg.items():\n    print(k)',
          'psycopg2.connect(**cfg)',
        ),
        { psycopg: 'full' },
      ] as const,
  ),
  ...[
    ["$cfg = [PDO::MYSQL_ATTR_SSL_CA => '/ca.pem'];\n$all = array_merge($cfg, $more)", '$all'],
    ["$cfg = [PDO::MYSQL_ATTR_SSL_CA => '/ca.pem'];\n$this->all = $cfg + $more", '$this->all'],
    ["$cfg = [1009 => '/ca.pem', 1014 => false]", '$cfg'],
    ["$cfg = [1009 => '/ca.pem']", '$cfg'],
  ].map(
    ([made = '', given = '']) =>
      [
        `<?php\n${made};\n$pdo = new PDO('mysql:host=h;dbname=d', 'u', 'p', ${given});`,
        { 'PHP PDO': 'depends' },
      ] as const,
  ),
  [
    "<?php\nclass Db {\n  private array $opts = [PDO::MYSQL_ATTR_SSL_CA => '/ca.pem'];\n  function open() {\n    $this->opts[PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT] = false;\n    return new PDO('mysql:host=h;dbname=d', 'u', 'p', $this->opts);\n  }\n}",
    { 'PHP PDO': 'depends' },
  ],
]

const taken = (option: string) =>
  `val opts = Map("kafka.bootstrap.servers" -> "h:1", "kafka.security.protocol" -> "SSL", "kafka.ssl.truststore.type" -> "PEM", "kafka.ssl.truststore.location" -> "ca.pem")\nval df = spark.readStream.format("kafka").options(opts).option("${option}", "").load()\n`

/** Maps that a chain of Spark's takes, and says more beside. */
const TAKEN: Cases = [
  [taken('kafka.ssl.endpoint.identification.algorithm'), { 'Java client': 'depends', 'Java client 2': 'depends' }],
  [taken('subscribe'), { 'Java client': 'full' }],
]

/** Maps that hold nothing of TLS before; of an object, and of what a call of Go makes. */
const EMPTY: Cases = [
  [
    "import psycopg2\nclass Db:\n    def __init__(self):\n        self.cfg = {'host': 'h'}\n        self.cfg['sslmode'] = 'verify-full'\n        self.cfg['sslrootcert'] = 'ca.pem'\n        self.db = psycopg2.connect(**self.cfg)",
    { psycopg: 'full' },
  ],
  [
    "class Db {\n  constructor() {\n    this.cfg = { host: 'h' }\n    this.cfg.ssl = { rejectUnauthorized: false }\n    this.pool = new Pool(this.cfg)\n  }\n}",
    { 'node-postgres': 'none' },
  ],
  [
    'opt, _ := redis.ParseURL("rediss://h:1")\nopt.TLSConfig.InsecureSkipVerify = true\nrdb := redis.NewClient(opt)',
    { 'go-redis': 'none' },
  ],
]

/** A map of a class, and of what it's made of; options that a call or a constant gives. */
const ELSEWHERE: Cases = [
  ...['class Settings:\n', 'class Base:\n'].map(
    (head) =>
      [
        `import psycopg2\n${head}    DB = {'host': 'h', 'sslmode': 'verify-full', 'sslrootcert': 'ca.pem'}\nclass Other(Base): pass\npsycopg2.connect(**{**Settings.DB, 'dbname': 'd'})`,
        { psycopg: 'depends' },
      ] as const,
  ),
  ...['opts()', '$this->options()', 'Config::options($env)', 'Config::OPTIONS', 'self::$options'].map(
    (options) =>
      [`<?php\n$pdo = new PDO('mysql:host=h;dbname=d', 'u', 'p', ${options});`, { 'PHP PDO': 'depends' }] as const,
  ),
  ...['', ', null', ', []', ', array()'].map(
    (options) =>
      [`<?php\n$pdo = new PDO('mysql:host=h;dbname=d', 'u', 'p'${options});`, { 'PHP PDO': 'plain' }] as const,
  ),
]

export const SET_LATER_CASES: Cases = [
  ...MAKERS.flatMap(of),
  ...MAKERS.flatMap(handed),
  ...PSYCOPG,
  ...REACHED,
  ...MADE_ANEW,
  ...TAKEN,
  ...EMPTY,
  ...ELSEWHERE,
]
