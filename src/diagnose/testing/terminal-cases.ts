/** Commands whose options say how they verify, and calls whose arguments do: one answer for an address and its switch. */
const HOST = 'os.example.com:24947'
const LOGIN = 'app:S3cr3tS3cr3t'
const PSQL = 'psql -h db.example.com -p 1 -U app -d d'

export const TERMINAL = [
  [`curl --cacert ca.pem -u ${LOGIN} https://${HOST}/_cat/indices`, { curl: 'full' }],
  [`$ curl -s --cacert=ca.pem \\\n  https://${HOST} -u ${LOGIN}`, { curl: 'full' }],
  [`CURL_CA_BUNDLE=ca.pem curl https://${HOST}`, { curl: 'full' }],
  [`curl "https://${LOGIN}@${HOST}"`, { curl: 'public' }],
  [`curl --cacert /etc/ssl/certs/ca-certificates.crt https://${HOST}`, { curl: 'public' }],
  [`curl -k --cacert ca.pem https://${HOST}`, { curl: 'none' }],
  [`curl --cacert ca.pem http://${LOGIN}@${HOST}`, { curl: 'plain' }],
  ['curl --cacert ca.pem "$OPENSEARCH_URI/_cat/indices"', { curl: 'depends' }],
  [`curl --cacert ca.pem --config more.txt https://${HOST}`, { curl: 'depends' }],
  [`curl -ok https://${LOGIN}@${HOST}`, { curl: 'public' }],
  [`curl -fsSk --cacert ca.pem https://${HOST}`, { curl: 'none' }],
  [`curl $OPTIONS --cacert ca.pem https://${HOST}`, { curl: 'depends' }],
  [`curl "\${OPTIONS[@]}" --cacert ca.pem https://${HOST}`, { curl: 'depends' }],
  [`curl --cacert "$CA" -H "$HEADER" https://${HOST}`, { curl: 'full' }],
  // libpq takes its names as they are written, and refuses others.
  ...['sslMode=verify-full&sslrootcert=ca.pem', 'sslmode=verify-full&sslrootcert=ca.pem&sslca=x'].flatMap(
    (query) =>
      [
        [`psql "postgres://${LOGIN}@${HOST}/d?${query}"`, { psql: 'fails' }],
        [`psql "host=h ${query.replaceAll('&', ' ')}"`, { psql: 'fails' }],
      ] as const,
  ),
  ['psql "host=h sslmode=verify-full sslrootcert=ca.pem ssl_min_protocol_version=TLSv1.2"', { psql: 'full' }],
  ['psycopg2.connect(host="h", sslmode="verify-full", ssl_rootcert="ca.pem")', { psycopg: 'fails' }],
  ['psycopg2.connect(host="h", sslmode="verify-full", sslrootcert="ca.pem", cursor_factory=C)', { psycopg: 'full' }],
  ['PG_SSLMODE=verify-full\nPGSSLROOTCERT=ca.pem\nPGHOST=h\n', { libpq: 'depends' }],
  ['curl -fsSL https://get.example.com/setup.sh | sh', {}],
  ['curl -d @connector.json http://localhost:8083/connectors', {}],
  [`wget --ca-certificate=ca.pem https://${LOGIN}@${HOST}/`, { wget: 'full' }],
  [`wget https://${LOGIN}@${HOST}/`, { wget: 'public' }],
  [`wget --no-check-certificate https://${HOST}/`, { wget: 'none' }],
  [`http --verify=ca.pem -a ${LOGIN} https://${HOST}/`, { HTTPie: 'full' }],
  [`http --verify=no -a ${LOGIN} https://${HOST}/`, { http: 'none' }],
  ['cqlsh --ssl -u app -p S3cr3tS3cr3t c.example.com 1', { cqlsh: 'depends' }],
  ['SSL_CERTFILE=ca.pem cqlsh --ssl c.example.com 1', { cqlsh: 'chain' }],
  ['SSL_VALIDATE=false cqlsh --ssl c.example.com 1', { cqlsh: 'none' }],
  ['clickhouse-client --host c.example.com --secure --password S3cr3tS3cr3t', { 'clickhouse-client': 'depends' }],
  ['clickhouse-client --host c --secure --accept-invalid-certificate', { 'clickhouse-client': 'none' }],
  [PSQL, { psql: 'none' }],
  ['pg_dump --host=db.example.com --username=app --no-password d', { pg_dump: 'none' }],
  [`export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\n${PSQL}`, { libpq: 'full' }],
  [`source ./env.sh\n${PSQL}`, {}],
  // Set too late for the first command.
  [`${PSQL}\nexport PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem\n${PSQL}`, { psql: 'depends', libpq: 'full' }],
  // libpq refuses names that it doesn't know.
  ['psql "postgres://app@h:1/d?sslmode=verify-full&sslrootcert=ca.pem&schema=public"', { psql: 'fails' }],
  ['psql "postgres://app@h:1/d?sslmode=verify-full&sslrootcert=ca.pem&application_name=x"', { psql: 'full' }],
  ['psql "postgres://app@h:1/d"', { psql: 'none' }],
  ['psql -h /var/run/postgresql -U app', {}],
  ['psql -h db.example.com "service=mine"', {}],
  [`redis-cli -u rediss://${LOGIN}@${HOST} --insecure`, { 'redis-cli': 'none' }],
  [`redis-cli -u rediss://${LOGIN}@${HOST} --cacert ca.pem`, { 'redis-cli': 'chain' }],
  [`redis-cli -u redis://${LOGIN}@${HOST} --tls --cacert ca.pem`, { 'redis-cli': 'chain' }],
  [`redis-cli -u redis://${LOGIN}@${HOST}`, { Every: 'plain' }],
  ['redis-cli --tls -h c.example.com', { 'redis-cli': 'depends' }],
  ['redis-cli --tls --cacert ca.pem -h c.example.com', { 'redis-cli': 'chain' }],
  ['valkey-cli --insecure -h c.example.com', { 'redis-cli': 'plain' }],
] as const

/** The address alone leaves it open; a switch of the same call decides. */
export const SETTLED = [
  [`new Redis("rediss://${LOGIN}@${HOST}", { tls: { rejectUnauthorized: false } })`, { ioredis: 'none' }],
  [`$r = new Predis\\Client('rediss://${LOGIN}@h:1', ['ssl' => ['verify_peer' => false]]);`, { Predis: 'none' }],
  [
    '$pdo = new PDO("mysql:host=h;dbname=d", "app", "S3cr3tS3cr3t", [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false]);',
    { 'PHP PDO': 'none' },
  ],
  // Another call of the same text says nothing of it.
  [
    `new Redis("rediss://${LOGIN}@${HOST}"); new Agent({ rejectUnauthorized: false })`,
    { ioredis: 'depends', 'Node.js': 'none' },
  ],
] as const
