#!/bin/sh
# Installs what `npm run prove` needs from Debian's packages. Where that is not possible it says so and ends well:
# what is missing is then not run. Prints "complete" at the end when all is there.
set -u

# All of them are small; PostgreSQL's server brings its own port and is never started as a service.
packages="postgresql redis-server mariadb-server kcat socat curl
  golang-go golang-github-lib-pq-dev php-cli php-pgsql php-mysql libpostgresql-jdbc-java
  python3 python3-psycopg python3-pymysql python3-kafka python3-confluent-kafka"

# Any Java will do.
command -v java >/dev/null || packages="$packages default-jdk-headless"

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
      apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 || echo "Not to be had: $package"
    done
fi

for program in psql kcat socat curl go php java redis-server mariadbd redis-cli mariadb; do
  PATH="$PATH:/usr/sbin" command -v "$program" >/dev/null || { echo "Missing for the proof: $program"; exit 0; }
done
ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { echo "Missing for the proof: PostgreSQL's server"; exit 0; }
echo complete
