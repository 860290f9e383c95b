/** Settings as people paste them, kept from a review of several hundred: each kind beside a neighbour that isn't one. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'
const FULL = `${URL}?sslmode=verify-full&sslrootcert=ca.pem`
const ANY = { libpq: 'none', 'node-postgres': 'public', Go: 'none' }
const SET = 'export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem'

/** What a shell sets on a condition, or in a function. */
const CONDITIONS: Cases = [
  [`if [ "$A" = b ]; then\n  ${SET}\nfi\npsql -h h`, { libpq: 'depends' }],
  [`#!/bin/sh\nset -e\nif [ "$A" = b ]; then ${SET}; fi\npsql -h h`, { libpq: 'depends' }],
  [`psql -h a\ncase $A in\n  b)\n    ${SET}\n    ;;\nesac\npsql -h h`, { libpq: 'depends', psql: 'depends' }],
  [`case "$1" in\n  b) ${SET} ;;\n  *) export PGSSLMODE=disable ;;\nesac\npsql -h h`, { libpq: 'depends' }],
  [`set_up() {\n  ${SET}\n}\nset_up\npsql -h h`, { libpq: 'depends' }],
  [`[ -f ca.pem ] && ${SET}\npsql -h h`, { libpq: 'depends' }],
  [`psql -h a || ${SET}\npsql -h h`, { libpq: 'depends', psql: 'depends' }],
  [`#!/bin/sh\nlog() { echo "$@"; }\n${SET}\npsql -h h`, { libpq: 'full' }],
  [`cd /app && ${SET} && psql -h h`, { libpq: 'full' }],
  [`if [ -n "$A" ]; then\n  export PGUSER=a\nfi\n${SET}\npsql -h h`, { libpq: 'full' }],
  [`#!/bin/sh\nset -e\n${SET}\npsql -h h`, { libpq: 'full' }],
  ['if "%A%"=="b" set PGSSLMODE=verify-full\nset PGSSLROOTCERT=C:\\ca.pem\npsql -h h', { libpq: 'depends' }],
  ['REM set PGSSLMODE=disable\nset PGSSLMODE=verify-full\nset PGSSLROOTCERT=C:\\ca.pem', { libpq: 'full' }],
  [
    'if ($prod) {\n  $env:PGSSLMODE = "verify-full"\n  $env:PGSSLROOTCERT = "ca.pem"\n}\npsql -h h',
    { libpq: 'depends' },
  ],
  ['C:\\Program Files\\PostgreSQL\\16\\bin>psql.exe "host=h dbname=d sslmode=require"', { psql: 'none' }],
  ['me@host:~/app$ psql "host=h dbname=d sslmode=require"', { psql: 'none' }],
]

const environment = (value: string) => `[Environment]::SetEnvironmentVariable('PGSSLMODE', ${value}, 'User')`
const SHELLS: Cases = [
  [environment("'require'"), { libpq: 'none' }],
  [environment('$mode'), { libpq: 'depends' }],
  [
    `[System.Environment]::SetEnvironmentVariable("A_URL", "${URL}?sslmode=require", [EnvironmentVariableTarget]::User)`,
    ANY,
  ],
  [`kubectl create secret generic a --from-literal=url=${URL}?sslmode=require`, ANY],
  [
    "kubectl create secret generic a --from-literal='PGSSLMODE=verify-full' --from-literal=PGSSLROOTCERT=/ca.pem",
    { libpq: 'full' },
  ],
]

/** Texts to a word that ends them. */
const HEREDOCS: Cases = [
  [
    `resource "x" "y" {\n  user_data = <<-EOF\n    #!/bin/bash\n    export A_URL=${URL}?sslmode=require\n    run\n  EOF\n}`,
    ANY,
  ],
  [
    'cat > a.properties <<EOF\nsecurity.protocol=SSL\nssl.truststore.location=/t.jks\nEOF\nkafka-topics.sh --list',
    { Java: 'full' },
  ],
  [`psql "${URL}?sslmode=require" <<'SQL'\nexport PGSSLMODE=verify-full\nSQL`, { psql: 'none', libpq: 'depends' }],
  [
    'FROM a\nENV PGSSLMODE=verify-full\nENV PGSSLROOTCERT=/ca.pem\nRUN <<EOF\nexport PGSSLMODE=disable\nEOF\nCMD ["b"]',
    { libpq: 'full' },
  ],
  ['x = 1 << EOF\nconn = psycopg2.connect(host="h", sslmode="require")', { psycopg: 'none' }],
]

