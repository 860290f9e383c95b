/** What another place of the text overrides, or only seems to say: each kind beside a neighbour that counts. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

/** Variables of the process, and of others that it starts. */
const MODE = '"PGSSLMODE": "verify-full"'
const CA = '"PGSSLROOTCERT": "ca.pem"'
const WITH_CA = 'c = psycopg2.connect(host="h", sslrootcert="ca.pem")'
const WITH_MODE = 'c = psycopg2.connect(host="h", sslmode="require")'
const PROCESSES: Cases = [
  [`KubernetesPodOperator(env_vars={${MODE}, ${CA}})\n${WITH_CA}`, { libpq: 'full', psycopg: 'none' }],
  [`subprocess.run(["pg_dump"], env={**os.environ, ${CA}})\n${WITH_MODE}`, { libpq: 'depends', psycopg: 'none' }],
  [`ENV = {${CA}}\nsubprocess.run(["pg_dump"], env=ENV)\n${WITH_MODE}`, { libpq: 'depends', psycopg: 'none' }],
  [
    `import psycopg2\nenv = os.environ.copy()\nenv["PGSSLROOTCERT"] = "ca.pem"\n${WITH_MODE}`,
    { libpq: 'depends', psycopg: 'none' },
  ],
  [`ENV = {${CA}}\nos.environ.update(ENV)\n${WITH_MODE}`, { psycopg: 'chain' }],
  [`os.environ |= {${CA}}\n${WITH_MODE}`, { psycopg: 'chain' }],
  [`os.environ.update({${CA}})\n${WITH_MODE}`, { psycopg: 'chain' }],
  [`os.environ.update(PGSSLROOTCERT="ca.pem")\n${WITH_MODE}`, { psycopg: 'chain' }],
  [`with patch.dict(os.environ, {${CA}}):\n    pass\n${WITH_MODE}`, { psycopg: 'depends' }],
  [
    "system({'PGSSLROOTCERT' => 'ca.pem'}, 'psql')\nc = PG.connect(host: 'h', sslmode: 'require')",
    { libpq: 'depends', 'pg (Ruby': 'none' },
  ],
  ["ENV['PGSSLROOTCERT'] = 'ca.pem'\nc = PG.connect(host: 'h', sslmode: 'require')", { 'pg (Ruby': 'chain' }],
]

/** Maps into which others are spread. */
const ADDRESS = '"postgresql+psycopg2://u:p@h:1/d"'
const TLS = 'sslmode="verify-full", sslrootcert="ca.pem"'
const TLS_MAP = '"sslmode": "verify-full", "sslrootcert": "ca.pem"'
const SPREAD: Cases = [
  [`e = create_engine(${ADDRESS}, connect_args=dict(${TLS}, **x))`, { psycopg: 'depends', 'psycopg 2': 'depends' }],
  [`e = create_engine(${ADDRESS}, connect_args=dict(**x, ${TLS}))`, { psycopg: 'depends', 'psycopg 2': 'depends' }],
  [`args = {${TLS_MAP}, **x}\ne = create_engine(${ADDRESS}, connect_args=args)`, { psycopg: 'depends' }],
  [`args = {${TLS_MAP}}\ne = create_engine(${ADDRESS}, connect_args=args)`, { psycopg: 'full' }],
  [`e = create_engine(${ADDRESS}, connect_args=dict(${TLS}))`, { psycopg: 'full' }],
]

/** Foreign servers whose options a later statement changes. */
const server = (more: string) =>
  `CREATE SERVER a FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'h', sslmode 'verify-full', sslrootcert '/ca.pem');\n${more}`
const SERVERS: Cases = [
  [server("ALTER SERVER a OPTIONS (SET sslmode 'disable');"), { libpq: 'depends' }],
  [server('ALTER SERVER a OPTIONS (DROP sslrootcert);'), { libpq: 'depends' }],
  [server("ALTER SERVER a OPTIONS (SET host 'h2');"), { libpq: 'full' }],
]

