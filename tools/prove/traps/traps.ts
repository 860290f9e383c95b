/**
 * Configurations that look safe but aren't, or that fail for no visible reason. Each is run, so that the console's
 * statements about them stay true: if one behaves differently some day, the proof reports it.
 */
import { KAFKA_CERTIFICATE, MYSQL, REDIS } from '../endpoints.ts'
import type { Trap, TrapTarget } from './trap.ts'
import { POSTGRESQL_TRAPS } from './postgresql.ts'
import { SETTINGS } from './settings.ts'
import { TRAPS_WITHOUT_CERTIFICATE } from './without-certificate.ts'

/** What a trap's text is made of. */
const mysqlLogin = ({ host, port }: TrapTarget) => `-h ${host} -P ${String(port)} --protocol=tcp -u avnadmin`

export const TRAPS: readonly Trap[] = [
  ...POSTGRESQL_TRAPS,
  ...TRAPS_WITHOUT_CERTIFICATE,
  ...SETTINGS,
  {
    id: 'php-pdo-mysql-postgresql-keys',
    client: 'php-pdo-mysql',
    endpoint: MYSQL,
    configured: 'sslmode=verify-ca;sslrootcert=ca.pem in the DSN: PostgreSQL settings, which mean nothing here',
    against: 'rogue',
    outcome: 'leaked',
    files: ({ host, port }) => ({
      'trap.php': `<?php
new PDO('mysql:host=${host};port=${String(port)};dbname=defaultdb;sslmode=verify-ca;sslrootcert=ca.pem', 'avnadmin', getenv('MYSQL_PWD'));
`,
    }),
    run: () => 'php trap.php',
  },
  {
    id: 'mariadb-ca-only',
    client: 'mariadb',
    endpoint: MYSQL,
    configured: '--ssl-ca=ca.pem without --ssl-verify-server-cert: the host name is not checked',
    against: 'wrongHost',
    outcome: 'leaked',
    run: (target) => `mariadb ${mysqlLogin(target)} --ssl-ca=ca.pem -e 'SELECT 1'`,
  },
  {
    id: 'mysql2-ca-only',
    client: 'mysql2',
    endpoint: MYSQL,
    configured: 'ssl: { ca } without verifyIdentity: the host name is not checked',
    against: 'wrongHost',
    outcome: 'leaked',
    files: ({ host, port }) => ({
      'trap.mjs': `import { readFileSync } from 'node:fs'
import mysql from 'mysql2/promise'
const ssl = { ca: readFileSync('ca.pem', 'utf8') }
await mysql.createConnection({ host: '${host}', port: ${String(port)}, user: 'avnadmin', password: process.env.MYSQL_PWD, ssl })
`,
    }),
    run: () => 'node trap.mjs',
  },
  {
    id: 'pymysql-without-tls',
    client: 'pymysql',
    endpoint: MYSQL,
    configured: 'ssl={"ca": "ca.pem"}, and a server that offers no TLS: versions before 1.2 continued without TLS',
    against: 'withoutTls',
    outcome: 'refused',
    files: ({ host, port }) => ({
      'trap.py': `import os
import pymysql
pymysql.connect(host="${host}", port=${String(port)}, user="avnadmin", password=os.environ["MYSQL_PWD"], ssl={"ca": "ca.pem"})
`,
    }),
    run: () => 'python3 trap.py',
  },
  {
    id: 'redis-cli-host-name',
    client: 'redis-cli-alone',
    endpoint: REDIS,
    configured: '--tls --cacert ca.pem: the host name is not checked',
    against: 'wrongHost',
    outcome: 'leaked',
    run: ({ host, port }) => `redis-cli --tls --cacert ca.pem -h ${host} -p ${String(port)} --user avnadmin PING`,
  },
  {
    id: 'kcat-no-verification',
    client: 'kcat',
    endpoint: KAFKA_CERTIFICATE,
    configured: 'enable.ssl.certificate.verification=false, next to ssl.ca.location',
    against: 'rogue',
    outcome: 'leaked',
    run: ({ host, port }) =>
      `kcat -L -b ${host}:${String(port)} -X security.protocol=ssl -X ssl.ca.location=ca.pem -X ssl.certificate.location=service.cert -X ssl.key.location=service.key -X enable.ssl.certificate.verification=false`,
  },
  {
    id: 'kcat-tilde',
    client: 'kcat',
    endpoint: KAFKA_CERTIFICATE,
    configured: 'ssl.ca.location=~/ca.pem in the file: the ~ isn’t expanded',
    against: 'right',
    outcome: 'refused',
    local: true,
    files: ({ host, port }) => ({
      'kcat.conf': `bootstrap.servers=${host}:${String(port)}\nsecurity.protocol=ssl\nssl.ca.location=~/ca.pem\n`,
    }),
    run: () => 'cp ca.pem ~/; kcat -F kcat.conf -L',
  },
  {
    id: 'properties-windows-path',
    client: 'java-keystore',
    endpoint: KAFKA_CERTIFICATE,
    configured: 'ssl.truststore.location=certs\\new\\client.truststore.p12 in client.properties: \\ begins an escape',
    against: 'right',
    outcome: 'refused',
    local: true,
    files: ({ storePassword }) => ({
      'client.properties': `security.protocol=SSL
ssl.truststore.type=PKCS12
ssl.truststore.location=certs\\new\\client.truststore.p12
ssl.truststore.password=${storePassword}
`,
    }),
    // A valid file name on Linux.
    run: ({ host, port }) =>
      `cp client.truststore.p12 'certs\\new\\client.truststore.p12'; kafka-topics.sh --bootstrap-server ${host}:${String(port)} --command-config client.properties --list`,
  },
]
