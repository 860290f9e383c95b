/** Clients and commands that say with names of their own how they verify, each with neighbours that come to something else. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const HOST = 'svc.a.aivencloud.com'
const PASSWORD = 'S3cr3tS3cr3t'
const URL = `https://u:${PASSWORD}@${HOST}:1/`

/** Rows of one text with other arguments. */
const rows = (
  client: string,
  text: (rest: string) => string,
  cases: readonly (readonly [rest: string, verifies: string])[],
): Cases => cases.map(([rest, verifies]) => [text(rest), { [client]: verifies }])

const HTTPS: Cases = [
  ...rows('requests', (rest) => `import requests\nr = requests.get('${URL}'${rest})\n`, [
    [", verify='ca.pem'", 'full'],
    ['', 'public'],
    [', verify=True', 'public'],
    [', verify=False', 'none'],
    [", verify=os.environ['CA']", 'depends'],
    [", verify=False if debug else 'ca.pem'", 'depends'],
    [", verify='/etc/ssl/certs/ca-certificates.crt'", 'public'],
    [', verify=certifi.where()', 'public'],
  ]),
  ...rows('requests', (rest) => `import requests\ns = requests.Session()\ns.verify = ${rest}\nr = s.get('${URL}')\n`, [
    ["'ca.pem'", 'full'],
    ['True', 'public'],
  ]),
  [
    `import requests\ns = requests.Session()\ns.mount('https://', Adapter())\ns.verify = 'ca.pem'\nr = s.get('${URL}')\n`,
    { requests: 'depends' },
  ],
  ["import requests\nr = requests.get('https://example.com/a')\n", {}],
  ["import requests\nr = requests.get('http://h:1/', verify='ca.pem')\n", {}],
  ["import requests\nr = requests.get(url, verify='ca.pem')\n", { requests: 'depends' }],
  ...rows('httpx', (rest) => `import httpx\nwith httpx.Client(base_url='${URL}'${rest}) as c:\n    r = c.get('/')\n`, [
    [", verify='ca.pem'", 'full'],
    ['', 'public'],
    [', verify=False', 'none'],
    [", verify='ca.pem', transport=transport", 'depends'],
  ]),
  ...rows('aiohttp', (rest) => `import aiohttp\nconnector = aiohttp.TCPConnector(${rest})\n`, [
    ['ssl=False', 'none'],
    ['ssl=True', 'public'],
    ['ssl=ssl.create_default_context(cafile="ca.pem")', 'full'],
    ['ssl=make()', 'depends'],
  ]),
  ...rows('urllib3', (rest) => `import urllib3\nhttp = urllib3.PoolManager(${rest})\n`, [
    ["ca_certs='ca.pem'", 'full'],
    ["ca_certs='ca.pem', assert_hostname=False", 'chain'],
    ['ca_certs=certifi.where()', 'public'],
    ['ssl_context=ssl.create_default_context(), assert_hostname=False', 'chain'],
    ['ssl_context=ssl.create_default_context(), ca_certs="ca.pem"', 'depends'],
    ["cert_reqs='CERT_NONE'", 'none'],
    ["cert_reqs='CERT_REQUIRED'", 'public'],
  ]),
]

const CLICKHOUSE: Cases = [
  ...rows(
    'clickhouse-driver',
    (rest) => `from clickhouse_driver import Client\nc = Client('${HOST}', port=1${rest})\n`,
    [
      [", secure=True, ca_certs='ca.pem'", 'full'],
      [", secure=True, ca_certs='ca.pem', check_hostname=False", 'chain'],
      [', secure=True', 'public'],
      [', secure=True, ca_certs=certifi.where()', 'public'],
      [', secure=True, verify=False', 'none'],
      ['', 'plain'],
      [', secure=tls', 'depends'],
    ],
  ),
  ...rows(
    'clickhouse-connect',
    (rest) => `import clickhouse_connect\nc = clickhouse_connect.get_client(host='${HOST}'${rest})\n`,
    [
      [", port=1, secure=True, ca_cert='ca.pem'", 'full'],
      [", port=8443, ca_cert='ca.pem'", 'full'],
      [', port=1, secure=True', 'public'],
      [', port=1, secure=True, verify=False', 'none'],
      [', port=8123', 'plain'],
      [', port=port', 'depends'],
    ],
  ),
]

const cluster = (rest: string) => `from cassandra.cluster import Cluster\nc = Cluster(['${HOST}'], port=1${rest})\n`
const gocql = (rest: string) =>
  `cluster := gocql.NewCluster("${HOST}")\ncluster.SslOpts = &gocql.SslOptions{${rest}}\nsession, err := cluster.CreateSession()\n`
