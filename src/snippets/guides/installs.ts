/** How each system gets a program. Where a system has none, its sentence says what to use. */
import type { Install, System } from '../guide.ts'

export type PerSystem = Readonly<Record<System, Install>>

const IN_WSL = 'isn’t made for Windows. Use WSL, and choose Linux above.'

export const PSQL: PerSystem = {
  linux: {
    what: 'On Debian and Ubuntu. On Fedora the package is postgresql.',
    command: 'sudo apt install postgresql-client',
  },
  macos: {
    what: 'Homebrew’s libpq contains psql. Linking puts it on your PATH.',
    command: 'brew install libpq && brew link --force libpq',
  },
  windows: {
    what: 'psql comes with PostgreSQL’s installer (postgresql.org/download/windows). Add its bin folder to Path.',
  },
}

export const MYSQL_CLIENT: PerSystem = {
  linux: {
    what: 'On Ubuntu. Debian has MariaDB’s client instead: use its guide, or MySQL’s own packages (dev.mysql.com/downloads). If mysql stops with "unknown variable", it’s MariaDB’s.',
    command: 'sudo apt install mysql-client',
  },
  macos: {
    what: 'Linking puts it on your PATH.',
    command: 'brew install mysql-client && brew link --force mysql-client',
  },
  windows: { what: 'mysql comes with MySQL’s installer (dev.mysql.com/downloads). Add its bin folder to Path.' },
}

export const MARIADB_CLIENT: PerSystem = {
  linux: { what: 'On Debian and Ubuntu.', command: 'sudo apt install mariadb-client' },
  macos: { what: 'It comes with MariaDB.', command: 'brew install mariadb' },
  windows: { what: 'mariadb comes with MariaDB’s installer (mariadb.org/download). Add its bin folder to Path.' },
}

export const KCAT: PerSystem = {
  linux: { what: 'On Debian and Ubuntu.', command: 'sudo apt install kcat' },
  macos: { what: 'From Homebrew.', command: 'brew install kcat' },
  windows: { what: `kcat ${IN_WSL}` },
}

export const REDIS_CLI: PerSystem = {
  linux: {
    what: 'On Debian and Ubuntu. valkey-cli, from valkey-tools, works the same.',
    command: 'sudo apt install socat redis-tools',
  },
  macos: { what: 'From Homebrew.', command: 'brew install socat redis' },
  windows: { what: `redis-cli ${IN_WSL}` },
}

/** PHP with an extension that comes with PHP itself: Homebrew's has it built in, Windows' has it beside it. */
export const phpWith = (extension: string, debian: string): PerSystem => ({
  linux: {
    what: `PHP with the ${extension} extension, on Debian and Ubuntu.`,
    command: `sudo apt install php-cli ${debian}`,
  },
  macos: { what: `Homebrew’s PHP has ${extension}.`, command: 'brew install php' },
  windows: { what: `Get PHP from windows.php.net, and turn on extension=${extension} in php.ini.` },
})

export const PHPREDIS: PerSystem = {
  linux: { what: 'PHP with the redis extension, on Debian and Ubuntu.', command: 'sudo apt install php-cli php-redis' },
  macos: { what: 'PHP from Homebrew, the extension from PECL.', command: 'brew install php && pecl install redis' },
  windows: {
    what: 'Get PHP from windows.php.net and php_redis.dll from pecl.php.net, and turn on extension=redis in php.ini.',
  },
}

const GEM_PG = { what: 'Install pg.', command: 'gem install pg' }

export const RUBY_PG: PerSystem = {
  linux: { ...GEM_PG, what: 'Install pg. On Debian and Ubuntu, ruby-pg works too.' },
  macos: GEM_PG,
  windows: GEM_PG,
}
