/** Settings that people copy from samples and answers, one line each: what they look like, and what really happens. */
import { KAFKA_PROGRAMS, REDIS_PROGRAMS } from './programs-others.ts'
import { address, type Settable } from './programs.ts'
import { MYSQL_PROGRAMS } from './programs-sql.ts'
import { ENCRYPTS, WITHOUT_TLS, LOCAL, NAME, ofMatrix, PLAIN, PUBLIC, traps } from './rows.ts'
import { POSTGRESQL_SETTINGS } from './settings-postgresql.ts'
import { SERVICE_SETTINGS } from './settings-services.ts'
import type { Trap } from './traps.ts'

/** The same program, with a URL for the other driver. */
const MARIADB_JDBC: Settable = {
  ...ofMatrix('connector-j'),
  text: (setting, target) => `jdbc:mariadb://${address(target)}/defaultdb?${setting}`,
}

export const SETTINGS: readonly Trap[] = [
  ...POSTGRESQL_SETTINGS,
  ...SERVICE_SETTINGS,
  ...traps('mariadb', ofMatrix('mariadb'), [
    ['ssl', '--ssl', 'rogue', 'leaked', ENCRYPTS],
    ['ssl-mode', '--ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem', 'right', 'refused', 'the option is MySQL’s', LOCAL],
  ]),
  ...traps('mysql2', ofMatrix('mysql2'), [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
    ['empty', 'ssl: {}', 'right', 'refused', PUBLIC],
  ]),
  ...traps('mysql2', MYSQL_PROGRAMS.mysql2Url, [
    ['service-uri', "url + '?ssl-mode=REQUIRED'", 'withoutTls', 'leaked', `mysql2 has no such parameter, so ${PLAIN}`],
  ]),
  ...traps('mariadb-node', MYSQL_PROGRAMS.mariadbNode, [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('pymysql', ofMatrix('pymysql'), [
    ['empty', 'ssl={}', 'withoutTls', 'leaked', `an empty one counts as none, so ${PLAIN}`],
    ['check-hostname', 'ssl={"ca": "ca.pem", "check_hostname": False}', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('mysql-connector-python', MYSQL_PROGRAMS.connectorPython, [
    ['ca-alone', 'ssl_ca="ca.pem"', 'rogue', 'leaked', 'without ssl_verify_cert the CA is not used'],
    ['verify-cert', 'ssl_ca="ca.pem", ssl_verify_cert=True', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('sqlalchemy-mysql', MYSQL_PROGRAMS.sqlAlchemy, [
    ['ca-alone', 'url + "?ssl_ca=ca.pem"', 'rogue', 'leaked', 'without ssl_verify_cert the CA is not used'],
  ]),
  ...traps('go-sql-driver', ofMatrix('go-sql-driver'), [
    ['skip-verify', 'tls=skip-verify', 'rogue', 'leaked', ENCRYPTS],
    ['preferred', 'tls=preferred', 'withoutTls', 'leaked', WITHOUT_TLS],
    ['true', 'tls=true', 'right', 'refused', PUBLIC],
  ]),
  ...traps('connector-j', ofMatrix('connector-j'), [
    ['required', 'sslMode=REQUIRED', 'rogue', 'leaked', ENCRYPTS],
    ['use-ssl', 'useSSL=true', 'rogue', 'leaked', ENCRYPTS],
    ['no-verification', 'useSSL=true&requireSSL=true&verifyServerCertificate=false', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('mariadb-jdbc', MARIADB_JDBC, [
    ['trust', 'sslMode=trust', 'rogue', 'leaked', ENCRYPTS],
    ['trust-server-certificate', 'useSsl=true&trustServerCertificate=true', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('php-mysqli', MYSQL_PROGRAMS.mysqli, [
    ['client-ssl', 'MYSQLI_CLIENT_SSL', 'rogue', 'leaked', `without a CA ${ENCRYPTS}`],
    ['dont-verify', 'MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT with MYSQLI_OPT_SSL_CA', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('php-pdo-mysql', MYSQL_PROGRAMS.phpPdo, [
    [
      'dont-verify',
      "PDO::MYSQL_ATTR_SSL_CA => 'ca.pem', PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false",
      'rogue',
      'leaked',
      ENCRYPTS,
    ],
  ]),

  ...traps('redis-cli-alone', REDIS_PROGRAMS.cli, [
    ['insecure', '--tls --insecure', 'rogue', 'leaked', ENCRYPTS],
    ['no-ca', '--tls', 'right', 'refused', PUBLIC],
    ['plain', '', 'rogue', 'leaked', `without --tls ${PLAIN}`],
  ]),
  ...traps('redis-py', ofMatrix('redis-py'), [
    ['cert-reqs-none', 'ssl=True, ssl_cert_reqs="none"', 'rogue', 'leaked', ENCRYPTS],
    ['check-hostname', 'ssl=True, ssl_ca_certs="ca.pem", ssl_check_hostname=False', 'wrongHost', 'leaked', NAME],
  ]),
  ...traps('redis-py', REDIS_PROGRAMS.pythonUrl, [
    ['url-cert-reqs', 'rediss://?ssl_cert_reqs=none', 'rogue', 'leaked', ENCRYPTS],
    ['one-s', 'redis://', 'rogue', 'leaked', `TLS is rediss, with two s, so ${PLAIN}`],
  ]),
  ...traps('valkey-py', REDIS_PROGRAMS.valkeyPython, [
    ['cert-reqs-none', 'ssl=True, ssl_cert_reqs="none"', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('ioredis', ofMatrix('ioredis'), [
    ['reject-unauthorized', 'tls: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
    ['any-name', 'tls: { ca, checkServerIdentity: () => undefined }', 'wrongHost', 'leaked', NAME],
    ['empty', 'tls: {}', 'right', 'refused', PUBLIC],
  ]),
  ...traps('node-redis', REDIS_PROGRAMS.nodeRedis, [
    ['reject-unauthorized', 'tls: true, rejectUnauthorized: false', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('jedis', REDIS_PROGRAMS.jedis, [
    [
      'mode-ca',
      '.ssl(true).sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.CA).build())',
      'wrongHost',
      'leaked',
      NAME,
    ],
  ]),
  ...traps('lettuce', REDIS_PROGRAMS.lettuce, [
    ['no-peer', '.withSsl(true).withVerifyPeer(false)', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('go-redis', REDIS_PROGRAMS.goRedis, [
    ['skip-verify', 'TLSConfig: &tls.Config{InsecureSkipVerify: true}', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('phpredis', REDIS_PROGRAMS.phpredis, [
    ['no-peer', "'verify_peer' => false, 'verify_peer_name' => false", 'rogue', 'leaked', ENCRYPTS],
  ]),

  ...traps('java-keystore', ofMatrix('java-kafka'), [
    [
      'any-name',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.endpoint.identification.algorithm=',
      'wrongHost',
      'leaked',
      `empty, ${NAME}`,
    ],
    [
      'pem-with-password',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.truststore.password=x',
      'right',
      'refused',
      'PEM takes no password',
      LOCAL,
    ],
    ['plaintext', 'security.protocol=SASL_PLAINTEXT', 'rogue', 'leaked', PLAIN],
  ]),
  ...traps('kcat', KAFKA_PROGRAMS.kcat, [
    [
      'any-name',
      '-X ssl.ca.location=ca.pem -X ssl.endpoint.identification.algorithm=none',
      'wrongHost',
      'leaked',
      NAME,
    ],
  ]),
  ...traps('kafka-python', ofMatrix('kafka-python'), [
    [
      'check-hostname',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_check_hostname=False',
      'wrongHost',
      'leaked',
      NAME,
    ],
    [
      'unverified-context',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'rogue',
      'leaked',
      ENCRYPTS,
    ],
  ]),
  ...traps('kafkajs', ofMatrix('kafkajs'), [
    ['ssl-true', 'ssl: true', 'right', 'refused', PUBLIC],
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('confluent-kafka', KAFKA_PROGRAMS.confluent, [
    ['no-verification', '"enable.ssl.certificate.verification": False', 'rogue', 'leaked', ENCRYPTS],
    [
      'any-name',
      '"ssl.ca.location": "ca.pem", "ssl.endpoint.identification.algorithm": "none"',
      'wrongHost',
      'leaked',
      NAME,
    ],
  ]),
  ...traps('aiokafka', KAFKA_PROGRAMS.aiokafka, [
    [
      'unverified-context',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'rogue',
      'leaked',
      ENCRYPTS,
    ],
  ]),
  ...traps('sarama', KAFKA_PROGRAMS.sarama, [
    ['skip-verify', '&tls.Config{InsecureSkipVerify: true}', 'rogue', 'leaked', ENCRYPTS],
  ]),
  ...traps('franz-go', KAFKA_PROGRAMS.franzGo, [['empty', '&tls.Config{}', 'right', 'refused', PUBLIC]]),
]
