#!/bin/sh
# Installs what `npm run prove` needs, after `npm ci`: servers and clients from Debian's packages, and the libraries of
# tools/prove/kit.json, in the versions pinned there, from PyPI, npm, Maven, Go's proxy and crates.io. Where something
# can't be had it says so and ends well: what is missing is then not run. With --fixed, only what CI runs.
set -u
cd "$(dirname "$0")/../.."

# What CI needs: its fixed set, and what a change touched.
groups=""
if [ "${1:-}" = --fixed ]; then
  groups=$(npx tsx --no-cache tools/prove/fixed-groups.ts) || groups="python npm maven go"
fi

packages="postgresql redis-server mariadb-server clickhouse-server clickhouse-client kcat socat curl php-cli php-pgsql php-mysql php-redis php-doctrine-dbal ruby ruby-pg ruby-mysql2 ruby-redis python3 python3-venv"

# Any of these will do, where it is newer than Debian's too.
command -v java >/dev/null || packages="$packages default-jdk-headless"
command -v mvn >/dev/null || packages="$packages maven"
[ -x /usr/local/go/bin/go ] || command -v go >/dev/null || packages="$packages golang-go"
case " ${groups:-cargo} " in *" cargo "*) [ -x "$HOME/.cargo/bin/cargo" ] || command -v cargo >/dev/null || packages="$packages cargo libssl-dev pkg-config" ;; esac

missing=""
for package in $packages; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done

if [ -n "$missing" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing for the proof:$missing"
  export DEBIAN_FRONTEND=noninteractive
  # Services must not start: the proof starts its own servers.
  RUNLEVEL=1; export RUNLEVEL
  apt-get update -qq >/dev/null 2>&1
  # One by one when all at once fails: one package that is not to be had must not cost the others.
  # shellcheck disable=SC2086 # a list of words
  apt-get install -y -qq --no-install-recommends $missing >/dev/null 2>&1 ||
    for package in $missing; do
      apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || echo "Not available: $package"
    done
fi

for program in psql clickhouse-server clickhouse-client kcat socat curl php ruby java mvn redis-server mariadbd redis-cli mariadb; do
  PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null || echo "Missing for the proof: $program"
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || echo "Missing for the proof: PostgreSQL's server"

# shellcheck disable=SC2086 # a list of words
npx tsx --no-cache tools/prove/install-kit.ts $groups
exit 0