/** A text that is replaced is another one. */
const REWRITTEN: Cases = [
  [
    `const url = '${FULL}'\nconst pool = new Pool({ connectionString: url.replace('full', 'ca') })`,
    { 'node-postgres': 'depends' },
  ],
  [
    `const u = new URL('${FULL}')\nu.searchParams.delete('sslmode')\nconst pool = new Pool({ connectionString: String(u) })`,
    { 'node-postgres': 'depends' },
  ],
  [
    `const url = '${FULL}'\nconst name = other.replace('a', 'b')\nconst pool = new Pool({ connectionString: url })`,
    { 'node-postgres': 'full' },
  ],
  [
    `String url = "jdbc:${FULL}";\nConnection c = DriverManager.getConnection(url.replaceAll("full", "ca"));`.replace(
      'postgres:',
      'postgresql:',
    ),
    { pgJDBC: 'depends' },
  ],
  [
    `url := "${FULL}"\ndb, err := sql.Open("postgres", strings.Replace(url, "verify-full", "disable", 1))`,
    { 'Go lib/pq': 'depends', pgx: 'depends' },
  ],
  [
    `$dsn = 'pgsql:host=h;sslmode=verify-full;sslrootcert=ca.pem';\n$pdo = new PDO(str_replace('verify-full', 'disable', $dsn));`,
    { PHP: 'depends' },
  ],
  [`url = "${FULL}"\nconn = psycopg2.connect(re.sub("full", "ca", url))`, { psycopg: 'depends' }],
  [`url = "${FULL}"\nconn = psycopg2.connect(url.split("?")[0])`, { psycopg: 'depends' }],
  [`url = "${URL}"\nurl += "?sslmode=verify-full"\nconn = psycopg2.connect(url)`, { psycopg: 'depends' }],
  [`url = "${FULL}"\nprint(url.startswith("x"))\nconn = psycopg2.connect(url)`, { psycopg: 'full' }],
  [
    `url = make_url("postgresql+psycopg2${FULL.slice(8)}").update_query_dict({"a": "b"})\nengine = create_engine(url)`,
    { psycopg: 'depends' },
  ],
  [`url = make_url("postgresql+psycopg2${FULL.slice(8)}")\nengine = create_engine(url)`, { psycopg: 'full' }],
  [
    `u, _ := url.Parse("${FULL}")\nq := u.Query()\nu.RawQuery = q.Encode()\ndb, err := sql.Open("pgx", u.String())`,
    { 'Go lib/pq': 'depends', pgx: 'depends' },
  ],
  [
    `url := "${FULL}"\ndb, err := sql.Open("postgres", strings.TrimSuffix(url, "a"))`,
    { 'Go lib/pq': 'depends', pgx: 'depends' },
  ],
]

