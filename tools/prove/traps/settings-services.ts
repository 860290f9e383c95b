/** Settings of HTTPS, Cassandra and ClickHouse clients that look safe, and what really happens. */
import { CASSANDRA_PROGRAMS, CLICKHOUSE_PROGRAMS, HTTPS_PROGRAMS } from './programs-services.ts'
import { TRUSTS_ANY_SERVER, LOCAL, HOST_NOT_CHECKED, NOT_ENCRYPTED, ONLY_PUBLIC_CAS, traps } from './rows.ts'
import type { Trap } from './trap.ts'

export const SERVICE_SETTINGS: readonly Trap[] = [
  ...traps('curl', HTTPS_PROGRAMS.curl, [
    ['insecure', '-k', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['insecure-ca', '--cacert ca.pem --insecure', 'rogue', 'leaked', 'the CA is not used'],
  ]),
  ...traps('requests', HTTPS_PROGRAMS.requests, [
    ['verify-false', 'verify=False', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('httpx', HTTPS_PROGRAMS.httpx, [['verify-false', 'verify=False', 'rogue', 'leaked', TRUSTS_ANY_SERVER]]),
  ...traps('node-https', HTTPS_PROGRAMS.nodeHttps, [
    ['reject-unauthorized', 'rejectUnauthorized: false', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('node-https', HTTPS_PROGRAMS.nodeFetch, [
    ['environment', 'NODE_TLS_REJECT_UNAUTHORIZED=0', 'rogue', 'leaked', 'no connection of the process is verified'],
  ]),
  ...traps('opensearch-py', HTTPS_PROGRAMS.opensearchPy, [
    ['verify-certs', 'use_ssl=True, verify_certs=False', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['http', 'use_ssl=False', 'rogue', 'leaked', NOT_ENCRYPTED],
  ]),
  ...traps('opensearch-js', HTTPS_PROGRAMS.opensearchJs, [
    ['reject-unauthorized', 'ssl: { rejectUnauthorized: false }', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('opensearch-java', HTTPS_PROGRAMS.opensearchJava, [
    ['nothing', '', 'wrongHost', 'leaked', `with HttpClient 5.5 ${HOST_NOT_CHECKED}`],
    [
      'tls-strategy',
      '.setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create().setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(context).buildAsync()).build())',
      'wrongHost',
      'leaked',
      `with HttpClient 5.5 ${HOST_NOT_CHECKED}`,
    ],
  ]),
  ...traps('cqlsh', CASSANDRA_PROGRAMS.cqlsh, [
    ['certfile', '[ssl]\ncertfile = ca.pem\nvalidate = true', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
    ['no-validation', '[ssl]\nvalidate = false', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
  ]),
  ...traps('cassandra-driver', CASSANDRA_PROGRAMS.python, [
    [
      'ca-certs',
      'ssl_options={"ca_certs": "ca.pem", "cert_reqs": ssl.CERT_REQUIRED}',
      'wrongHost',
      'leaked',
      HOST_NOT_CHECKED,
    ],
  ]),
  ...traps('cassandra-java', CASSANDRA_PROGRAMS.java, [
    ['ssl-context', '.withSslContext(SSLContext.getDefault())', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
  ]),
  ...traps('gocql', CASSANDRA_PROGRAMS.go, [
    [
      'ca-path',
      '&gocql.SslOptions{CaPath: "ca.pem"}',
      'rogue',
      'leaked',
      'without EnableHostVerification the CA is not used',
    ],
  ]),
  ...traps('clickhouse-client', CLICKHOUSE_PROGRAMS.client, [
    [
      'strict',
      '<caConfig>ca.pem</caConfig><verificationMode>strict</verificationMode>',
      'wrongHost',
      'leaked',
      `in Debian’s package ${HOST_NOT_CHECKED}`,
    ],
  ]),
  ...traps('clickhouse-connect', CLICKHOUSE_PROGRAMS.connect, [
    ['verify-false', 'secure=True, verify=False', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['secure', 'secure=True', 'right', 'refused', ONLY_PUBLIC_CAS],
    ['https', 'interface="https", verify=False, ca_cert="ca.pem"', 'rogue', 'leaked', 'the CA is not used'],
  ]),
  ...traps('clickhouse-jdbc', CLICKHOUSE_PROGRAMS.jdbc, [
    ['trust', 'ssl=true&ssl_mode=TRUST', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['verify-ca', 'ssl=true&ssl_mode=VERIFY_CA&sslrootcert=ca.pem', 'wrongHost', 'leaked', HOST_NOT_CHECKED],
    ['sslmode', 'ssl=true&sslmode=strict&sslrootcert=ca.pem', 'right', 'refused', 'it is called ssl_mode now', LOCAL],
  ]),
  ...traps('clickhouse-driver', CLICKHOUSE_PROGRAMS.python, [
    ['no-verification', 'secure=True, verify=False', 'rogue', 'leaked', TRUSTS_ANY_SERVER],
    ['secure', 'secure=True', 'right', 'refused', ONLY_PUBLIC_CAS],
  ]),
]
