/** Calls, builders and outputs of programs in their own words, each with a neighbour that comes to something else. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const HOST = 'db.a.aivencloud.com'
const PASSWORD = 'S3cr3tS3cr3t'

const sequelize = (ssl: string) =>
  `{"production": {"password": "${PASSWORD}", "host": "${HOST}", "dialect": "postgres", "dialectOptions": {"ssl": ${ssl}}}}`
const knex = (connection: string) =>
  `module.exports = { production: { client: 'pg', connection: { host: '${HOST}', password: '${PASSWORD}', ${connection} } } }`
const typeorm = (type: string, rest: string) =>
  `import { DataSource } from 'typeorm'\nexport const source = new DataSource({\n  type: '${type}',\n  host: '${HOST}',\n  password: '${PASSWORD}',\n  ${rest},\n})\n`

const NODE: Cases = [
  [sequelize('{"require": true, "rejectUnauthorized": false}'), { Sequelize: 'none' }],
  [sequelize('true'), { Sequelize: 'public' }],
  [sequelize('false'), { Sequelize: 'plain' }],
  [
    `const sequelize = new Sequelize('d', 'u', '${PASSWORD}', {\n  host: '${HOST}',\n  dialect: 'postgres',\n  dialectOptions: { ssl: { require: true, ca: fs.readFileSync('ca.pem').toString() } },\n})\n`,
    { Sequelize: 'full' },
  ],
  [knex('ssl: { rejectUnauthorized: false }'), { Knex: 'none' }],
  [knex("ssl: { ca: fs.readFileSync('ca.pem') }"), { Knex: 'full' }],
  [knex('ssl: true'), { Knex: 'public' }],
  [knex('ssl: secure'), { Knex: 'depends' }],
  [typeorm('postgres', 'ssl: { ca: readFileSync("ca.pem") }'), { TypeORM: 'full' }],
  [typeorm('postgres', 'extra: { ssl: { rejectUnauthorized: false } }'), { TypeORM: 'none' }],
  [typeorm('postgres', 'ssl: true'), { TypeORM: 'public' }],
  [typeorm('mysql', 'ssl: { ca: readFileSync("ca.pem") }'), { TypeORM: 'depends' }],
  [typeorm('postgres', 'ssl: { ca },\n  extra: { ssl: { rejectUnauthorized: false } }'), { TypeORM: 'none' }],
  [typeorm('mysql', 'ssl: true'), { TypeORM: 'fails' }],
  [typeorm('sqlite', 'ssl: true'), {}],
  [
    `{"type": "postgres", "host": "${HOST}", "password": "${PASSWORD}", "ssl": {"rejectUnauthorized": false}}`,
    { TypeORM: 'none' },
  ],
]

const npgsql = (rest: string) =>
  `var builder = new NpgsqlConnectionStringBuilder\n{\n    Host = "${HOST}",\n    Password = "${PASSWORD}",\n    ${rest}\n};\n`
const source = (rest: string) =>
  `PGSimpleDataSource ds = new PGSimpleDataSource();\nds.setServerName("${HOST}");\nds.setPassword("${PASSWORD}");\n${rest}`
const r2dbc = (rest: string) =>
  `var config = PostgresqlConnectionConfiguration.builder()\n    .host("${HOST}").password("${PASSWORD}")\n    ${rest}\n    .build();\n`

const BUILDERS: Cases = [
  [npgsql('SslMode = SslMode.Require,\n    TrustServerCertificate = true'), { Npgsql: 'none' }],
  [npgsql('SslMode = SslMode.VerifyFull,\n    RootCertificate = "ca.pem"'), { Npgsql: 'full' }],
  [
    `${npgsql('SslMode = SslMode.VerifyFull,\n    RootCertificate = "ca.pem"')}connection.UserCertificateValidationCallback = Check;\n`,
    { Npgsql: 'depends' },
  ],
  [source('ds.setUrl(url);\nds.setSslMode("verify-full");\nds.setSslRootCert("/ca.pem");\n'), { pgJDBC: 'depends' }],
  [npgsql('SslMode = mode,\n    RootCertificate = "ca.pem"'), { Npgsql: 'depends' }],
  [
    `var csb = new NpgsqlConnectionStringBuilder();\ncsb.Host = "${HOST}";\ncsb.Password = "${PASSWORD}";\ncsb.SslMode = SslMode.VerifyCA;\ncsb.RootCertificate = "ca.pem";\n`,
    { Npgsql: 'chain' },
  ],
  [
    `var builder = new MySqlConnectionStringBuilder\n{\n    Server = "${HOST}",\n    Password = "${PASSWORD}",\n    SslMode = MySqlSslMode.VerifyFull,\n    SslCa = "ca.pem",\n};\n`,
    { MySqlConnector: 'full' },
  ],
  [
    `var builder = new MySqlConnectionStringBuilder\n{\n    Server = "${HOST}",\n    SslMode = MySqlSslMode.Required,\n};\n`,
    { MySqlConnector: 'none' },
  ],
  [source('ds.setSslMode("require");\n'), { pgJDBC: 'none' }],
  [source('ds.setSslMode("verify-full");\nds.setSslRootCert("/ca.pem");\n'), { pgJDBC: 'full' }],
  [source('ds.setSslMode(mode);\nds.setSslRootCert("/ca.pem");\n'), { pgJDBC: 'depends' }],
  [r2dbc('.sslMode(SSLMode.REQUIRE)'), { R2DBC: 'none' }],
  [r2dbc('.sslMode(SSLMode.VERIFY_FULL)\n    .sslRootCert("/ca.pem")'), { R2DBC: 'full' }],
  [r2dbc('.sslMode(SSLMode.VERIFY_CA)\n    .sslRootCert("/ca.pem")'), { R2DBC: 'chain' }],
  [`spring.r2dbc.url=r2dbc:postgresql://${HOST}:1/d?sslMode=require\n`, { R2DBC: 'none' }],
  [`spring.r2dbc.url=r2dbc:postgresql://${HOST}:1/d?sslMode=tunnel\n`, { R2DBC: 'none' }],
  [`spring.r2dbc.url=r2dbc:postgresql://${HOST}:1/d?sslMode=on\n`, { R2DBC: 'fails' }],
  [`spring.r2dbc.url=r2dbc:postgresql://${HOST}:1/d?sslmode=verify-full&sslrootcert=/ca.pem\n`, { R2DBC: 'depends' }],
  [`quarkus.datasource.reactive.url=vertx-reactive:postgresql://${HOST}:1/d\n`, { 'Vert.x': 'plain' }],
  [`quarkus.datasource.reactive.url=vertx-reactive:postgresql://${HOST}:1/d?sslmode=prefer\n`, { 'Vert.x': 'none' }],
  [
    `quarkus.datasource.reactive.url=vertx-reactive:postgresql://${HOST}:1/d?sslmode=verify-full\n`,
    { 'Vert.x': 'depends' },
  ],
  [
    `spring:\n  r2dbc:\n    url: r2dbc:pool:postgresql://u:${PASSWORD}@${HOST}:1/d?sslMode=verify-full&sslRootCert=/ca.pem\n`,
    { R2DBC: 'full' },
  ],
]

const ecto = (rest: string) =>
  `config :shop, Shop.Repo,\n  hostname: "${HOST}",\n  password: "${PASSWORD}",\n  ${rest}\n`
const ELIXIR: Cases = [
  [ecto('ssl: [\n    cacertfile: "priv/ca.pem",\n    verify: :verify_peer\n  ]'), { Postgrex: 'full' }],
  [ecto('ssl: [cacertfile: "ca.pem", verify: :verify_none]'), { Postgrex: 'none' }],
  [ecto('ssl: [cacertfile: "ca.pem", server_name_indication: :disable]'), { Postgrex: 'chain' }],
  [ecto('ssl: [cacerts: :public_key.cacerts_get()]'), { Postgrex: 'public' }],
  [ecto('ssl: true'), { Postgrex: 'depends' }],
  [ecto('ssl: true,\n  ssl_opts: [verify: :verify_none]'), { Postgrex: 'none' }],
  [ecto('ssl: [\n    # verify: :verify_none,\n    cacertfile: "ca.pem"\n  ]'), { Postgrex: 'full' }],
  [ecto('ssl: false'), { Postgrex: 'plain' }],
  [ecto('ssl: true,\n  ssl_opts: [cacertfile: "ca.pem", verify: :verify_peer]'), { Postgrex: 'depends' }],
  [ecto('pool_size: 10'), {}],
  [
    `config :shop, Shop.Repo,\n  url: "ecto://u:${PASSWORD}@${HOST}:1/d",\n  ssl: [cacertfile: "ca.pem"]\n`,
    { Postgrex: 'full' },
  ],
]

const goRedis = (config: string) =>
  `rdb := redis.NewClient(&redis.Options{\n\tAddr:     "h:1",\n\tPassword: "${PASSWORD}",\n${config}})\n`
const sarama = (config: string) =>
  `config := sarama.NewConfig()\nconfig.Net.TLS.Enable = true\nconfig.Net.TLS.Config = ${config}\nconfig.Net.SASL.Password = "${PASSWORD}"\n`
const GO: Cases = [
  [goRedis('\tTLSConfig: &tls.Config{RootCAs: pool},\n'), { 'go-redis': 'full' }],
  [goRedis('\tTLSConfig: &tls.Config{MinVersion: tls.VersionTLS12},\n'), { 'go-redis': 'public' }],
  [goRedis('\tTLSConfig: &tls.Config{InsecureSkipVerify: true, RootCAs: pool},\n'), { 'go-redis': 'none' }],
  // A comment sets nothing.
  [goRedis('\tTLSConfig: &tls.Config{\n\t\tMinVersion: v, // once, RootCAs: pool\n\t},\n'), { 'go-redis': 'public' }],
  [goRedis('\tTLSConfig: tlsConfig,\n'), { 'go-redis': 'depends' }],
  [`opt, err := redis.ParseURL("rediss://u:${PASSWORD}@h:1")\nrdb := redis.NewClient(opt)\n`, { 'go-redis': 'public' }],
  [
    `var tlsConfig *tls.Config\nif secure {\n\ttlsConfig = &tls.Config{RootCAs: pool}\n}\n${goRedis('\tTLSConfig: tlsConfig,\n')}`,
    { 'go-redis': 'depends' },
  ],
  [`tlsConfig := &tls.Config{RootCAs: pool}\n${goRedis('\tTLSConfig: tlsConfig,\n')}`, { 'go-redis': 'full' }],
  [goRedis(''), { 'go-redis': 'plain' }],
  [sarama('&tls.Config{RootCAs: pool}'), { Sarama: 'full' }],
  [sarama('&tls.Config{RootCAs: pool, InsecureSkipVerify: skip}'), { Sarama: 'depends' }],
  [
    'cl, err := kgo.NewClient(\n\tkgo.SeedBrokers("k:1"),\n\tkgo.DialTLSConfig(&tls.Config{RootCAs: pool}),\n)\n',
    { 'franz-go': 'full' },
  ],
  ['cl, err := kgo.NewClient(\n\tkgo.SeedBrokers("k:1"),\n\tkgo.DialTLS(),\n)\n', { 'franz-go': 'public' }],
]

const python = (rest: string) =>
  `from opensearchpy import OpenSearch\nclient = OpenSearch(\n    hosts=[{"host": "${HOST}", "port": 1}],\n    http_auth=("u", "${PASSWORD}"),\n    use_ssl=True,\n    ${rest}\n)\n`
const CALLS: Cases = [
  [python('verify_certs=True,\n    ca_certs="ca.pem",'), { 'opensearch-py': 'full' }],
  [python('ca_certs="ca.pem",\n    ssl_assert_hostname=False,'), { 'opensearch-py': 'chain' }],
  [python('verify_certs=False,'), { 'opensearch-py': 'none' }],
  [python('ca_certs=os.getenv("CA"),'), { 'opensearch-py': 'depends' }],
  [python('verify_certs=VERIFY,'), { 'opensearch-py': 'depends' }],
  [`client = OpenSearch("https://u:${PASSWORD}@${HOST}:1", use_ssl=True)\n`, { 'opensearch-py': 'public' }],
  [`client = OpenSearch(hosts=[{"host": "${HOST}", "port": 1}], ca_certs="ca.pem")\n`, { 'opensearch-py': 'plain' }],
  [`client = OpenSearch(hosts=hosts, ca_certs="ca.pem")\n`, { 'opensearch-py': 'depends' }],
  [`es = Elasticsearch(hosts=hosts, ca_certs="ca.pem")\n`, { 'elasticsearch-py': 'depends' }],
  [
    `const { Client } = require('@opensearch-project/opensearch')\nconst client = new Client({\n  node: 'https://u:${PASSWORD}@${HOST}:1',\n  ssl: { ca: fs.readFileSync('./ca.pem') },\n})\n`,
    { 'opensearch-js': 'full' },
  ],
  [
    `const { Client } = require('@elastic/elasticsearch')\nconst client = new Client({ node: 'https://${HOST}:1', tls: { rejectUnauthorized: false } })\n`,
    { 'opensearch-js': 'none' },
  ],
  [
    `require "redis"\nredis = Redis.new(url: "rediss://u:${PASSWORD}@${HOST}:1", ssl_params: { ca_file: "ca.pem" })\n`,
    { 'redis-rb': 'full' },
  ],
  [
    `<?php\n$client = new Predis\\Client([\n  'scheme' => 'tls',\n  'password' => '${PASSWORD}',\n  'ssl' => ['cafile' => 'ca.pem', 'verify_peer' => true],\n]);\n`,
    { Predis: 'full' },
  ],
  [
    `<?php\n$client = new Predis\\Client(['scheme' => 'tls', 'password' => '${PASSWORD}', 'ssl' => ['verify_peer' => false]]);\n`,
    { Predis: 'none' },
  ],
]

const beats = (ssl: string) =>
  `output.elasticsearch:\n  hosts: ["https://${HOST}:1"]\n  password: "${PASSWORD}"\n  ssl:\n    certificate_authorities: ["/ca.pem"]\n${ssl}`
const vector = (tls: string) => `sinks:\n  out:\n    type: kafka\n    bootstrap_servers: k:1\n    tls:\n${tls}`
const SHIPPERS: Cases = [
  // Without TLS, whatever the settings for it say.
  ['[[outputs.opensearch]]\nurls = ["http://h:1"]\ntls_ca = "/ca.pem"\n', { Telegraf: 'plain' }],
  ['sinks:\n  o:\n    type: http\n    uri: http://h:1\n    tls:\n      ca_file: /c\n', { Vector: 'plain' }],
  [
    'opensearch.hosts: ["http://h:1"]\nopensearch.ssl.verificationMode: full\nopensearch.ssl.certificateAuthorities: ["/ca.pem"]\n',
    { 'OpenSearch Dashboards': 'plain' },
  ],
  [beats(''), { Beats: 'full' }],
  // Elasticsearch is asked in plain text, unless something says https.
  [beats('').replace('https://', ''), { Beats: 'plain' }],
  [beats('').replace('https://', '').replace('  ssl:', '  protocol: https\n  ssl:'), { Beats: 'full' }],
  [beats('    verification_mode: certificate\n'), { Beats: 'chain' }],
  [beats('    verification_mode: none\n'), { Beats: 'none' }],
  [
    `output.kafka:\n  hosts: ["k:1"]\n  password: "${PASSWORD}"\n  sasl.mechanism: SCRAM-SHA-256\n  ssl.enabled: true\n  ssl.certificate_authorities: ["/ca.pem"]\n`,
    { Beats: 'full' },
  ],
  [
    `opensearch.hosts: ["https://${HOST}:1"]\nopensearch.password: ${PASSWORD}\nopensearch.ssl.verificationMode: full\nopensearch.ssl.certificateAuthorities: ["/ca.pem"]\n`,
    { 'OpenSearch Dashboards': 'full' },
  ],
  [vector('      enabled: true\n      ca_file: /ca.pem\n'), { Vector: 'full' }],
  [vector('      enabled: true\n      ca_file: /ca.pem\n      verify_hostname: false\n'), { Vector: 'chain' }],
  [vector('      ca_file: /ca.pem\n'), { Vector: 'plain' }],
  [vector('      enabled: true\n      ca_path: /ca.pem\n'), { Vector: 'full' }],
  [
    `[sinks.os]\ntype = "elasticsearch"\nauth.password = "${PASSWORD}"\ntls.verify_certificate = false\n`,
    { Vector: 'none' },
  ],
  ['[[outputs.kafka]]\nbrokers = ["k:1"]\ntls_ca = "/ca.pem"\n', { Telegraf: 'full' }],
  ['[[outputs.kafka]]\nbrokers = ["k:1"]\ntls_ca = "/ca.pem"\ninsecure_skip_verify = true\n', { Telegraf: 'none' }],
  ['[[outputs.kafka]]\nbrokers = ["k:1"]\nenable_tls = false\ntls_ca = "/ca.pem"\n', { Telegraf: 'plain' }],
  ['[[inputs.mysql]]\ntls_ca = "/ca.pem"\n', { Telegraf: 'depends' }],
  ['[[inputs.mysql]]\nservers = ["u:p@tcp(h:1)/"]\ntls_ca = "/ca.pem"\n', { 'go-sql-driver/mysql': 'plain' }],
  [
    'output {\n  elasticsearch {\n    hosts => ["h:1"]\n    ssl_certificate_authorities => ["/ca.pem"]\n  }\n}\n',
    { Logstash: 'plain' },
  ],
  [
    `output {\n  elasticsearch {\n    hosts => ["https://h:1"]\n    password => "${PASSWORD}"\n    ssl_enabled => true\n    ssl_certificate_authorities => ["/ca.pem"]\n  }\n}\n`,
    { Logstash: 'full' },
  ],
  [
    `output {\n  opensearch {\n    hosts => ["https://h:1"]\n    password => "${PASSWORD}"\n    ssl => true\n    ssl_certificate_verification => false\n  }\n}\n`,
    { Logstash: 'none' },
  ],
]

export const OWN_CALL_CASES: Cases = [...NODE, ...BUILDERS, ...ELIXIR, ...GO, ...CALLS, ...SHIPPERS]