const TLS = '"sslmode": "verify-full", "sslrootcert": "ca.pem"'
const ENGINE = "ENGINE='django.db.backends.postgresql', HOST='h', PASSWORD='S3cr3tS3cr3t'"
const CODE: Cases = [
  // One map or another.
  [
    `if DEBUG:\n    o = {"sslmode": "disable"}\nelse:\n    o = {${TLS}}\nc = psycopg2.connect(host="h", **o)`,
    { psycopg: 'depends', 'psycopg 2': 'depends' },
  ],
  // The environment that the code sets.
  [
    "import os, psycopg2\nos.environ['PGSSLROOTCERT'] = 'ca.pem'\nc = psycopg2.connect(host='h', sslmode='require')",
    { psycopg: 'chain' },
  ],
  [
    "import os, psycopg2\nos.environ['OTHER'] = 'ca.pem'\nc = psycopg2.connect(host='h', sslmode='require')",
    { psycopg: 'none' },
  ],
  [
    "import os, psycopg2\nos.environ['PGSSLROOTCERT'] = 'ca.pem'\ndel os.environ['PGSSLROOTCERT']\nc = psycopg2.connect(host='h', sslmode='require')",
    { psycopg: 'depends' },
  ],
  [
    "import os, psycopg2\nif prod:\n    os.environ['PGSSLMODE'] = 'verify-full'\n    os.environ['PGSSLROOTCERT'] = 'ca.pem'\nc = psycopg2.connect(host='h')",
    { libpq: 'depends' },
  ],
  [
    "import os, psycopg2\nif __name__ == '__main__':\n    os.environ['PGSSLMODE'] = 'verify-full'\n    os.environ['PGSSLROOTCERT'] = 'ca.pem'\n    c = psycopg2.connect(host='h')",
    { libpq: 'full' },
  ],
  [
    'Properties p = new Properties();\np.put("bootstrap.servers", "h:1");\nif (ssl) {\n  p.put("security.protocol", "SSL");\n  p.put("ssl.truststore.location", "t.jks");\n}',
    { Java: 'depends' },
  ],
  [
    'if (producer == null) {\n  Properties p = new Properties();\n  p.put("security.protocol", "SSL");\n  p.put("ssl.truststore.location", "t.jks");\n  producer = new KafkaProducer<>(p);\n}',
    { Java: 'full' },
  ],
  [
    `base = dict(sslmode="verify-full", sslrootcert="ca.pem")\nc = psycopg2.connect(**dict(base, sslmode="disable"))`,
    { psycopg: 'depends', 'psycopg 2': 'plain' },
  ],
  // dict() is a map.
  [
    `DATABASES = dict(default=dict(${ENGINE}, OPTIONS=dict(sslmode='verify-full', sslrootcert='c')))`,
    { psycopg: 'full' },
  ],
  [`DATABASES = {'default': dict(${ENGINE}, OPTIONS=dict(sslmode='require'))}`, { psycopg: 'none' }],
  [`DATABASES = {'default': dict(${ENGINE}, OPTIONS=dict(TLS, sslmode='verify-full'))}`, { psycopg: 'depends' }],
  [`DATABASES = {'default': dict(${ENGINE}, OPTIONS=dict(sslmode=mode()))}`, { psycopg: 'depends' }],
  ['e = create_engine("postgresql+psycopg2://u:p@h:1/d", connect_args=dict(sslmode="require"))', { psycopg: 'none' }],
  [
    'var p = new KafkaProducer<>(Map.of("security.protocol", "SSL", "ssl.truststore.location", "t.jks"), a, b);',
    { Java: 'full' },
  ],
  ...['dev ? "PLAINTEXT" : "SSL"', 'protocol()'].map(
    (value) =>
      [`Map.of("security.protocol", ${value}, "ssl.truststore.location", "t.jks")`, { Java: 'depends' }] as const,
  ),
  [
    'Map<String, Object> p = new HashMap<>(Map.of("bootstrap.servers", "h:1", "security.protocol", "SSL"));\np.put("security.protocol", "PLAINTEXT");',
    { Java: 'depends', 'Java 2': 'plain' },
  ],
  [
    'config = {\n  :"security.protocol" => "ssl",\n  :"ssl.ca.location" => "ca.pem"\n}\nRdkafka::Config.new(config).producer',
    { librdkafka: 'full' },
  ],
  ["Redis.new(url: ENV['R'], ssl_params: { verify_mode: OpenSSL::SSL::VERIFY_NONE })", { 'redis-rb': 'none' }],
  ["DB = Sequel.connect(adapter: 'postgres', host: 'h', sslmode: 'require')", { 'pg (Ruby': 'none' }],
  [
    'o.UseNpgsql($"Host={Environment.GetEnvironmentVariable("H")};Database=d;Username=u;SSL Mode=Prefer");',
    { Npgsql: 'none' },
  ],
  [
    'var c = new NpgsqlConnection($"Host={h};Username=u;SSL Mode={Get("MODE")};Root Certificate=c");',
    { Npgsql: 'depends' },
  ],
  ['curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, false);\n$x->run();', { PHP: 'none' }],
  ['curl_setopt($ch, CURLOPT_SSL_VERIFYPEER, true);\n$x->run();', {}],
  [
    "CREATE SERVER a FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', dbname 'd', sslmode 'require');",
    { libpq: 'none' },
  ],
  ["CREATE SUBSCRIPTION a CONNECTION 'host=h dbname=d sslmode=require' PUBLICATION b;", { libpq: 'none' }],
]