const CASSANDRA: Cases = [
  ...rows('cassandra-driver', cluster, [
    ['', 'plain'],
    // It compares the certificate with the IP address unless told the name.
    [', ssl_context=ssl.create_default_context(cafile="ca.pem")', 'fails'],
    [`, ssl_context=ssl.create_default_context(cafile="ca.pem"), ssl_options={'server_hostname': '${HOST}'}`, 'full'],
    [', ssl_context=ssl.create_default_context(cafile="ca.pem"), ssl_options=options', 'depends'],
    [', ssl_context=make()', 'depends'],
    [", ssl_options={'ca_certs': 'ca.pem'}", 'depends'],
    [", ssl_options={'ca_certs': 'ca.pem', 'check_hostname': True}", 'fails'],
  ]),
  ...rows('gocql', gocql, [
    // It depends on the version, which nothing tells here.
    ['CaPath: "ca.pem", EnableHostVerification: true', 'depends'],
    ['EnableHostVerification: true', 'depends'],
    ['CaPath: "ca.pem"', 'none'],
    ['CaPath: "ca.pem", EnableHostVerification: false', 'none'],
    ['CaPath: "ca.pem", EnableHostVerification: verify', 'depends'],
    ['Config: &tls.Config{RootCAs: pool}', 'depends'],
    [`Config: &tls.Config{RootCAs: pool, ServerName: "${HOST}"}`, 'full'],
    ['Config: &tls.Config{RootCAs: pool, ServerName: "h"}', 'depends'],
    ['Config: &tls.Config{}, CaPath: "ca.pem"', 'depends'],
    [`Config: &tls.Config{ServerName: "${HOST}"}, CaPath: "ca.pem"`, 'full'],
    ['Config: config', 'depends'],
  ]),
]

const FAUST: Cases = rows(
  'Faust',
  (rest) =>
    `import faust, ssl\nctx = ssl.create_default_context(cafile="ca.pem")\napp = faust.App('a', broker='kafka://h:1'${rest})\n`,
  [
    [', broker_credentials=ctx', 'full'],
    [`, broker_credentials=faust.SASLCredentials(username='u', password='${PASSWORD}', ssl_context=ctx)`, 'full'],
    [`, broker_credentials=faust.SASLCredentials(username='u', password='${PASSWORD}')`, 'plain'],
  ],
)