/** What shells set anew, perhaps: before any command, or behind the last one. */
const SET = 'export PGSSLMODE=verify-full PGSSLROOTCERT=ca.pem'
const SET_CMD = 'set PGSSLMODE=verify-full\nset PGSSLROOTCERT=C:\\ca.pem'
const SET_POWERSHELL = '$env:PGSSLMODE = "verify-full"\n$env:PGSSLROOTCERT = "ca.pem"'
const DOUBTED = { libpq: 'depends', 'libpq 2': 'depends' }
const SHELLS: Cases = [
  [`${SET}\nif [ "$E" = dev ]; then\n  export PGSSLMODE=disable\nfi\npsql -h h`, DOUBTED],
  [`${SET}\n[ "$E" = dev ] && export PGSSLMODE=disable\npsql -h h`, DOUBTED],
  [`${SET}\ncase "$E" in\n  dev) export PGSSLMODE=disable ;;\nesac`, DOUBTED],
  [`${SET}\ndev() {\n  export PGSSLMODE=disable\n}\npsql -h h`, DOUBTED],
  [`${SET}\nPGSSLMODE=disable\npsql -h h`, { libpq: 'plain' }],
  [`${SET}\npsql -h h\nif [ a = b ]; then export PGSSLMODE=disable; fi`, { libpq: 'full', 'libpq 2': 'depends' }],
  [`${SET}\nif [ a = b ]; then export PGUSER=a; fi\npsql -h h`, { libpq: 'full' }],
  ...['%A% EQU 1 set PGSSLMODE=disable', '"%E%"=="dev" (set PGSSLMODE=disable)'].map((condition): Cases[number] => [
    `${SET_CMD}\nif ${condition}\npsql -h h`,
    { libpq: 'depends' },
  ]),
  [`${SET_CMD}\nif "%E%"=="dev" (echo x & set PGSSLMODE=disable)\npsql -h h`, DOUBTED],
  [`if "%E%"=="dev" (echo x)\n${SET_CMD}\npsql -h h`, { libpq: 'full' }],
  [`${SET_POWERSHELL}\nif ($dev) { $env:PGSSLMODE = "disable" }\npsql -h h`, DOUBTED],
  [`${SET_POWERSHELL}\nswitch ($x) { "dev" { $env:PGSSLMODE = "disable" } }\npsql -h h`, DOUBTED],
  [`${SET_POWERSHELL}\nif ($dev) { $env:PGUSER = "a" }\npsql -h h`, { libpq: 'full' }],
]

/** Addresses of which the code makes others. */
const URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d?sslmode=verify-full&sslrootcert=ca.pem'
const python = (use: string) => `import psycopg2\nurl = "${URL}"\nc = psycopg2.connect(${use})`
const node = (use: string) => `const url = '${URL}'\n${use}`
const go = (use: string) => `dsn := "${URL}"\n${use}`
const php = (use: string) =>
  `<?php\n$dsn = 'pgsql:host=h;sslmode=verify-full;sslrootcert=ca.pem';\n$pdo = new PDO(${use}, 'u', 'S3cr3tS3cr3t');`
const sharp = (use: string) =>
  `var cs = "Host=h;SSL Mode=VerifyFull;Root Certificate=ca.pem";\nvar c = new NpgsqlConnection(${use});`
const ADDRESSES: Cases = [
  [python('url + "&sslmode=disable"'), { psycopg: 'depends' }],
  [python('f"{url}&sslmode=disable"'), { psycopg: 'depends' }],
  [python('urlparse(url)._replace(query="sslmode=disable").geturl()'), { psycopg: 'depends' }],
  [python('url'), { psycopg: 'full' }],
  [node('const pool = new Pool({ connectionString: `${url}&sslmode=no-verify` })'), { 'node-postgres': 'depends' }],
  [node("const pool = new Pool({ connectionString: url + '&a=b' })"), { 'node-postgres': 'depends' }],
  [
    node(
      "const u = new URL(url)\nu.searchParams.set('sslmode', 'x')\nconst pool = new Pool({ connectionString: u.href })",
    ),
    { 'node-postgres': 'depends' },
  ],
  [node('const pool = new Pool({ connectionString: url })'), { 'node-postgres': 'full' }],
  [
    go('db, err := sql.Open("postgres", fmt.Sprintf("%s&sslmode=disable", dsn))'),
    { 'Go lib/pq': 'depends', pgx: 'depends' },
  ],
  [
    go('u, _ := url.Parse(dsn)\ndb, err := sql.Open("postgres", u.String())'),
    { 'Go lib/pq': 'depends', pgx: 'depends' },
  ],
  [php('"$dsn;sslmode=disable"'), { 'PHP PDO': 'depends' }],
  [php("$dsn . ';sslmode=disable'"), { 'PHP PDO': 'depends' }],
  [php('$dsn'), { 'PHP PDO': 'full' }],
  [sharp('cs + ";SSL Mode=Disable"'), { Npgsql: 'depends' }],
  [sharp('$"{cs};SSL Mode=Disable"'), { Npgsql: 'depends' }],
  [sharp('cs'), { Npgsql: 'full' }],
]

export const OVERRIDDEN_CASES = [...PROCESSES, ...SPREAD, ...SERVERS, ...SHELLS, ...ADDRESSES]
