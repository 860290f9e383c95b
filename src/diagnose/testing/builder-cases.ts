/** Clients that code builds with calls of their own: each setting alone, and with what changes it. */

type Cases = readonly (readonly [string, Readonly<Record<string, string>>])[]

const HOST = 'h.example.com'
const SECRET = 'S3cr3tS3cr3t'

const jedis = (calls: string, before = '') =>
  `${before}JedisClientConfig config = DefaultJedisClientConfig.builder().user("app")${calls}.password("${SECRET}").build();\nJedisPooled jedis = new JedisPooled(new HostAndPort("${HOST}", 12692), config);`
const insecure = (mode: string) =>
  `SslOptions options = SslOptions.builder().sslVerifyMode(SslVerifyMode.${mode}).build();\n`
const JEDIS: Cases = [
  ['', 'plain'],
  ['.ssl(false)', 'plain'],
  ['.ssl(true)', 'depends'],
  ['.ssl(useSsl)', 'depends'],
  ['.ssl(false || isRemote)', 'depends'],
  ['.ssl(true).hostnameVerifier((hostname, session) -> true)', 'depends'],
  ['.ssl(true)\n    .sslSocketFactory(factory)', 'depends'],
].map(([calls = '', verifies = '']) => [jedis(calls), { Jedis: verifies }])
const JEDIS_OPTIONS: Cases = [
  [jedis('.sslOptions(options)', insecure('INSECURE')), { Jedis: 'none' }],
  [jedis('.sslOptions(options)', insecure('CA')), { Jedis: 'chain' }],
  [jedis('.sslOptions(options)', insecure('FULL')), { Jedis: 'depends' }],
  [jedis('').replace(HOST, 'localhost'), {}],
]

const lettuce = (calls: string, begin = `RedisURI.builder().withHost("${HOST}")`, type = 'RedisURI') =>
  `${type} uri = ${begin}.withPort(12692)${calls}.build();\nvar client = RedisClient.create(uri);`
const MODES = [
  ['', 'plain'],
  ['.withSsl(false)', 'plain'],
  ['.withSsl(true)', 'depends'],
  ['.withSsl(isTls)', 'depends'],
  ['.withSsl(true).withVerifyPeer(true)', 'depends'],
  ['.withSsl(true).withVerifyPeer(false)', 'none'],
  ['.withSsl(true).withVerifyPeer(SslVerifyMode.NONE)', 'none'],
  ['.withSsl(true).withVerifyPeer(SslVerifyMode.CA)', 'chain'],
  ['\n    .withSsl(true)\n    .withVerifyPeer(SslVerifyMode.FULL)', 'depends'],
] as const
const LETTUCE: Cases = MODES.flatMap(([calls, verifies]) => [
  [lettuce(calls), { Lettuce: verifies }],
  [lettuce(calls, `RedisURI.Builder.redis("${HOST}")`), { Lettuce: verifies }],
  [lettuce(calls, undefined, 'val'), { Lettuce: verifies }],
])

const spring = (calls: string) =>
  `RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("${HOST}", 12692);\nLettuceClientConfiguration client = LettuceClientConfiguration.builder()${calls}.build();\nreturn new LettuceConnectionFactory(server, client);`
const SPRING: Cases = [
  [spring('.useSsl().disablePeerVerification()'), { Lettuce: 'none' }],
  [spring('.useSsl().and()'), { Lettuce: 'depends' }],
  [spring(''), { Lettuce: 'plain' }],
  [
    `RedisStandaloneConfiguration server = new RedisStandaloneConfiguration("${HOST}", 12692);\nreturn new LettuceConnectionFactory(server, own);`,
    { Lettuce: 'depends' },
  ],
  [
    `RedisURI uri = RedisURI.create("redis://app:${SECRET}@${HOST}:12692");\nuri.setSsl(true);\nRedisClient client = RedisClient.create(uri);`,
    { Lettuce: 'depends' },
  ],
]

const redisson = (calls: string) =>
  `Config config = new Config();\nconfig.useSingleServer().setAddress("rediss://${HOST}:12692")${calls};\nRedissonClient client = Redisson.create(config);`
const REDISSON: Cases = [
  [redisson(''), { Redisson: 'public' }],
  [redisson('.setSslVerificationMode(SslVerificationMode.NONE)'), { Redisson: 'none' }],
  [redisson('.setSslEnableEndpointIdentification(false)'), { Redisson: 'none' }],
  [redisson('.setSslEnableEndpointIdentification(false).setSslTruststore(store)'), { Redisson: 'chain' }],
  [redisson('.setSslVerificationMode(SslVerificationMode.CA_ONLY).setSslTruststore(store)'), { Redisson: 'chain' }],
  [redisson('.setSslVerificationMode(mode).setSslTruststore(store)'), { Redisson: 'depends' }],
  [redisson('.setSslTruststore(store)'), { Redisson: 'full' }],
  [`singleServerConfig:\n  address: "rediss://${HOST}:12692"\n  sslVerificationMode: NONE\n`, { Redisson: 'none' }],
  [
    `clusterServersConfig:\n  nodeAddresses:\n    - "rediss://${HOST}:12692"\n  sslTruststore: "file:///t.jks"\n`,
    { Redisson: 'full' },
  ],
  [`singleServerConfig:\n  address: "rediss://${HOST}:12692"\n  password: "${SECRET}"\n`, { Redisson: 'public' }],
]

const vertx = (calls: string) =>
  `PgConnectOptions options = new PgConnectOptions()\n  .setPort(12691)\n  .setHost("${HOST}")\n  .setPassword("${SECRET}")${calls};`