const FILES: Cases = [
  // `[client]` counts for every program.
  ['[client]\nssl-ca=/ca.pem\n[mysqldump]\nssl-mode=VERIFY_IDENTITY\n', { mysql: 'depends', 'mysql 2': 'full' }],
  ['[server]\nssl-ca=/ca.pem\n[mysqldump]\nssl-mode=VERIFY_IDENTITY\n', { mysql: 'fails' }],
  // A part that others take and change.
  [
    'x-env: &env\n  PGSSLMODE: verify-full\n  PGSSLROOTCERT: /ca.pem\nservices:\n  web:\n    environment:\n      <<: *env\n      PGSSLMODE: disable\n',
    { libpq: 'plain' },
  ],
  [
    '{"environment":[{"name":"PGSSLMODE","value":"verify-full"},{"name":"PGSSLROOTCERT","value":"/ca.pem"}]}',
    { libpq: 'full' },
  ],
  ['script:\n  - PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem psql -h h\n', { libpq: 'full' }],
  [`all: b\n\nmigrate:\n\tpsql "${URL}?sslmode=require" -f a.sql\n`, { psql: 'none' }],
  [`[a]\nA_URL = "${URL}?sslmode=require" # old\n`, ANY],
  ['script:\n  - psql "host=h dbname=d sslmode=require" -c x\n', { psql: 'none' }],
  ['steps:\n  - run: |\n      psql "host=h dbname=d sslmode=require"\n', { psql: 'none' }],
  [
    'spring:\n  kafka:\n    properties:\n      security.protocol: SASL_SSL\n      sasl.jaas.config: a.ScramLoginModule required username="u" password="S3cr3tS3cr3t";\n',
    { Java: 'public' },
  ],
  [
    '<a><producerConfig>security.protocol=SSL</producerConfig><producerConfig>ssl.truststore.location=/t.jks</producerConfig></a>',
    { Java: 'full' },
  ],
  [
    'spec:\n  class: io.debezium.connector.postgresql.PostgresConnector\n  config:\n    database.hostname: h\n    database.sslmode: require\n',
    { pgJDBC: 'none' },
  ],
  [
    '\tbootstrap.servers = [h:1]\n\tsecurity.protocol = PLAINTEXT\n\tssl.truststore.location = null\n',
    { Java: 'plain' },
  ],
  ['PGHOST=h\nPGSSLMODE=require ./manage.py migrate\n', { libpq: 'none' }],
  ['migrate:\n\tPGSSLMODE=verify-full PGSSLROOTCERT=ca.pem ./manage.py migrate\n', { libpq: 'full' }],
]

const ADDRESSES: Cases = [
  // Blanks of a template end no address.
  ['A_URL=postgres://{{ .Data.user }}:{{ .Data.pw }}@h:1/d?sslmode=require\n', ANY],
  ['A_URL=postgres://<%= user %>:<%= pw %>@h:1/d?sslmode=require # old\n', ANY],
  // What HTML made of it.
  [FULL.replace('&', '&amp;'), { libpq: 'depends', 'node-postgres': 'depends', Go: 'depends' }],
  [`<a url="${FULL.replace('&', '&amp;')}"/>`, { libpq: 'full', 'node-postgres': 'full', Go: 'full' }],
  // Go drops the pair with the semicolon, and no other.
  [`${URL}?sslmode=verify-full&a;sslrootcert=ca.pem`, { libpq: 'depends', 'node-postgres': 'public', Go: 'depends' }],
]

export const PASTED_SETTINGS: Cases = [
  ...CONDITIONS,
  ...SHELLS,
  ...HEREDOCS,
  ...REWRITTEN,
  ...CODE,
  ...FILES,
  ...ADDRESSES,
]
