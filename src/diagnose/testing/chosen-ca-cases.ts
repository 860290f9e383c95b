/** A CA that code names on a condition, and none otherwise: nobody knows what is trusted, whatever the client. */
import { HOST, SECRET, type Cases } from './library-rows.ts'

/** One of two values, of which one is nothing, in each language. */
const PYTHON = (ca: string) => [`${ca} if PROD else None`, `None if DEV else ${ca}`, `PROD and ${ca} or None`]
const NODE = (ca: string) => [`prod ? ${ca} : undefined`, `dev ? null : ${ca}`, `${ca} || undefined`]
const RUBY = (ca: string) => [`prod ? ${ca} : nil`, `(prod ? ${ca} : nil)`]
const PHP = (ca: string) => [`$prod ? ${ca} : null`]
const DOTNET = (ca: string) => [`prod ? ${ca} : null`]

const CALLS: readonly (readonly [string, typeof PYTHON, string, (ca: string) => string])[] = [
  [
    'redis-py',
    PYTHON,
    '"ca.pem"',
    (ca) => `redis.from_url("rediss://${HOST}:1", ssl_ca_certs=${ca}, ssl_check_hostname=True)`,
  ],
  [
    'kafka-python',
    PYTHON,
    '"ca.pem"',
    (ca) => `KafkaProducer(bootstrap_servers="h:1", security_protocol="SSL", ssl_cafile=${ca})`,
  ],
  [
    'MySQL Connector/Python',
    PYTHON,
    '"ca.pem"',
    (ca) => `mysql.connector.connect(host="${HOST}", ssl_ca=${ca}, ssl_verify_cert=True, ssl_verify_identity=True)`,
  ],
  [
    'psycopg',
    PYTHON,
    '"ca.pem"',
    (ca) => `import psycopg\npsycopg.connect(host="${HOST}", sslmode="verify-full", sslrootcert=${ca})`,
  ],
  [
    'arq',
    PYTHON,
    '"ca.pem"',
    (ca) =>
      `from arq.connections import RedisSettings\nRedisSettings(host='${HOST}', ssl=True, ssl_ca_certs=${ca}, ssl_check_hostname=True)`,
  ],
  [
    'confluent-kafka-javascript',
    NODE,
    "'ca.pem'",
    (ca) => `new Kafka({ kafkaJS: { brokers: ['${HOST}:1'], ssl: true }, 'ssl.ca.location': ${ca} })`,
  ],
  [
    'Valkey GLIDE',
    NODE,
    'ca',
    (ca) =>
      `GlideClient.createClient({ addresses: [{ host: '${HOST}' }], useTLS: true, advancedConfiguration: { tlsAdvancedConfiguration: { rootCertificates: ${ca} } } })`,
  ],
  ['redis-rb', RUBY, "'ca.pem'", (ca) => `Redis.new(url: 'rediss://u:${SECRET}@h:1', ssl_params: { ca_file: ${ca} })`],
  [
    'PHP PDO',
    PHP,
    "'ca.pem'",
    (ca) => `<?php\n$pdo = new PDO('mysql:host=h;dbname=d', 'u', '${SECRET}', [PDO::MYSQL_ATTR_SSL_CA => ${ca}]);`,
  ],
  [
    'phpredis',
    PHP,
    "'/ca.pem'",
    (ca) =>
      `<?php\n$redis = new Redis();\n$redis->connect('tls://${HOST}', 1, 1, null, 0, 0, ['stream' => ['cafile' => ${ca}]]);`,
  ],
  [
    'Laravel',
    PHP,
    "'/ca.pem'",
    (ca) =>
      `<?php\nreturn ['redis' => ['client' => 'predis', 'default' => ['scheme' => 'tls', 'host' => 'h', 'ssl' => ['cafile' => ${ca}]]]];`,
  ],
  [
    'librdkafka',
    DOTNET,
    '"ca.pem"',
    (ca) =>
      `var c = new ProducerConfig() { BootstrapServers = "h:1", SecurityProtocol = SecurityProtocol.Ssl, SslCaLocation = ${ca} };`,
  ],
  [
    'MassTransit',
    DOTNET,
    '"ca.pem"',
    (ca) =>
      `x.UsingKafka((c, k) => { k.SecurityProtocol = SecurityProtocol.SaslSsl; k.Host("h:1", h => h.UseSsl(s => { s.CaLocation = ${ca}; })); });`,
  ],
  [
    'Redisson',
    DOTNET,
    'store',
    (ca) =>
      `Config config = new Config();\nconfig.useSingleServer().setAddress("rediss://${HOST}:1").setSslTruststore(${ca});\nRedissonClient client = Redisson.create(config);`,
  ],
]

export const CHOSEN_CA_CASES: Cases = CALLS.flatMap(([client, choices, ca, write]): Cases => [
  [write(ca), { [client]: 'full' }],
  ...choices(ca).map((choice) => [write(choice), { [client]: 'depends' }] as const),
])
