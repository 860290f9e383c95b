/** Variables of shells, and whether they reach the client: each kind beside neighbours that change nothing. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

const SET = 'export PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem\n'
const ONCE = 'PGSSLMODE=verify-full PGSSLROOTCERT=/ca.pem'
const RUN = 'psql -h h d\n'
const SET_CMD = 'set PGSSLMODE=verify-full\nset PGSSLROOTCERT=C:\\ca.pem\n'

const each = (lines: readonly string[], text: (line: string) => string, verifies: string): Cases =>
  lines.map((line) => [text(line), { libpq: verifies }])

/** Commands that run a client elsewhere, as somebody else, or with an environment of its own. */
const ELSEWHERE = [
  'sudo psql -h h',
  'sudo -u postgres psql -h h',
  'sudo -i -E psql -h h',
  'sudo --preserve-env=PGSSLMODE psql -h h',
  'doas psql -h h',
  'su - postgres -c "psql -h h"',
  'runuser -l postgres -c "psql -h h"',
  'ssh host psql -h h',
  'docker exec db psql -h h',
  'docker run --rm postgres psql -h h',
  'docker run --rm -e PGSSLMODE postgres psql -h h',
  'docker compose exec app psql -h h',
  'podman run postgres psql -h h',
  'kubectl exec -it pod -- psql -h h',
  'bash -lc "psql -h h"',
  'bash -c "PGSSLMODE=disable psql -h h"',
  'env -i psql -h h',
  'env $(cat .env) psql -h h',
  'sudo bash -c "psql -h h"',
  'bash -c "sudo psql -h h"',
]
/** What a shell reads in between. */
const READS = [
  'source ./env.sh',
  '. ./env',
  'eval "$(cat env)"',
  'export $(cat .env | xargs)',
  'set -a; . .env; set +a',
]
const KEEPS = [
  'sudo -E psql -h h',
  'sudo -E -u app psql -h h',
  'sudo --preserve-env=PGSSLMODE,PGSSLROOTCERT psql -h h',
  'docker run -e PGSSLMODE -e PGSSLROOTCERT postgres psql -h h',
  'sudo apt-get install -y postgresql-client',
  'docker compose up -d',
  'docker build -t app .',
  'kubectl get pods',
  'exec psql -h h',
  'nice -n 5 psql -h h',
  'bash -c "psql -h h"',
  'cd /srv/app',
  'source .venv/bin/activate',
  'psql -h "$HOST" -d "$NAME"',
  'psql -h h "$DB_NAME"',
]
/** Arguments that count before the variables, or may. */
const ARGUMENTS = ['psql "$@"', 'psql $OPTS -h h', 'psql "$DATABASE_URL"', 'psql service=prod', 'pg_dump $(cat args)']

const SHELL: Cases = [
  ...each([...ELSEWHERE, ...ARGUMENTS], (line) => `${SET}${line}\n`, 'depends'),
  ...each([...ELSEWHERE, ...READS, ...ARGUMENTS], (line) => `${SET}${line}\n${RUN}`, 'depends'),
  ...each(KEEPS, (line) => `${SET}${line}\n${RUN}`, 'full'),
  ...each(READS, (line) => `${line}\n${SET}${RUN}`, 'full'),
  ...each(READS, (line) => `${SET}${RUN}${line}\n`, 'full'),
]

/** Variables for one command: that command alone has them, if they get there. */
const ONE_TIME: Cases = [
  ...each(['psql -h h', './migrate.sh', 'exec psql -h h', 'sudo -E psql -h h'], (line) => `${ONCE} ${line}\n`, 'full'),
  ...each(['sudo psql -h h', 'ssh host psql', 'psql "$@"'], (line) => `${ONCE} ${line}\n`, 'depends'),
  [`sudo ${ONCE} psql -h h\n`, { libpq: 'full' }],
  [`sudo -u postgres env ${ONCE} psql -h h\n`, { libpq: 'full' }],
  [`${ONCE} echo x\n`, {}],
  ...['&&', ';', '|', '||'].flatMap((sign): Cases => [
    [`${ONCE} pg_dump -h h${sign === ';' ? '' : ' '}${sign} psql -h h2\n`, { libpq: 'full', 'libpq 2': 'none' }],
    [`${ONCE} pg_dump -h h ${sign} ${ONCE} psql -h h2\n`, { libpq: 'full', 'libpq 2': 'full' }],
  ]),
  [`${SET}${ONCE.replace('verify-full', 'disable')} psql -h h\n`, { libpq: 'full', 'libpq 2': 'plain' }],
  ['export PGSSLROOTCERT=/ca.pem\nPGSSLMODE=require psql -h h\n', { libpq: 'none', 'libpq 2': 'chain' }],
  [`${SET}${RUN}export PGSSLMODE=require\n${RUN}`, { libpq: 'full', 'libpq 2': 'chain' }],
]

const ASSIGNED = 'PGSSLMODE=verify-full\nPGSSLROOTCERT=/ca.pem\n'
/** What exports, and what only assigns. */
const EXPORTS: Cases = [
  ...each(['declare -x', 'typeset -x', 'declare -rx', 'export'], (word) => `${word} ${ONCE}\n${RUN}`, 'full'),
  [`set -a\n${ASSIGNED}set +a\n${RUN}`, { libpq: 'full' }],
  [`${ASSIGNED}export PGSSLMODE PGSSLROOTCERT\n${RUN}`, { libpq: 'full' }],
  [`${SET}PGSSLMODE=require\n${RUN}`, { libpq: 'chain' }],
  [`${SET}declare -x PGSSLMODE=disable\n${RUN}`, { libpq: 'plain' }],
  [`${ASSIGNED}${RUN}`, { libpq: 'depends', 'libpq 2': 'depends' }],
  [`readonly ${ONCE}\n${RUN}`, { libpq: 'depends' }],
  [`set +a\n${ASSIGNED}${RUN}`, { libpq: 'depends', 'libpq 2': 'depends' }],
  [`export PGSERVICE=prod\n${SET}psql\n`, { libpq: 'depends' }],
]

/** Shells of their own: what is set in them is gone behind them. */
const APART: Cases = each(
  [`( ${SET.trim()} )`, `(${SET.trim()}; echo x)`, `${SET.trim()} | cat`, `${SET.trim()} &`],
  (line) => `${line}\n${RUN}`,
  'depends',
)

const CMD: Cases = [
  [`@echo off\nsetlocal\n${SET_CMD}psql -h h\nendlocal\n`, { libpq: 'full' }],
  [`@echo off\nsetlocal\n${SET_CMD}endlocal\npsql -h h\n`, { libpq: 'depends' }],
  [`@echo off\n${SET_CMD}call env.bat\npsql -h h\n`, { libpq: 'depends' }],
  [`@echo off\n${SET_CMD}psql -h h\ngoto :eof\n`, { libpq: 'full' }],
  [`@echo off\n${SET_CMD}goto run\n:run\npsql -h h\n`, { libpq: 'depends' }],
]

export const REACHING_CASES = [...SHELL, ...ONE_TIME, ...EXPORTS, ...APART, ...CMD]