const VERTX: Cases = [
  [vertx(''), { 'Vert.x': 'plain' }],
  [vertx('.setSslMode(SslMode.DISABLE)'), { 'Vert.x': 'plain' }],
  [vertx('.setSslMode(SslMode.REQUIRE).setTrustAll(true)'), { 'Vert.x': 'none' }],
  [vertx('\n  .setSslMode(SslMode.VERIFY_FULL)'), { 'Vert.x': 'depends' }],
]

const stackExchange = (ssl: string, then = '') =>
  `var config = new ConfigurationOptions\n{\n    EndPoints = { "${HOST}:12692" },\n${ssl}    Password = "${SECRET}"\n};\n${then}var mux = ConnectionMultiplexer.Connect(config);`
const ON = '    Ssl = true,\n'
const STACK_EXCHANGE: Cases = [
  [stackExchange(''), { 'StackExchange.Redis': 'plain' }],
  [stackExchange('    Ssl = false,\n'), { 'StackExchange.Redis': 'plain' }],
  [stackExchange('    Ssl = settings.UseTls,\n'), { 'StackExchange.Redis': 'depends' }],
  [stackExchange(ON), { 'StackExchange.Redis': 'public' }],
  [stackExchange(ON, 'config.CertificateValidation += Check;\n'), { 'StackExchange.Redis': 'depends' }],
  [
    `var options = new ConfigurationOptions();\noptions.EndPoints.Add("${HOST}", 12692);\noptions.Ssl = true;\nvar mux = ConnectionMultiplexer.Connect(options);`,
    { 'StackExchange.Redis': 'public' },
  ],
  [stackExchange('', 'config.Ssl = true;\n'), { 'StackExchange.Redis': 'depends' }],
]

const scylla = (calls: string) =>
  `let session: Session = SessionBuilder::new()\n    .known_node("${HOST}:12698")\n    .user("app", "${SECRET}")${calls}\n    .build()\n    .await?;`
const SCYLLA: Cases = [
  [scylla(''), { scylla: 'plain' }],
  [scylla('\n    .tls_context(Some(context))'), { scylla: 'depends' }],
]

const massTransit = (protocol: string, settings: string) =>
  `rider.UsingKafka((context, k) =>\n{\n${protocol}    k.Host("${HOST}:12693", h => { h.UseSsl(s => { ${settings} }); });\n});`
const SSL = '    k.SecurityProtocol = SecurityProtocol.Ssl;\n'
const MASS_TRANSIT: Cases = [
  [massTransit(SSL, 's.CaLocation = "ca.pem";'), { MassTransit: 'full' }],
  [
    massTransit(SSL, 's.SslCaLocation = "ca.pem"; s.EnableSslCertificateVerification = false;'),
    { MassTransit: 'none' },
  ],
  [massTransit('', 's.CaLocation = "ca.pem";'), { MassTransit: 'depends' }],
  [
    massTransit(SSL, 's.CaLocation = "ca.pem"; s.EndpointIdentificationAlgorithm = algorithm;'),
    { MassTransit: 'depends' },
  ],
]

const franz = (options: string) =>
  `cl, err := kgo.NewClient(\n\tkgo.SeedBrokers("${HOST}:12693"),\n${options}\tkgo.ConsumeTopics("orders"),\n)`
const sarama = (settings: string) =>
  `config := sarama.NewConfig()\nconfig.Net.SASL.Enable = true\n${settings}producer, err := sarama.NewSyncProducer(brokers, config)`
const GO: Cases = [
  [franz(''), { 'franz-go': 'plain' }],
  [franz('\tkgo.DialTLS(),\n'), { 'franz-go': 'public' }],
  ['cl, err := kgo.NewClient(append(opts, kgo.SeedBrokers("h.example.com:1"))...)', {}],
  [franz('\tkgo.Dialer(dialer.DialContext),\n'), { 'franz-go': 'depends' }],
  [sarama(''), { Sarama: 'plain' }],
  [sarama('config.Net.TLS.Enable = useTLS\n'), { Sarama: 'depends' }],
]

const hocon = (lines: string) =>
  `datastax-java-driver {\n  basic.contact-points = [ "${HOST}:12698" ]\n  advanced.ssl-engine-factory {\n    class = DefaultSslEngineFactory\n${lines}  }\n}`
const HOCON: Cases = [
  [hocon('    hostname-validation = false\n    truststore-path = /t.jks\n'), { DataStax: 'chain' }],
  [hocon('    truststore-path = /t.jks\n'), { DataStax: 'full' }],
  [hocon(''), { DataStax: 'depends' }],
  [hocon('    keystore-path = /k.jks\n'), { DataStax: 'depends' }],
  [hocon('    keystore-path = /k.jks\n    // truststore-path = /t.jks\n'), { DataStax: 'depends' }],
]

const URL = `"postgres://app:${SECRET}@${HOST}:12691/d?sslmode=require"`
const RUST: Cases = [
  [`let mut conn = diesel::PgConnection::establish(${URL}).unwrap();`, { libpq: 'none' }],
  [`let db = sea_orm::Database::connect(${URL}).await?;`, { sqlx: 'none' }],
]

export const BUILDER_CASES: Cases = [
  ...JEDIS,
  ...JEDIS_OPTIONS,
  ...LETTUCE,
  ...SPRING,
  ...REDISSON,
  ...VERTX,
  ...STACK_EXCHANGE,
  ...SCYLLA,
  ...MASS_TRANSIT,
  ...GO,
  ...HOCON,
  ...RUST,
]
