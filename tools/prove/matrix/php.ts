/** PHP's clients of PostgreSQL, MySQL and Valkey. */
import { MYSQL, PG, REDIS } from '../endpoints.ts'
import { clientOf } from '../clients.ts'
import { further } from './mysql-python-and-java.ts'
import type { MatrixClient, Target } from './settings.ts'

const PHP = { file: 'client.php', run: () => 'php client.php' }

const doctrine =
  (driver: string) =>
  (setting: string, { host, port }: Target): string => `<?php
require 'Doctrine/DBAL/autoload.php';
use Doctrine\\DBAL\\DriverManager;
$connection = DriverManager::getConnection(['driver' => '${driver}', 'host' => '${host}', 'port' => ${String(port)}, 'user' => 'avnadmin', 'password' => 'secret', 'dbname' => 'defaultdb'${further(setting)}]);
$connection->executeQuery('SELECT 1');
`

export const PHP_CLIENTS: readonly MatrixClient[] = [
  {
    ...PHP,
    id: 'php-pdo-pgsql',
    client: clientOf('php-pdo-pgsql'),
    endpoint: PG,
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
  {
    ...PHP,
    id: 'doctrine-pgsql',
    client: clientOf('doctrine'),
    endpoint: PG,
    settings: [
      '',
      "'sslmode' => 'disable'",
      "'sslmode' => 'allow'",
      "'sslmode' => 'prefer'",
      "'sslmode' => 'require'",
      "'sslmode' => 'require', 'sslrootcert' => 'ca.pem'",
      "'sslmode' => 'verify-ca'",
      "'sslmode' => 'verify-ca', 'sslrootcert' => 'ca.pem'",
      "'sslmode' => 'verify-full'",
      "'sslmode' => 'verify-full', 'sslrootcert' => 'ca.pem'",
      "'sslmode' => 'verify-full', 'sslrootcert' => 'system'",
      "'sslrootcert' => 'ca.pem'",
      "'sslmode' => 'VERIFY-FULL', 'sslrootcert' => 'ca.pem'",
    ],
    text: doctrine('pdo_pgsql'),
  },
  {
    ...PHP,
    id: 'doctrine-mysql',
    client: clientOf('doctrine'),
    endpoint: MYSQL,
    settings: [
      '',
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CA => 'ca.pem']",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CA => '']",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CA => null]",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CA => 'ca.pem', PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true]",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CA => 'ca.pem', PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false]",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true]",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false]",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CAPATH => '.']",
      "'driverOptions' => [PDO::MYSQL_ATTR_SSL_CIPHER => 'ECDHE-RSA-AES128-GCM-SHA256']",
      "'sslmode' => 'verify-full', 'sslrootcert' => 'ca.pem'",
      "'ssl_ca' => 'ca.pem'",
    ],
    text: doctrine('pdo_mysql'),
  },
  {
    ...PHP,
    id: 'phpredis',
    client: clientOf('phpredis'),
    endpoint: REDIS,
    settings: [
      "'HOST', PORT",
      "'HOST', PORT, 5",
      "'tls://HOST', PORT",
      "'ssl://HOST', PORT",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem']]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem', 'verify_peer' => true, 'verify_peer_name' => true]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem', 'verify_peer' => false]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem', 'verify_peer_name' => false]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['verify_peer' => false]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['verify_peer' => false, 'verify_peer_name' => false]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['verify_peer_name' => false]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem', 'allow_self_signed' => true]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['allow_self_signed' => true]]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['cafile' => 'ca.pem']",
      "'HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem']]",
      "'tls://HOST', PORT, 5, null, 0, 0, ['stream' => ['cafile' => 'ca.pem', 'peer_name' => 'HOST']]",
    ],
    text: (setting, { host, port }) => `<?php
$redis = new Redis();
$redis->connect(${setting.replaceAll('HOST', host).replace('PORT', String(port))});
$redis->auth(['avnadmin', 'secret']);
`,
  },
]
