/** Frameworks and libraries of PHP, Ruby and Elixir: each with every way to say how it verifies, and what comes of it. */
import { HOST, libraryCases as of, SECRET, type Cases } from './library-rows.ts'

const STREAM = {
  "['cafile' => '/ca.pem']": 'full',
  "['verify_peer' => true]": 'public',
  "['cafile' => '/ca.pem', 'verify_peer_name' => false]": 'chain',
  "['verify_peer' => false]": 'none',
  "['cafile' => env('CA')]": 'depends',
  "['capath' => '/etc/ca']": 'depends',
  "['cafile' => '/ca.pem', 'peer_name' => 'h.example.com']": 'depends',
} as const
const PHP: Cases = [
  ...[
    "'scheme' => 'tls', 'host' => 'h'",
    "'host' => 'tls://h.example.com'",
    "'url' => 'tls://h.example.com:1'",
  ].flatMap((address) => [
    ...of(
      'Laravel',
      (stream) =>
        `<?php\nreturn ['redis' => ['client' => 'phpredis', 'default' => [${address}, 'context' => ['stream' => ${stream}]]]];`,
      STREAM,
    ),
    ...of(
      'Laravel',
      (stream) => `<?php\nreturn ['redis' => ['client' => 'predis', 'default' => [${address}, 'ssl' => ${stream}]]];`,
      STREAM,
    ),
  ]),
  [`<?php\nreturn ['redis' => ['default' => ['host' => '${HOST}', 'port' => 1]]];`, {}],
  ['REDIS_CLIENT=phpredis\nREDIS_HOST=tls://h.example.com\nREDIS_PORT=1\n', { Laravel: 'depends' }],
  ['REDIS_HOST=h.example.com\nREDIS_SCHEME=tls\n', { Laravel: 'depends' }],
  ...[
    (encrypt: string) =>
      `<?php\n$db['default'] = array('hostname' => 'h', 'dbdriver' => 'mysqli', 'encrypt' => array(${encrypt}));`,
    (encrypt: string) =>
      `<?php\nclass Database { public array $default = ['hostname' => 'h', 'DBDriver' => 'MySQLi', 'encrypt' => [${encrypt}]]; }`,
  ].flatMap((write) =>
    of('CodeIgniter', write, {
      "'ssl_ca' => '/ca.pem'": 'full',
      "'ssl_ca' => '/ca.pem', 'ssl_verify' => true": 'full',
      "'ssl_ca' => '/ca.pem', 'ssl_verify' => false": 'none',
      "'ssl_ca' => getenv('CA')": 'depends',
    }),
  ),
  ...of(
    'CakePHP',
    (more) => `<?php\nreturn ['Datasources' => ['default' => ['driver' => Mysql::class, 'host' => '${HOST}'${more}]]];`,
    {
      '': 'plain',
      ", 'ssl_ca' => '/ca.pem'": 'full',
      ", 'ssl_ca' => '/ca.pem', 'flags' => [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false]": 'none',
    },
  ),
  ...of('Predis', (query) => `<?php\n$r = new Predis\\Client('tls://${HOST}:1?password=${SECRET}${query}');`, {
    '': 'public',
    '&ssl[cafile]=/ca.pem': 'full',
    '&ssl[verify_peer]=0': 'none',
  }),
  // Run with PHP 8.2: the option changes nothing, the CA and the flags decide.
  ...['true', 'false', '1'].flatMap((value) =>
    of(
      'PHP mysqli',
      (set) =>
        `<?php\n$db = mysqli_init();\n$db->options(MYSQLI_OPT_SSL_VERIFY_SERVER_CERT, ${value});\n${set}\n$db->real_connect('${HOST}', 'u', '${SECRET}', 'd', 1, null, MYSQLI_CLIENT_SSL);`,
      {
        '$db->ssl_set(null, null, "/ca.pem", null, null);': 'full',
        "$db->ssl_set(null, null, __DIR__ . '/ca.pem', null, null);": 'full',
        '': 'none',
      },
    ),
  ),
]

const RUBY: Cases = [
  ...of('redis-rb', (params) => `$redis = Redis.new(url: ENV.fetch("REDIS_URL"), ssl_params: { ${params} })`, {
    'ca_file: "ca.pem"': 'depends',
    'verify_mode: OpenSSL::SSL::VERIFY_NONE': 'none',
  }),
  ...of('librdkafka', (ca) => `Racecar.configure do |config|\n  config.security_protocol = :ssl\n${ca}end\n`, {
    '  config.ssl_ca_location = "ca.pem"\n': 'full',
  }),
  ...of('mysql2', (mode) => `DB = Sequel.connect(adapter: 'mysql2', host: '${HOST}', ssl_mode: :${mode})`, {
    disabled: 'plain',
    required: 'none',
  }),
  ...of('ruby-kafka', (more) => `kafka = Kafka.new(["${HOST}:1"], client_id: "app"${more})`, {
    ', ssl_ca_cert: File.read("ca.pem")': 'depends',
    ', ssl_ca_cert_file_path: "ca.pem", ssl_verify_hostname: false': 'chain',
    ', ssl_client_cert: cert, ssl_client_cert_key: key': 'fails',
  }),
  ...of('redis-rb', (more) => `redis = Redis.new(host: "${HOST}", password: "${SECRET}"${more})`, {
    ', ssl: true': 'public',
    ', ssl: false': 'plain',
    ', ssl: given': 'depends',
    ', ssl: true, ssl_params: { ca_file: "ca.pem" }': 'full',
  }),
  [
    "config.cache_store = :redis_cache_store, { url: ENV['REDIS_URL'], ssl_params: { verify_mode: OpenSSL::SSL::VERIFY_NONE } }",
    { Ruby: 'none' },
  ],
  [
    `configure :db do |gw|\n  gw.url = "postgres://u:${SECRET}@${HOST}:1/d?sslmode=require"\nend\n`,
    { 'pg (Ruby': 'none' },
  ],
]

