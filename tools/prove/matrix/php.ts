/** PHP's clients of PostgreSQL and MySQL. */
import { MYSQL, PG } from '../endpoints.ts'
import { clientOf } from '../clients.ts'
import type { MatrixClient } from './settings.ts'

const PHP = { file: 'client.php', run: () => 'php client.php' }

export const PHP_CLIENTS: readonly MatrixClient[] = [
  {
    ...PHP,
    id: 'php-pdo-pgsql',
    client: clientOf('php-pdo-pgsql'),
    endpoint: PG,
    driver: 'PHP PDO',
    settings: [
      '',
      'sslmode=disable',
      'sslmode=allow',
      'sslmode=prefer',
      'sslmode=require',
      'sslmode=require;sslrootcert=ca.pem',
      'sslmode=verify-ca',
      'sslmode=verify-ca;sslrootcert=ca.pem',
      'sslmode=verify-full',
      'sslmode=verify-full;sslrootcert=ca.pem',
      'sslrootcert=ca.pem',
      'sslmode=VERIFY-FULL;sslrootcert=ca.pem',
      'sslmode=verify-full;sslrootcert=system',
    ],
    text: (setting, { host, port }) => `<?php
$pdo = new PDO("pgsql:host=${host};port=${String(port)};dbname=defaultdb${setting === '' ? '' : `;${setting}`}", "avnadmin", "secret");
`,
  },
  {
    ...PHP,
    id: 'php-pdo-mysql',
    client: clientOf('php-pdo-mysql'),
    endpoint: MYSQL,
    driver: 'PHP PDO',
    settings: [
      '',
      'PDO::MYSQL_ATTR_SSL_CA => "ca.pem"',
      'PDO::MYSQL_ATTR_SSL_CA => ""',
      'PDO::MYSQL_ATTR_SSL_CA => null',
      'PDO::MYSQL_ATTR_SSL_CA => true',
      'PDO::MYSQL_ATTR_SSL_CA => "ca.pem", PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true',
      'PDO::MYSQL_ATTR_SSL_CA => "ca.pem", PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false',
      'PDO::MYSQL_ATTR_SSL_CA => "ca.pem", PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => 0',
      'PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true',
      'PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false',
      'PDO::MYSQL_ATTR_SSL_CAPATH => "."',
      'PDO::MYSQL_ATTR_SSL_CIPHER => "ECDHE-RSA-AES128-GCM-SHA256"',
      'PDO::MYSQL_ATTR_SSL_KEY => "service.key", PDO::MYSQL_ATTR_SSL_CERT => "service.cert", PDO::MYSQL_ATTR_SSL_CA => "ca.pem"',
    ],
    text: (setting, { host, port }) => `<?php
$pdo = new PDO("mysql:host=${host};port=${String(port)};dbname=defaultdb", "avnadmin", "secret", [${setting}]);
`,
  },
  {
    ...PHP,
    id: 'php-mysqli',
    client: clientOf('php-mysqli'),
    endpoint: MYSQL,
    driver: 'mysqli',
    settings: [
      '',
      'MYSQLI_CLIENT_SSL',
      'MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT',
      'MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT',
      'MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT',
      'MYSQLI_CLIENT_COMPRESS',
      'CA',
      'CA MYSQLI_CLIENT_SSL',
      'CA MYSQLI_CLIENT_SSL_VERIFY_SERVER_CERT',
      'CA MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT',
      'CA MYSQLI_CLIENT_SSL | MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT',
      'CA MYSQLI_CLIENT_COMPRESS',
    ],
    text: (setting, { host, port }) => {
      const flags = setting.replace(/^CA ?/, '')
      return `<?php
$db = mysqli_init();
${setting.startsWith('CA') ? '$db->ssl_set(null, null, "ca.pem", null, null);\n' : ''}$db->real_connect("${host}", "avnadmin", "secret", "defaultdb", ${String(port)}, null${flags === '' ? '' : `, ${flags}`});
`
    },
  },
]
