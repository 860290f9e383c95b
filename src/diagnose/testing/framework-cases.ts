/** Settings in the words of frameworks and programs, each kind with neighbours and the opposite outcome. */
import { BUILDER_CASES } from './builder-cases.ts'
import { CHOSEN_CA_CASES } from './chosen-ca-cases.ts'
import { CHOSEN_CASES } from './chosen-cases.ts'
import { CODE_CASES } from './code-cases.ts'
import { CLIENT_CASES } from './client-cases.ts'
import { CONDITIONAL_CASES } from './conditional-cases.ts'
import { CONTEXTS } from './context-cases.ts'
import { DATA_FILE_CASES } from './data-file-cases.ts'
import { ENVIRONMENT_CASES } from './environment-cases.ts'
import { FILE_CASES } from './file-cases.ts'
import { LAYER_CASES } from './layer-cases.ts'
import { OPEN_CASES } from './open-cases.ts'
import { DJANGO, django, DJANGO_MYSQL, NOTHING_SAID, PYTHON, SQLALCHEMY, UNSURE } from './python-mysql-cases.ts'
import { ELSEWHERE_CASES } from './elsewhere-cases.ts'
import { OWN_CALL_CASES } from './own-call-cases.ts'
import { OWN_NAME_CASES } from './own-name-cases.ts'
import { OVERRIDDEN_CASES } from './overridden-cases.ts'
import { PASTED_SETTINGS } from './pasted-settings.ts'
import { SILENT_CASES } from './silent-cases.ts'
import { SETTLED, TERMINAL } from './terminal-cases.ts'
import { REACHING_CASES } from './reaching-cases.ts'
import { ORDER_CASES } from './order-cases.ts'
import { ONE_ANSWER_CASES } from './one-answer-cases.ts'
import { SET_LATER_CASES } from './set-later-cases.ts'
import { TOUCHED_CASES } from './touched-cases.ts'
import { VARIABLES } from './variable-cases.ts'

interface FrameworkCase {
  readonly kind: string
  readonly text: string
  /** What is said of each client, by the beginning of its name: of these, and of no others. */
  readonly verdicts: Readonly<Record<string, string>>
}

const of =
  (kind: string) =>
  ([text, verdicts]: readonly [string, Readonly<Record<string, string>>]): FrameworkCase => ({ kind, text, verdicts })