const SSL = {
  '[verify: :verify_none]': 'none',
  '[verify: :verify_peer, cacertfile: "ca.pem", server_name_indication: ~c"h.example.com"]': 'full',
  '[verify: :verify_peer, cacertfile: "ca.pem"]': 'depends',
  '[cacertfile: "ca.pem"]': 'depends',
  true: 'depends',
  false: 'plain',
} as const
const ELIXIR: Cases = [
  ...of(
    'brod',
    (ssl) => `:ok = :brod.start_client([{"${HOST}", 1}], :client, ssl: ${ssl}, sasl: {:plain, "u", "${SECRET}"})`,
    SSL,
  ),
  ...of(
    'BroadwayKafka',
    (ssl) => `producer: [module: {BroadwayKafka.Producer, [hosts: [{"${HOST}", 1}], client_config: [ssl: ${ssl}]]}]`,
    SSL,
  ),
  ...of('Redix', (more) => `children = [{Redix, host: "${HOST}", ssl: true, name: :redix${more}}]`, {
    '': 'public',
    ', socket_opts: [cacertfile: "ca.pem"]': 'full',
    ', socket_opts: [verify: :verify_none]': 'none',
  }),
]

const CONTEXT = 'import ssl\nctx = ssl.create_default_context(cafile="ca.pem")\n'
/** What holds a context and connects later: what is done with the context in between counts. */
const HELD: Cases = (
  [
    [
      'Tortoise ORM',
      `ORM = {"connections": {"default": {"engine": "tortoise.backends.asyncpg", "credentials": {"host": "${HOST}", "ssl": ctx}}}}`,
    ],
    ['Piccolo', `DB = PostgresEngine(config={"host": "${HOST}", "ssl": ctx})`],
    ['FastStream', `security = BaseSecurity(ssl_context=ctx)\nbroker = KafkaBroker("${HOST}:1", security=security)`],
    ['aiokafka', `p = AIOKafkaProducer(bootstrap_servers="${HOST}:1", security_protocol="SSL", ssl_context=ctx)`],
    ['asyncpg', `pool = asyncpg.create_pool(host="${HOST}", ssl=ctx)`],
  ] as const
).flatMap(([client, make]) => [
  ...of(client, (later) => `${CONTEXT}${make}\n${later}\n`, {
    '': 'full',
    'ctx.check_hostname = False': 'depends',
    'ctx.verify_mode = ssl.CERT_NONE': 'depends',
    'ctx.minimum_version = ssl.TLSVersion.TLSv1_2': 'full',
  }),
  [
    `import ssl\n${make.replace('ctx', '(ctx := ssl.create_default_context(cafile="ca.pem"))')}\nctx.check_hostname = False\n`,
    { [client]: 'depends' },
  ] as const,
])

/** What a condition calls, and what is set on an object behind its making. */
const SET_APART: Cases = [
  ...['if ($ssl) { CALL }', 'if ($ssl) CALL', 'if ($ssl) { echo 1; CALL }'].map(
    (write) =>
      [
        `<?php\n$db = mysqli_init();\n${write.replace('CALL', '$db->ssl_set(null, null, "/ca.pem", null, null);')}\n$db->real_connect('${HOST}', 'u', '${SECRET}', 'd', 1, null, MYSQLI_CLIENT_SSL);`,
        { 'PHP mysqli': 'depends' },
      ] as const,
  ),
  ...(
    [
      ['tls = TLS', 'full'],
      ['tls = TLS\ntls.use_insecure_tls = True', 'depends'],
      ['tls = TLS\nadjust(tls)', 'depends'],
      ['tls = TLS\nif dev:\n    adjust(tls)', 'depends'],
    ] as const
  ).map(
    ([before, verdict]) =>
      [
        `${before.replace('TLS', 'TlsAdvancedConfiguration(root_pem_cacerts=ca)')}\ncfg = GlideClientConfiguration([NodeAddress("${HOST}", 1)], use_tls=True, advanced_config=AdvancedGlideClientConfiguration(tls_config=tls))`,
        { 'Valkey GLIDE': verdict },
      ] as const,
  ),
  [
    `more = AdvancedGlideClientConfiguration(tls_config=TlsAdvancedConfiguration(root_pem_cacerts=ca))\nadjust(more)\ncfg = GlideClientConfiguration([NodeAddress("${HOST}", 1)], use_tls=True, advanced_config=more)`,
    { 'Valkey GLIDE': 'depends' },
  ],
]

export const FRAMEWORK_LIBRARY_CASES: Readonly<Record<string, Cases>> = {
  'held until later': HELD,
  'set apart': SET_APART,
  'libraries of PHP': PHP,
  'libraries of Ruby': RUBY,
  'libraries of Elixir': ELIXIR,
}
