/** Settings in words that one program or framework alone has, each with a neighbour that comes to something else. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const HOST = 'db.a.aivencloud.com'
const PASSWORD = 'S3cr3tS3cr3t'
const URL = `postgres://avnadmin:${PASSWORD}@${HOST}:1/d`

const laravel = (kind: string, rest: string) =>
  `APP_NAME=Shop\n\n# Database\nDB_CONNECTION=${kind}\nDB_HOST=${HOST}\nDB_PASSWORD=${PASSWORD}\n${rest}`
const strapi = (rest: string) =>
  `DATABASE_CLIENT=postgres\nDATABASE_HOST=${HOST}\nDATABASE_PASSWORD=${PASSWORD}\n${rest}`
const directus = (kind: string, rest: string) =>
  `DB_CLIENT="${kind}"\nDB_HOST="${HOST}"\nDB_PASSWORD="${PASSWORD}"\n${rest}`
const n8n = (rest: string) =>
  `DB_TYPE=postgresdb\nDB_POSTGRESDB_HOST=${HOST}\nDB_POSTGRESDB_PASSWORD=${PASSWORD}\n${rest}`
const keycloak = (properties: string, env = '') =>
  `services:\n  keycloak:\n    image: quay.io/keycloak/keycloak\n${env}    environment:\n      KC_DB: postgres\n      KC_DB_URL_HOST: ${HOST}\n      KC_DB_URL_PROPERTIES: "${properties}"\n      KC_DB_PASSWORD: ${PASSWORD}\n`

const VARIABLES: Cases = [
  [laravel('pgsql', 'DB_SSLMODE=require\n'), { Laravel: 'none' }],
  [laravel('pgsql', 'DB_SSLMODE=verify-full\n'), { Laravel: 'depends' }],
  [laravel('pgsql', 'DB_SSLMODE=${MODE}\n'), { Laravel: 'depends' }],
  [laravel('pgsql', ''), { Laravel: 'depends' }],
  [laravel('mysql', 'MYSQL_ATTR_SSL_CA=/app/ca.pem\n'), { Laravel: 'full' }],
  [laravel('mysql', 'MYSQL_ATTR_SSL_CA=/etc/ssl/certs/ca-certificates.crt\n'), { Laravel: 'public' }],
  [laravel('mysql', 'MYSQL_ATTR_SSL_CA=\n'), { Laravel: 'depends' }],
  [laravel('sqlite', 'MYSQL_ATTR_SSL_CA=/app/ca.pem\n'), {}],
  ['DB_CONNECTION=mysql\nDB_HOST=127.0.0.1\n', {}],
  [strapi('DATABASE_SSL=true\nDATABASE_SSL_REJECT_UNAUTHORIZED=false\n'), { Strapi: 'none' }],
  [strapi('DATABASE_SSL=true\n'), { Strapi: 'public' }],
  [strapi('DATABASE_SSL=false\nDATABASE_SSL_REJECT_UNAUTHORIZED=true\n'), { Strapi: 'plain' }],
  [strapi('DATABASE_SSL=$TLS\n'), { Strapi: 'depends' }],
  // Its own truth: nothing but true, and the text of a CA.
  [strapi('DATABASE_SSL=true\nDATABASE_SSL_REJECT_UNAUTHORIZED=1\n'), { Strapi: 'none' }],
  [strapi('DATABASE_SSL=1\n'), { Strapi: 'plain' }],
  [strapi('DATABASE_SSL=true\nDATABASE_SSL_CA=/app/ca.pem\n'), { Strapi: 'fails' }],
  [strapi('DATABASE_SSL=true\nDATABASE_SSL_CA="-----BEGIN CERTIFICATE-----\\nMIIB"\n'), { Strapi: 'full' }],
  [directus('pg', 'DB_SSL__REJECT_UNAUTHORIZED=false\n'), { Directus: 'none' }],
  [directus('pg', 'DB_SSL__CA_FILE="/directus/ca.pem"\n'), { Directus: 'full' }],
  [directus('mysql', 'DB_SSL__CA_FILE="/directus/ca.pem"\n'), { Directus: 'chain' }],
  [directus('pg', 'DB_SSL="true"\n'), { Directus: 'public' }],
  [directus('pg', 'DB_SSL="false"\n'), { Directus: 'plain' }],
  [directus('mysql', 'DB_SSL="true"\n'), { Directus: 'fails' }],
  [directus('pg', 'DB_SSL__CA="/directus/ca.pem"\n'), { Directus: 'fails' }],
  // It takes false alone for false; a switch of that name is doubted all the same.
  [directus('pg', 'DB_SSL__CA_FILE="/c"\nDB_SSL__REJECT_UNAUTHORIZED=0\n'), { Directus: 'depends' }],
  [n8n('DB_POSTGRESDB_SSL_ENABLED=true\nDB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED=false\n'), { n8n: 'none' }],
  [n8n('DB_POSTGRESDB_SSL_CA_FILE=/run/ca.pem\n'), { n8n: 'full' }],
  [n8n('DB_POSTGRESDB_SSL_ENABLED=true\n'), { n8n: 'public' }],
  [n8n('DB_POSTGRESDB_SSL_ENABLED=false\n'), { n8n: 'plain' }],
  [n8n('DB_POSTGRESDB_SSL_ENABLED=yes\n'), { n8n: 'plain' }],
  [n8n('DB_POSTGRESDB_SSL_ENABLED=1\nDB_POSTGRESDB_SSL_REJECT_UNAUTHORIZED=no\n'), { n8n: 'depends' }],
  [n8n('DB_POSTGRESDB_SSL_CERT_FILE=/run/c.pem\n'), { n8n: 'public' }],
  [n8n('DB_POSTGRESDB_SSL_CA=/run/ca.pem\n'), { n8n: 'fails' }],
  [n8n(''), {}],
  [keycloak('?sslmode=require'), { Keycloak: 'none' }],
  [keycloak('?sslmode=verify-full&sslrootcert=/ca.pem'), { Keycloak: 'full' }],
  // What a file of variables adds isn't shown.
  [keycloak('?sslmode=verify-full&sslrootcert=/ca.pem', '    env_file: .env\n'), { Keycloak: 'depends' }],
  [`AUTHENTIK_POSTGRESQL__HOST=${HOST}\nAUTHENTIK_POSTGRESQL__SSLMODE=require\n`, { authentik: 'none' }],
  ['AUTHENTIK_POSTGRESQL__SSLMODE=verify-full\nAUTHENTIK_POSTGRESQL__SSLROOTCERT=/ca.pem\n', { authentik: 'full' }],
  [`[database]\nDB_TYPE = postgres\nHOST = ${HOST}:1\nPASSWD = ${PASSWORD}\nSSL_MODE = require\n`, { Gitea: 'none' }],
  ['GITEA__database__DB_TYPE=mysql\nGITEA__database__SSL_MODE=skip-verify\n', { Gitea: 'none' }],
  ['GITEA__database__DB_TYPE=mysql\nGITEA__database__SSL_MODE=require\n', { Gitea: 'fails' }],
  ['GITEA__database__DB_TYPE=postgres\nGITEA__database__SSL_MODE=disable\n', { Gitea: 'plain' }],
  [`database = postgres\npg_host = ${HOST}\npg_password = ${PASSWORD}\npg_ssl = off\n`, { Kong: 'plain' }],
  [`KONG_PG_HOST=${HOST}\nKONG_PG_SSL=on\n`, { Kong: 'none' }],
  // Without TLS at the server, it goes on in plain text.
  [`KONG_PG_HOST=${HOST}\nKONG_PG_SSL=on\nKONG_PG_SSL_VERIFY=on\n`, { Kong: 'none' }],
  [`KONG_PG_HOST=${HOST}\nKONG_PG_SSL=on\nKONG_PG_SSL_VERIFY=on\nKONG_PG_SSL_REQUIRED=on\n`, { Kong: 'chain' }],
  [`KONG_PG_HOST=${HOST}\nKONG_PG_SSL=on\nKONG_PG_SSL_VERIFY=on\nKONG_PG_SSL_REQUIRED=$R\n`, { Kong: 'depends' }],
  [`DBHost=${HOST}\nDBPassword=${PASSWORD}\nDBTLSConnect=required\n`, { Zabbix: 'none' }],
  [`DBHost=${HOST}\nDBTLSConnect=verify_full\nDBTLSCAFile=/etc/ca.pem\n`, { Zabbix: 'full' }],
  [`DBHost=${HOST}\nDBTLSConnect=verify_full\n`, { Zabbix: 'fails' }],
  [
    `spring.data.redis.host=${HOST}\nspring.data.redis.password=${PASSWORD}\nspring.data.redis.ssl.enabled=false\n`,
    { 'Spring Data Redis': 'plain' },
  ],
  [
    `spring:\n  data:\n    redis:\n      host: ${HOST}\n      ssl:\n        enabled: true\n`,
    { 'Spring Data Redis': 'depends' },
  ],
]

const rails = (adapter: string, rest: string) =>
  `production:\n  adapter: ${adapter}\n  host: ${HOST}\n  password: ${PASSWORD}\n${rest}`
const debezium = (mode: string, rest = '') =>
  `{"name":"s","config":{"connector.class":"io.debezium.connector.mysql.MySqlConnector","database.password":"${PASSWORD}","database.ssl.mode":"${mode}"${rest}}}`
const STORE = `,"database.ssl.truststore":"/t.jks","database.ssl.truststore.password":"${PASSWORD}"`
const task = (module: string, rest: string) =>
  `- name: Do it\n  ${module}:\n    login_host: ${HOST}\n    login_password: ${PASSWORD}\n${rest}`
const doctrine = (driver: string, rest: string) =>
  `doctrine:\n  dbal:\n    driver: ${driver}\n    host: ${HOST}\n    password: '${PASSWORD}'\n${rest}`

const FILES: Cases = [
  [rails('mysql2', '  ssl_mode: verify_identity\n  sslca: config/ca.pem\n  sslverify: true\n'), { mysql2: 'depends' }],
  // MariaDB's library doesn't know the mode.
  [rails('mysql2', '  ssl_mode: :verify_identity\n  sslca: config/ca.pem\n'), { mysql2: 'depends' }],
  [rails('mysql2', '  ssl_mode: required\n'), { mysql2: 'none' }],
  [rails('mysql2', '  ssl_mode: disabled\n'), { mysql2: 'plain' }],
  [rails('mysql2', '  sslca: config/ca.pem\n'), { mysql2: 'depends' }],
  [rails('mysql2', ''), {}],
  [rails('trilogy', '  ssl_mode: verify_ca\n  ssl_ca: config/ca.pem\n'), { Trilogy: 'chain' }],
  [rails('trilogy', '  ssl_mode: verify_identity\n  ssl_ca: config/ca.pem\n'), { Trilogy: 'full' }],
  [rails('trilogy', '  ssl_mode: verify_identity\n'), { Trilogy: 'public' }],
  // The name is mysql2's.
  [rails('trilogy', '  ssl_mode: verify_identity\n  sslca: config/ca.pem\n'), { Trilogy: 'public' }],
  [rails('trilogy', '  ssl_ca: config/ca.pem\n'), { Trilogy: 'plain' }],
  // What its url says counts first.
  [rails('postgresql', '  sslmode: verify-full\n  sslrootcert: /ca.pem\n'), { 'pg (Ruby': 'full' }],
  [
    rails('postgresql', "  sslmode: verify-full\n  sslrootcert: /ca.pem\n  url: <%= ENV['DATABASE_URL'] %>\n"),
    { 'pg (Ruby': 'depends' },
  ],
  // cable.yml
  [rails('redis', '  ssl: true\n  ssl_params:\n    ca_file: /ca.pem\n'), { 'redis-rb': 'full' }],
  [
    rails('redis', '  ssl: true\n  ssl_params:\n    verify_mode: <%= OpenSSL::SSL::VERIFY_NONE %>\n'),
    { 'redis-rb': 'none' },
  ],
  [rails('redis', "  url: <%= ENV['REDIS_URL'] %>\n  ssl_params:\n    ca_file: /ca.pem\n"), { 'redis-rb': 'depends' }],
  [rails('trilogy', '  ssl: true\n  ssl_mode: SSL_MODE_REQUIRED\n'), { Trilogy: 'none' }],
  [`DATABASE_URL=mysql2://a:${PASSWORD}@${HOST}:1/d?ssl_mode=required\n`, { mysql2: 'none' }],
  [debezium('required'), { Debezium: 'none' }],
  [debezium('verify_identity', STORE), { Debezium: 'full' }],
  [debezium('verify_ca', STORE), { Debezium: 'chain' }],
  [debezium('verify_identity'), { Debezium: 'depends' }],
  [debezium('verify-full', STORE), { Debezium: 'fails' }],
  [debezium('verify-full', STORE).replace('.MySql', '.MariaDb'), { Debezium: 'full' }],
  [debezium('verify-ca', STORE).replace('.MySql', '.MariaDb'), { Debezium: 'chain' }],
  [debezium('trust').replace('.MySql', '.MariaDb'), { Debezium: 'none' }],
  [debezium('required').replace('.MySql', '.MariaDb'), { Debezium: 'fails' }],
  [task('community.postgresql.postgresql_db', '    ssl_mode: require\n'), { Ansible: 'none' }],
  [task('postgresql_query', '    ssl_mode: verify-full\n    ca_cert: /etc/ca.pem\n'), { Ansible: 'full' }],
  [task('postgresql_query', '    ssl_mode: "{{ mode }}"\n    ca_cert: /etc/ca.pem\n'), { Ansible: 'depends' }],
  [task('community.mysql.mysql_user', '    ca_cert: /etc/ca.pem\n    check_hostname: true\n'), { Ansible: 'depends' }],
  [task('mysql_user', '    ca_cert: /etc/ca.pem\n    check_hostname: false\n'), { Ansible: 'chain' }],
  [task('mysql_user', '    ca_cert: /etc/ca.pem\n'), { Ansible: 'depends' }],
  [task('ansible.builtin.uri', '    validate_certs: no\n'), { 'The client': 'none' }],
  [
    doctrine('pdo_mysql', "    options:\n      !php/const PDO::MYSQL_ATTR_SSL_CA: '%kernel.project_dir%/ca.pem'\n"),
    { Doctrine: 'full' },
  ],
  [
    doctrine(
      'pdo_mysql',
      "    options:\n      !php/const PDO::MYSQL_ATTR_SSL_CA: 'ca.pem'\n      !php/const PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT: false\n",
    ),
    { Doctrine: 'none' },
  ],
  [doctrine('pdo_pgsql', '    sslmode: verify-full\n    sslrootcert: ca.pem\n'), { Doctrine: 'full' }],
  [
    `gitlab_rails['db_host'] = '${HOST}'\ngitlab_rails['db_password'] = '${PASSWORD}'\ngitlab_rails['db_sslmode'] = 'require'\n`,
    { 'pg (Ruby': 'none' },
  ],
  [`[options]\ndb_host = ${HOST}\ndb_password = ${PASSWORD}\ndb_sslmode = require\n`, { psycopg: 'none' }],
  [
    `database:\n  name: psycopg2\n  args:\n    password: ${PASSWORD}\n    host: ${HOST}\n    sslmode: require\n`,
    { psycopg: 'none' },
  ],
  [`{"Servers":{"1":{"Host":"${HOST}","MaintenanceDB":"d","SSLMode":"require"}}}`, { psycopg: 'none' }],
]

/** What holds variables for others, or is a program's own name of an address. */
const PLACES: Cases = [
  [`MM_SQLSETTINGS_DATASOURCE=${URL}?sslmode=require&connect_timeout=10\n`, { Go: 'none' }],
  [`{"SqlSettings": {"DriverName": "postgres", "DataSource": "${URL}?sslmode=disable"}}`, { Go: 'plain' }],
  [`HASURA_GRAPHQL_DATABASE_URL=${URL}?sslmode=require\n`, { libpq: 'none' }],
  [`db-uri = "${URL}?sslmode=require"\ndb-schemas = "api"\n`, { libpq: 'none' }],
  [`[[outputs.postgresql]]\n  connection = "${URL}?sslmode=require"\n`, { pgx: 'none' }],
  [`DATABASE_URL="${URL}?schema=public&sslmode=require"\n`, { Prisma: 'depends', 'node-postgres': 'public' }],
  [`helm upgrade -i shop ./chart --set env.PGSSLMODE=require --set env.PGPASSWORD=${PASSWORD}\n`, { libpq: 'none' }],
  [
    'helm upgrade -i shop ./chart --set image.tag=1,env.PGSSLMODE=verify-full,env.PGSSLROOTCERT=/ca.pem\n',
    { libpq: 'full' },
  ],
  [
    'container {\n  env {\n    name  = "PGSSLMODE"\n    value = "require"\n  }\n}\n'.replace(
      /^/,
      'resource "x" "y" {\n',
    ) + '}\n',
    { libpq: 'none' },
  ],
  [
    'resource "x" "y" {\n  d = jsonencode([{\n    environment = [\n      { name = "PGSSLMODE", value = "verify-full" },\n      { name = "PGSSLROOTCERT", value = "/ca.pem" },\n    ]\n  }])\n}\n',
    { libpq: 'full' },
  ],
  [
    `akka.kafka.producer {\n  kafka-clients {\n    bootstrap.servers = "k:1"\n    security.protocol = SSL\n    ssl.truststore.location = "/t.jks"\n    ssl.truststore.password = "${PASSWORD}"\n  }\n}\n`,
    { 'Java client': 'full' },
  ],
  [
    'import dj_database_url\nDATABASES = {"default": dj_database_url.config(ssl_require=True)}\n',
    { psycopg: 'depends' },
  ],
  [
    '$r = Invoke-WebRequest "https://h.example.com:1/_cat" -SkipCertificateCheck\n$r.Content\n',
    { 'Invoke-WebRequest': 'none' },
  ],
  ['Invoke-RestMethod -Uri https://h.example.com:1 -SkipCertificateCheck\n', { 'Invoke-RestMethod': 'none' }],
  ['Invoke-RestMethod -Uri https://h.example.com:1\n', {}],
  [
    "<?php\n$redis->connect('tls://h', 1, 2.5, NULL, 0, 0, ['stream' => ['verify_peer' => false, 'verify_peer_name' => false]]);\n",
    { PHP: 'none' },
  ],
  [
    'RestClientBuilder b = RestClient.builder(new HttpHost("h", 1, "https"))\n  .setHttpClientConfigCallback(b -> b\n  .setSSLContext(SSLContexts.custom().loadTrustMaterial(null, (chain, authType) -> true).build())\n  .setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE));\n',
    { Java: 'none' },
  ],
]

const env = (name: string, value: string) => `  env {\n    name = "${name}"\n    value = "${value}"\n  }\n`
/** Two containers of one file. */
const CONTAINERS: Cases = [
  [
    `resource "a" "b" {\n${env('PGSSLMODE', 'verify-full')}${env('PGSSLROOTCERT', '/ca.pem')}}\nresource "a" "c" {\n${env('PGSSLMODE', 'disable')}}\n`,
    { libpq: 'full', 'libpq 2': 'plain' },
  ],
]

export const OWN_NAME_CASES: Cases = [...VARIABLES, ...FILES, ...PLACES, ...CONTAINERS]