const OTHERS: Cases = [
  ...rows('Redix', (rest) => `{:ok, conn} = Redix.start_link(host: "${HOST}", port: 1${rest})\n`, [
    ['', 'plain'],
    [', ssl: true', 'public'],
    [', ssl: true, socket_opts: [cacertfile: "ca.pem"]', 'full'],
    [', ssl: true, socket_opts: [verify: :verify_none]', 'none'],
    [', ssl: tls', 'depends'],
  ]),
  [`Redix.start_link("rediss://u:${PASSWORD}@${HOST}:1", socket_opts: [cacertfile: "ca.pem"])\n`, { Redix: 'full' }],
  ...rows(
    'mysql2 (Ruby)',
    (rest) => `require 'mysql2'\nc = Mysql2::Client.new(host: '${HOST}', username: 'u'${rest})\n`,
    [
      [", ssl_mode: :verify_identity, sslca: 'ca.pem', sslverify: true", 'depends'],
      [', ssl_mode: :required', 'none'],
    ],
  ),
  ...rows('DBD::Pg', (rest) => `use DBI;\nmy $dbh = DBI->connect("dbi:Pg:dbname=d;host=${HOST}${rest}", "u", "p");\n`, [
    [';sslmode=verify-full;sslrootcert=ca.pem', 'full'],
    [';sslmode=require', 'none'],
  ]),
  ...rows('DBD::mysql', (rest) => `use DBI;\nmy $dsn = "DBI:mysql:database=d;host=${HOST}${rest}";\n`, [
    [';mysql_ssl=1;mysql_ssl_ca_file=ca.pem;mysql_ssl_verify_server_cert=1', 'full'],
    [';mysql_ssl=1;mysql_ssl_ca_file=ca.pem', 'depends'],
    [';mysql_ssl=1', 'none'],
    [';mysql_ssl=1;mysql_ssl_verify_server_cert=1', 'fails'],
  ]),
  ...rows('psql', (rest) => `DB ?= d\n\n.PHONY: db\ndb:\n\t@echo x\n\tpsql "host=${HOST} dbname=$(DB) ${rest}"\n`, [
    ['sslmode=require', 'none'],
    ['sslmode=verify-full sslrootcert=ca.pem', 'full'],
  ]),
  [`DB = d\n\ndb:\n\tpsql -h ${HOST} d\n`, { psql: 'none' }],
  // Make hands it variables that aren't read.
  ...['export PGSSLMODE := verify-full', 'PGSSLMODE = verify-full\nexport', 'include .env'].map(
    (first) => [`${first}\n\ndb:\n\tpsql -h ${HOST} d\n`, {}] as const,
  ),
  ...rows('pgJDBC', (rest) => `jdbcUrl=jdbc:postgresql://${HOST}:1/d\nmaximumPoolSize=5\n${rest}`, [
    ['dataSource.sslmode=verify-full\ndataSource.sslrootcert=ca.pem\n', 'full'],
    ['dataSource.sslmode=require\n', 'none'],
  ]),
  ...rows(
    'pgJDBC',
    (rest) => `HikariConfig config = new HikariConfig();\nconfig.setJdbcUrl("jdbc:postgresql://${HOST}:1/d");\n${rest}`,
    [
      [
        'config.addDataSourceProperty("sslmode", "verify-full");\nconfig.addDataSourceProperty("sslrootcert", "ca.pem");\n',
        'full',
      ],
      ['config.addDataSourceProperty("sslmode", "require");\nconfig.setMaximumPoolSize(5);\n', 'none'],
      ['config.addDataSourceProperty("sslmode", mode);\n', 'depends'],
    ],
  ),
  ...rows(
    'Grafana (HTTPS',
    (rest) =>
      `datasources:\n  - name: a\n    type: prometheus\n    url: https://${HOST}:1\n    jsonData:\n      ${rest}`,
    [
      ['tlsAuthWithCACert: true\n    secureJsonData:\n      tlsCACert: abc\n', 'full'],
      ['tlsAuthWithCACert: true\n', 'depends'],
      ['tlsAuthWithCACert: false\n', 'public'],
      ['tlsSkipVerify: true\n', 'none'],
    ],
  ),
  ...rows(
    'Java client',
    (rest) =>
      `services:\n  a:\n    env_file: .env\n    environment:\n      SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL: SSL\n${rest}`,
    [
      ['', 'depends'],
      ['      SPRING_KAFKA_PROPERTIES_SSL_TRUSTSTORE_LOCATION: /t.jks\n', 'full'],
    ],
  ),
  ...rows('The client', (rest) => `services:\n  a:\n    environment:\n      - ${rest}\n`, [
    ['SQL_TLS_DISABLE_HOST_VERIFICATION=true', 'none'],
    ['SQL_HOST_VERIFICATION=false', 'none'],
    ['TLS_DISABLE_HOSTNAME_VERIFICATION=true', 'chain'],
  ]),
]

const COMMANDS: Cases = [
  ...rows('curl', (rest) => `curl ${rest} ${URL}`, [
    ['-k', 'none'],
    ['-sSk', 'none'],
    ['-d "-k"', 'public'],
    ['--data -k --cacert ca.pem', 'full'],
    ['-H --insecure --cacert ca.pem', 'full'],
    ['-ok', 'public'],
    ['-k --no-insecure --cacert ca.pem', 'full'],
    ['--no-insecure -k --cacert ca.pem', 'none'],
  ]),
  ...rows('wget', (rest) => `wget ${rest} ${URL}`, [
    ['--no-check-certificate', 'none'],
    ['--no-check-certificate --check-certificate --ca-certificate=ca.pem', 'full'],
  ]),
  ...rows('mysql', (rest) => `mysql ${rest} d\n`, [
    ['--ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem', 'depends'],
    ['-u root --ssl-mode=REQUIRED', 'depends'],
    [`-h${HOST} --ssl-mode=REQUIRED`, 'none'],
    ['--protocol=tcp --ssl-mode=REQUIRED', 'none'],
  ]),
  ...rows('psql', (rest) => `psql "dbname=d ${rest}`, [
    ['sslmode=require"', 'depends'],
    ['sslmode=verify-full sslrootcert=ca.pem"', 'depends'],
    [`sslmode=require" -h ${HOST}`, 'none'],
    [`sslmode=require host=${HOST}"`, 'none'],
  ]),
]

export const CLIENT_CASES: Cases = [...HTTPS, ...CLICKHOUSE, ...CASSANDRA, ...FAUST, ...OTHERS, ...COMMANDS]
