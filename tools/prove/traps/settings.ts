/** Settings that people copy from samples and answers, one line each: what they look like, and what really happens. */
import { KAFKA_PROGRAMS, REDIS_PROGRAMS } from './programs-others.ts'
import { address, type ConfigurableClient } from './programs.ts'
import { MYSQL_PROGRAMS } from './programs-sql.ts'
import {
  TRUSTS_ANY_SERVER,
  FALLS_BACK_TO_PLAIN,
  LOCAL,
  HOST_NOT_CHECKED,
  ofMatrix,
  NOT_ENCRYPTED,
  ONLY_PUBLIC_CAS,
  traps,
} from './rows.ts'
import { POSTGRESQL_SETTINGS } from './settings-postgresql.ts'
import { SERVICE_SETTINGS } from './settings-services.ts'
import type { Trap } from './trap.ts'

/** The same program, with a URL for the other driver. */
const MARIADB_JDBC: ConfigurableClient = {
  ...ofMatrix('connector-j'),
  text: (setting, target) => `jdbc:mariadb://${address(target)}/defaultdb?${setting}`,
}

export const SETTINGS: readonly Trap[] = [
  ...POSTGRESQL_SETTINGS,
  ...SERVICE_SETTINGS,
  ...traps('mariadb', ofMatrix('mariadb'), [
    ['ssl', '--ssl', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['ssl-mode', '--ssl-mode=VERIFY_IDENTITY --ssl-ca=ca.pem', 'right', 'refused', 'the option is MySQL’s', LOCAL],
  ]),
  ...traps('mysql2', ofMatrix('mysql2'), [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['empty', 'ssl: {}', 'right', 'refused', ONLY_PUBLIC_CAS],
  ]),
  ...traps('mysql2', MYSQL_PROGRAMS.mysql2Url, [
    [
      'service-uri',
      "url + '?ssl-mode=REQUIRED'",
      'withoutTls',
      'leaked',
      `mysql2 has no such parameter, so ${NOT_ENCRYPTED}`,
    ],
  ]),
  ...traps('mariadb-node', MYSQL_PROGRAMS.mariadbNode, [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('pymysql', ofMatrix('pymysql'), [
    ['empty', 'ssl={}', 'withoutTls', 'leaked', `an empty one counts as none, so ${NOT_ENCRYPTED}`],
    ['check-hostname', 'ssl={"ca": "ca.pem", "check_hostname": False}', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
  ]),
  ...traps('mysql-connector-python', MYSQL_PROGRAMS.connectorPython, [
    ['ca-alone', 'ssl_ca="ca.pem"', 'rogue', 'leaked', 'without ssl_verify_cert the CA is not used'],
    ['verify-cert', 'ssl_ca="ca.pem", ssl_verify_cert=True', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
  ]),
  ...traps('sqlalchemy-mysql', MYSQL_PROGRAMS.sqlAlchemy, [
    ['ca-alone', 'url + "?ssl_ca=ca.pem"', 'rogue', 'leaked', 'without ssl_verify_cert the CA is not used'],
  ]),
  ...traps('go-sql-driver', ofMatrix('go-sql-driver'), [
    ['skip-verify', 'tls=skip-verify', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['preferred', 'tls=preferred', 'withoutTls', 'leaked', FALLS_BACK_TO_PLAIN],
    ['true', 'tls=true', 'right', 'refused', ONLY_PUBLIC_CAS],
  ]),
  ...traps('connector-j', ofMatrix('connector-j'), [
    ['required', 'sslMode=REQUIRED', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['use-ssl', 'useSSL=true', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    [
      'no-verification',
      'useSSL=true&requireSSL=true&verifyServerCertificate=false',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
  ]),
  ...traps('mariadb-jdbc', MARIADB_JDBC, [
    ['trust', 'sslMode=trust', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['trust-server-certificate', 'useSsl=true&trustServerCertificate=true', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('php-mysqli', MYSQL_PROGRAMS.mysqli, [
    ['client-ssl', 'MYSQLI_CLIENT_SSL', 'rogue', 'leaked', `without a CA ${TRUSTS_ANY_SERVER}`],
    [
      'dont-verify',
      'MYSQLI_CLIENT_SSL_DONT_VERIFY_SERVER_CERT with MYSQLI_OPT_SSL_CA',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
  ]),
  ...traps('php-pdo-mysql', MYSQL_PROGRAMS.phpPdo, [
    [
      'dont-verify',
      "PDO::MYSQL_ATTR_SSL_CA => 'ca.pem', PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => false",
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
  ]),

  ...traps('redis-cli-alone', REDIS_PROGRAMS.cli, [
    ['insecure', '--tls --insecure', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['no-ca', '--tls', 'right', 'refused', ONLY_PUBLIC_CAS],
    ['plain', '', 'rogue', 'leaked', `without --tls ${NOT_ENCRYPTED}`],
  ]),
  ...traps('redis-py', ofMatrix('redis-py'), [
    ['cert-reqs-none', 'ssl=True, ssl_cert_reqs="none"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    [
      'check-hostname',
      'ssl=True, ssl_ca_certs="ca.pem", ssl_check_hostname=False',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
  ]),
  ...traps('redis-py', REDIS_PROGRAMS.pythonUrl, [
    ['url-cert-reqs', 'rediss://?ssl_cert_reqs=none', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['one-s', 'redis://', 'rogue', 'leaked', `TLS is rediss, with two s, so ${NOT_ENCRYPTED}`],
  ]),
  ...traps('valkey-py', REDIS_PROGRAMS.valkeyPython, [
    ['cert-reqs-none', 'ssl=True, ssl_cert_reqs="none"', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('ioredis', ofMatrix('ioredis'), [
    ['reject-unauthorized', 'tls: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['any-name', 'tls: { ca, checkServerIdentity: () => undefined }', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
    ['empty', 'tls: {}', 'right', 'refused', ONLY_PUBLIC_CAS],
  ]),
  ...traps('node-redis', REDIS_PROGRAMS.nodeRedis, [
    ['reject-unauthorized', 'tls: true, rejectUnauthorized: false', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('jedis', REDIS_PROGRAMS.jedis, [
    [
      'mode-ca',
      '.ssl(true).sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.CA).build())',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
  ]),
  ...traps('lettuce', REDIS_PROGRAMS.lettuce, [
    ['no-peer', '.withSsl(true).withVerifyPeer(false)', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('go-redis', REDIS_PROGRAMS.goRedis, [
    ['skip-verify', 'TLSConfig: &tls.Config{InsecureSkipVerify: true}', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('phpredis', REDIS_PROGRAMS.phpredis, [
    ['no-peer', "'verify_peer' => false, 'verify_peer_name' => false", 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),

  ...traps('java-keystore', ofMatrix('java-kafka'), [
    [
      'any-name',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.endpoint.identification.algorithm=',
      'wrongHost',
      'leaked',
      `empty, ${HOST_NOT_CHECKED}`,
    ],
    [
      'pem-with-password',
      'security.protocol=SASL_SSL\nssl.truststore.type=PEM\nssl.truststore.location=ca.pem\nssl.truststore.password=x',
      'right',
      'refused',
      'PEM takes no password',
      LOCAL,
    ],
    ['plaintext', 'security.protocol=SASL_PLAINTEXT', 'rogue', 'leaked', NOT_ENCRYPTED],
  ]),
  ...traps('kcat', KAFKA_PROGRAMS.kcat, [
    [
      'any-name',
      '-X ssl.ca.location=ca.pem -X ssl.endpoint.identification.algorithm=none',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
  ]),
  ...traps('kafka-python', ofMatrix('kafka-python'), [
    [
      'check-hostname',
      'security_protocol="SASL_SSL", ssl_cafile="ca.pem", ssl_check_hostname=False',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
    [
      'unverified-context',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
  ]),
  ...traps('kafkajs', ofMatrix('kafkajs'), [
    ['ssl-true', 'ssl: true', 'right', 'refused', ONLY_PUBLIC_CAS],
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('confluent-kafka', KAFKA_PROGRAMS.confluent, [
    ['no-verification', '"enable.ssl.certificate.verification": False', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    [
      'any-name',
      '"ssl.ca.location": "ca.pem", "ssl.endpoint.identification.algorithm": "none"',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
  ]),
  ...traps('aiokafka', KAFKA_PROGRAMS.aiokafka, [
    [
      'unverified-context',
      'security_protocol="SASL_SSL", ssl_context=ssl._create_unverified_context()',
      'rogue',
      'leaked',
      TRUSTS_ANY_SERVER,
    ],
  ]),
  ...traps('sarama', KAFKA_PROGRAMS.sarama, [
    ['skip-verify', '&tls.Config{InsecureSkipVerify: true}', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('franz-go', KAFKA_PROGRAMS.franzGo, [['empty', '&tls.Config{}', 'right', 'refused', ONLY_PUBLIC_CAS]]),
]