const NODE_URL = 'postgres://app:S3cr3tS3cr3t@h.example.com:1/d'
const POSTGRES_JS = [
  [`const sql = postgres('${NODE_URL}', { ssl: 'require' })`, { 'postgres.js': 'none' }],
  [`const sql = postgres("${NODE_URL}", { max: 1, ssl: 'prefer' })`, { 'postgres.js': 'none' }],
  [`const sql = postgres('${NODE_URL}', { ssl: 'verify-full' })`, { 'postgres.js': 'public' }],
  [`const sql = postgres('${NODE_URL}', { ssl: true })`, { 'postgres.js': 'public' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca: readFileSync('ca.pem') } })`, { 'postgres.js': 'full' }],
  [`const sql = postgres('${NODE_URL}?sslmode=require', { ssl: { ca } })`, { 'postgres.js': 'full' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca, rejectUnauthorized: false } })`, { 'postgres.js': 'none' }],
  [`const sql = postgres('${NODE_URL}?sslmode=verify-full&sslrootcert=ca.pem')`, { 'postgres.js': 'public' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca: undefined } })`, { 'postgres.js': 'public' }],
  [`const sql = postgres('${NODE_URL}', {ssl: {ca}})`, { 'postgres.js': 'full' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca: null } })`, { 'postgres.js': 'public' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca: process.env.CA } })`, { 'postgres.js': 'depends' }],
  [`const sql = postgres('${NODE_URL}', { ssl: { ca: readFileSync(process.env.CA) } })`, { 'postgres.js': 'full' }],
  [`const sql = postgres('${NODE_URL}')`, { 'postgres.js': 'plain' }],
  [`const sql = postgres('${NODE_URL}', options)`, { 'postgres.js': 'depends' }],
  [`const sql = postgres('${NODE_URL}', { ssl: secure ? 'require' : false })`, { 'postgres.js': 'depends' }],
  ["const sql = postgres({ host: 'h', ssl: 'require' })", { 'postgres.js': 'none' }],
  [
    `import { drizzle } from 'drizzle-orm/postgres-js'\nconst client = postgres("${NODE_URL}", { ssl: 'require' })\nconst db = drizzle(client)`,
    { 'postgres.js': 'none' },
  ],
] as const

const sqlx = (calls: string) =>
  `use sqlx::postgres::{PgConnectOptions, PgSslMode};\nlet options = PgConnectOptions::new().host("h")${calls};`
const BUILT = 'PgConnectOptions::new().ssl_mode(PgSslMode::VerifyFull)'
const RUST = [
  [sqlx('.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("ca.pem")'), { sqlx: 'full' }],
  [sqlx('\n    .ssl_root_cert("ca.pem")\n    .ssl_mode(PgSslMode::VerifyCa)'), { sqlx: 'chain' }],
  [sqlx('.ssl_mode(PgSslMode::Require).ssl_root_cert("ca.pem")'), { sqlx: 'none' }],
  [sqlx('.ssl_mode(PgSslMode::Allow)'), { sqlx: 'plain' }],
  [sqlx('.ssl_mode(PgSslMode::VerifyFull)'), { sqlx: 'public' }],
  [sqlx('.ssl_mode(mode)'), {}],
  [
    'let o = MySqlConnectOptions::new().ssl_mode(MySqlSslMode::VerifyIdentity).ssl_ca("/app/ca.pem");',
    { sqlx: 'full' },
  ],
  ['let o = MySqlConnectOptions::from_str(&url)?.ssl_mode(MySqlSslMode::Required);', { sqlx: 'none' }],
  // What is connected to as it is keeps its own verdict; what a builder may go on with is open.
  [
    `let a = PgPool::connect("${NODE_URL}?sslmode=require").await?;\nlet b = ${BUILT}.ssl_root_cert("ca.pem");`,
    { sqlx: 'none', 'sqlx 2': 'full' },
  ],
  [
    `fn a() { PgPoolOptions::new().connect("${NODE_URL}?sslmode=disable").await }\nfn b() { ${BUILT}.ssl_root_cert("ca.pem") }`,
    { sqlx: 'plain', 'sqlx 2': 'full' },
  ],
  [
    `let a = PgPool::connect("${NODE_URL}?sslmode=require").await?;\nlet b = MySqlConnectOptions::new().ssl_mode(MySqlSslMode::VerifyIdentity).ssl_ca("c");`,
    { sqlx: 'none', 'sqlx 2': 'full' },
  ],
  [
    `let o = PgConnectOptions::from_str("${NODE_URL}?sslmode=require")?.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("ca.pem");`,
    { sqlx: 'full' },
  ],
  [
    `let u = "${NODE_URL}?sslmode=require";\nlet o = PgConnectOptions::from_str(u)?.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("ca.pem");`,
    { sqlx: 'depends', 'sqlx 2': 'full' },
  ],
  [`let o = ${BUILT};\nlet h = Http::new().ssl_root_cert("ca.pem");`, { sqlx: 'depends' }],
  [
    'let o = PgConnectOptions::new();\nlet o = if prod { o.ssl_mode(PgSslMode::VerifyFull).ssl_root_cert("c") } else { o };',
    { sqlx: 'depends' },
  ],
  [`let a = ${BUILT}.ssl_root_cert("ca.pem");\nlet b = PgConnectOptions::new().host("h");`, { sqlx: 'depends' }],
  ['let client = redis::Client::open("rediss://u:S3cr3tS3cr3t@h:1/#insecure")?;', { 'redis-rs': 'none' }],
  ['REDIS_URL=rediss://u:S3cr3tS3cr3t@h:1/0#insecure', { 'redis-rs': 'none' }],
] as const

const dbt = (mode: string) => `      type: postgres\n      host: h.example.com\n      password: S3cr3tS3cr3t\n${mode}`
const PROGRAMS = [
  [`shop:\n  target: dev\n  outputs:\n    dev:\n${dbt('      sslmode: require\n')}`, { dbt: 'none' }],
  [
    `shop:\n  outputs:\n    dev:\n${dbt('      sslmode: verify-full\n      sslrootcert: /app/ca.pem\n')}`,
    { dbt: 'full' },
  ],
  [
    'AIRFLOW_CONN_SHOP=\'{"conn_type": "postgres", "host": "h", "password": "S3cr3tS3cr3t", "extra": {"sslmode": "require"}}\'',
    { Airflow: 'none' },
  ],
  [
    '{"conn_type": "postgres", "host": "h", "extra": {"sslmode": "verify-full", "sslrootcert": "/ca.pem"}}',
    { Airflow: 'full' },
  ],
  [`AIRFLOW_CONN_SHOP=${NODE_URL}?sslmode=require`, { psycopg: 'none' }],
  [`MB_DB_CONNECTION_URI=${NODE_URL}?sslmode=require`, { pgJDBC: 'none' }],
  [`MB_DB_CONNECTION_URI=${NODE_URL}?sslmode=verify-full&sslrootcert=/app/ca.pem`, { pgJDBC: 'full' }],
  ['[database]\ntype = postgres\nssl_mode = verify-full\nca_cert_path = /app/ca.pem\n', { Grafana: 'full' }],
  ['[server]\nroot_url = x\n[database]\ntype = postgres\nhost = h:1\nssl_mode = require\n', { Grafana: 'none' }],
  ['GF_DATABASE_TYPE=mysql\nGF_DATABASE_SSL_MODE=skip-verify\nGF_DATABASE_CA_CERT_PATH=/ca.pem\n', { Grafana: 'none' }],
  [
    '[database]\ntype = mysql\nssl_mode = true\nca_cert_path = /ca.pem\nserver_cert_name = h.example.com\n',
    { Grafana: 'full' },
  ],
  ['[database]\ntype = mysql\nssl_mode = true\nca_cert_path = /ca.pem\n', { Grafana: 'fails' }],
  ['[database]\ntype = sqlite3\nssl_mode = disable\n', {}],
  ['[OUTPUT]\n    Name  es\n    Host  h\n    tls   On\n    tls.verify Off\n', { 'Fluent Bit': 'none' }],
  ['[OUTPUT]\n  Name opensearch\n  tls On\n  tls.ca_file /app/ca.pem\n', { 'Fluent Bit': 'chain' }],
  [
    '[SERVICE]\n  Flush 1\n[OUTPUT]\n  Name es\n  tls On\n  tls.ca_file /app/ca.pem\n  tls.verify_hostname On\n',
    { 'Fluent Bit': 'full' },
  ],
  ['pipeline:\n  outputs:\n    - name: es\n      tls: on\n      tls.verify: off\n', { 'Fluent Bit': 'none' }],
  ['[OUTPUT]\n    Name stdout\n    Match *\n', {}],
  ['[connection]\nhostname = h\nssl = true\n[ssl]\ncertfile = ~/ca.pem\nvalidate = true\n', { cqlsh: 'chain' }],
  ['[connection]\nhost = h\n[ssl]\nversion = TLSv1_2\n', {}],
  ['[connection]\nssl = true\n[ssl]\ncertfile = /app/ca.pem\nvalidate = False\n', { cqlsh: 'none' }],
  ['[connection]\nhostname = h\n[ssl]\nvalidate = true\n', { cqlsh: 'depends' }],
] as const

const REDIS = [
  [
    'RedisURI uri = RedisURI.create("rediss://h:1");\nuri.setVerifyPeer(false);',
    { Lettuce: 'none', 'this client': 'unknown' },
  ],
  ['uri.setVerifyPeer(SslVerifyMode.CA);', { Java: 'chain' }],
  ['RedisURI.Builder.redis("h").withSsl(true).withVerifyPeer(SslVerifyMode.NONE).build();', { Lettuce: 'none' }],
  ['RedisURI.Builder.redis("h").withSsl(true).withVerifyPeer(SslVerifyMode.FULL).build();', { Lettuce: 'depends' }],
  ['REDIS_URL=rediss://u:S3cr3tS3cr3t@h:1?verifyPeer=NONE', { Lettuce: 'none' }],
  ['REDIS_URL=rediss://u:S3cr3tS3cr3t@h:1?verifyPeer=ca', { Lettuce: 'chain' }],
  ['REDIS=h.example.com:1,password=S3cr3tS3cr3t,ssl=True,abortConnect=False', { StackExchange: 'public' }],
  ['REDIS=h.example.com:1,password=S3cr3tS3cr3t,abortConnect=False', { StackExchange: 'plain' }],
  ['r = redis.from_url("rediss://h:1", ssl_cert_reqs=None)', { 'redis-py': 'none' }],
  ['redis.Redis(host="h", ssl=USE_TLS)', { 'redis-py': 'depends' }],
  ['redis.Redis(host="h", ssl=False)', { 'redis-py': 'plain' }],
  ['options.CertificateValidation += (s, c, ch, e) => true;', { '.NET': 'none' }],
  ['options.CertificateValidation += delegate { return true; };', { '.NET': 'none' }],
  [
    'var o = ConfigurationOptions.Parse(text);\no.CertificateValidation += (_, _, _, _) => { return true; };',
    { '.NET': 'none' },
  ],
  ['options.CertificateValidation += (s, c, ch, e) => e == SslPolicyErrors.None;', {}],
  ['options.CertificateValidation += ValidateServer;', {}],
] as const

const HANDED = [
  ['docker run --env=PGSSLMODE=require --env=PGHOST=h image', { libpq: 'none' }],
  ['docker run -e PGSSLMODE=verify-full --env PGSSLROOTCERT=/ca.pem image', { libpq: 'full' }],
  ['podman run --env=NODE_TLS_REJECT_UNAUTHORIZED=0 image', { 'Node.js': 'none' }],
  ['gcloud run deploy api --set-env-vars=PGSSLMODE=require,PGHOST=h', { libpq: 'none' }],
  [
    'gcloud run services update api --update-env-vars ^@^PGSSLMODE=verify-full@PGSSLROOTCERT=/ca.pem',
    { libpq: 'full' },
  ],
  ['gcloud run deploy api --set-env-vars "A_B=1,NODE_TLS_REJECT_UNAUTHORIZED=0"', { 'Node.js': 'none' }],
  ['flyctl secrets set PGSSLMODE=verify-full PGSSLROOTCERT=/app/ca.pem', { libpq: 'full' }],
  [`NODE_TLS_REJECT_UNAUTHORIZED=0\nDATABASE_URL=${NODE_URL}?sslmode=require\n`, { 'node-postgres': 'none' }],
] as const

/** What decides stands elsewhere: in the environment, in a variable of the code. */
const UNSEEN = [
  ['shop:\n  outputs:\n    dev:\n      type: postgres\n      sslmode: "{{ env_var(\'MODE\') }}"\n', { dbt: 'depends' }],
  [django(DJANGO_MYSQL, '{"ssl_mode": env("MODE"), "ssl": {"ca": CA}}'), { Django: 'depends' }],
  [django(DJANGO_MYSQL, '{"ssl_mode": MODE, "ssl": {"ca": CA}}'), { Django: 'depends' }],
  ['[unified_alerting]\nenabled = true\n[database]\ntype = postgres\nssl_mode = ${MODE}\n', { Grafana: 'depends' }],
  ['[OUTPUT]\n    Name es\n    tls ${TLS}\n', { 'Fluent Bit': 'depends' }],
  ['REDIS=h:1,password=S3cr3tS3cr3t,ssl=${TLS},abortConnect=False\n', { StackExchange: 'depends' }],
  ['pymysql.connect(host="h", ssl_ca=CA, ssl_verify_identity=settings.VERIFY)', { PyMySQL: 'depends' }],
  ['conn = pymysql.connect(host="h", ssl={"ca": CA, "check_hostname": checks})', { PyMySQL: 'depends' }],
  ['DATABASE_URL=' + NODE_URL + '?sslmode=${MODE}', { libpq: 'depends', 'node-postgres': 'depends', Go: 'depends' }],
  // Of a name that stands elsewhere nothing depends.
  ['pymysql.connect(host=f"{HOST}", hostname="${HOST}", sql_mode="${MODE}", ssl={"x": 1})', { PyMySQL: 'none' }],
  ['mysql --host=h --ssl-mode=$MODE --ssl-ca=ca.pem', { mysql: 'depends' }],
] as const

const SYSTEM = '/etc/ssl/certs/ca-certificates.crt'
const WITH_SYSTEM = `${NODE_URL}?sslmode=verify-full&sslrootcert=${SYSTEM}`
const PUBLIC = { libpq: 'public', 'node-postgres': 'public', Go: 'public' }
/** The system's own file means the same to every client; a bare `&` keeps it from them. */
const SYSTEM_CASES = [
  [`fly secrets set DATABASE_URL="${WITH_SYSTEM}"`, PUBLIC],
  [`flyctl secrets set 'DATABASE_URL=${WITH_SYSTEM}' --app shop`, PUBLIC],
  [`docker run -e DATABASE_URL="${WITH_SYSTEM}" app`, PUBLIC],
  [`gcloud run deploy x --set-env-vars "DATABASE_URL=${WITH_SYSTEM}"`, PUBLIC],
  [`fly secrets set DATABASE_URL=${WITH_SYSTEM}`, { ...PUBLIC, libpq: 'depends' }],
  [`fly secrets set DATABASE_URL='${NODE_URL}?sslmode=verify-full' PGSSLROOTCERT=${SYSTEM}`, PUBLIC],
  [`flyctl secrets set PGSSLMODE=verify-full PGSSLROOTCERT=${SYSTEM}`, { libpq: 'public' }],
] as const

const STAGE = 'ENV PGSSLMODE=verify-full\nENV PGSSLROOTCERT=/app/ca.pem\n'
const STAGES = [
  [`FROM a AS build\nENV PGSSLMODE=disable\nRUN x\nFROM b\n${STAGE}CMD ["y"]\n`, { libpq: 'full', 'libpq 2': 'plain' }],
  [
    `FROM a AS base\nENV PGSSLROOTCERT=/app/ca.pem\nFROM base\nENV PGSSLMODE=verify-full\nCMD ["y"]\n`,
    { libpq: 'full' },
  ],
  [
    `FROM a\nENV PGSSLROOTCERT=/app/ca.pem\nFROM a\nENV PGSSLMODE=verify-ca\nCMD ["y"]\n`,
    { libpq: 'depends', 'libpq 2': 'none' },
  ],
] as const

export const FRAMEWORK_CASES: readonly FrameworkCase[] = [
  ...SQLALCHEMY.map(of('SQLAlchemy and MySQL')),
  ...PYTHON.map(of('Python')),
  ...UNSURE.map(of('arguments of Python that aren’t certain')),
  ...NOTHING_SAID.map(of('values of Python')),
  ...DJANGO.map(of('Django and MySQL')),
  ...POSTGRES_JS.map(of('postgres.js')),
  ...RUST.map(of('Rust')),
  ...PROGRAMS.map(of('programs')),
  ...REDIS.map(of('Redis')),
  ...HANDED.map(of('handed on')),
  ...UNSEEN.map(of('values that stand elsewhere')),
  ...OPEN_CASES.map(of('left open')),
  ...VARIABLES.map(of('variables of code')),
  ...SYSTEM_CASES.map(of('CA file of the system')),
  ...STAGES.map(of('stages')),
  ...FILE_CASES.map(of('files of programs')),
  ...CODE_CASES.map(of('code')),
  ...TOUCHED_CASES.map(of('touched later')),
  ...ONE_ANSWER_CASES.map(of('one answer')),
  ...SET_LATER_CASES.map(of('set later')),
  ...ENVIRONMENT_CASES.map(of('variables of shells and containers')),
  ...PASTED_SETTINGS.map(of('as people paste them')),
  ...OWN_NAME_CASES.map(of('names of their own')),
  ...OWN_CALL_CASES.map(of('calls and outputs of their own')),
  ...ELSEWHERE_CASES.map(of('addresses that stand elsewhere')),
  ...OVERRIDDEN_CASES.map(of('overridden')),
  ...ORDER_CASES.map(of('in their order')),
  ...CLIENT_CASES.map(of('clients by their own names')),
  ...CONTEXTS.map(of('contexts of Python')),
  ...TERMINAL.map(of('commands')),
  ...SETTLED.map(of('an address and a switch')),
  ...CHOSEN_CA_CASES.map(of('chosen')),
  ...CHOSEN_CASES.map(of('chosen')),
  ...CONDITIONAL_CASES.map(of('conditional')),
  ...BUILDER_CASES.map(of('builders')),
  ...DATA_FILE_CASES.map(of('programs that move data')),
  ...LAYER_CASES.map(of('layers')),
  ...REACHING_CASES.map(of('variables that reach a client')),
  ...Object.entries(SILENT_CASES).flatMap(([kind, cases]) => cases.map(of(kind))),
]
