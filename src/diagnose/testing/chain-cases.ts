/** Settings that are called one behind the other: `a.b().option("name", "value").option(…)`, of Spark, Flink and their like. */
type Verdicts = Readonly<Record<string, string>>
type Cases = readonly (readonly [string, Verdicts])[]

type Options = readonly (readonly [name: string, value: string])[]

/** How such chains are written: on one line, a line each, in brackets, with another call between. */
const LAYOUTS: readonly ((before: string, options: Options, after: string) => string)[] = [
  (before, options, after) => `val df = ${before}${called(options, '')}${after}`,
  (before, options, after) => `val df = ${before}${called(options, '\n  ')}\n  ${after}`,
  (before, options, after) => `df = (${before}${called(options, '\n  ')}\n  ${after})`,
  (before, options, after) => `${before}${called(options, '')}${after}`,
  (before, options, after) =>
    `Dataset<Row> df = ${before}${called(options.slice(0, 1), '')}.schema(s)${called(options.slice(1), '')}${after};`,
]
const called = (options: Options, between: string) =>
  options.map(([name, value]) => `${between}.option("${name}", "${value}")`).join('')

const BROKERS = ['kafka.bootstrap.servers', 'h.example.com:1'] as const
const STORE: Options = [
  ['kafka.ssl.truststore.location', '/t.jks'],
  ['kafka.ssl.truststore.password', 'S3cr3tS3cr3t'],
]
const KAFKA: readonly (readonly [Options, string])[] = [
  [[BROKERS, ['kafka.security.protocol', 'SSL'], ...STORE, ['subscribe', 't']], 'full'],
  [[BROKERS, ['kafka.security.protocol', 'SASL_SSL'], ['kafka.sasl.mechanism', 'SCRAM-SHA-512']], 'public'],
  [[BROKERS, ['kafka.security.protocol', 'SASL_PLAINTEXT'], ['subscribe', 't']], 'plain'],
  [
    [BROKERS, ['kafka.security.protocol', 'SSL'], ...STORE, ['kafka.ssl.endpoint.identification.algorithm', '']],
    'chain',
  ],
]

const url = (scheme: string) => ['url', `jdbc:${scheme}://h.example.com:1/d`] as const
const LOGIN: Options = [
  ['user', 'app'],
  ['password', 'S3cr3tS3cr3t'],
]
const JDBC: readonly (readonly [Options, Verdicts])[] = [
  [[url('postgresql'), ['sslmode', 'require'], ...LOGIN], { pgJDBC: 'none' }],
  [[url('postgresql'), ['sslmode', 'verify-full'], ['sslrootcert', '/ca.pem'], ...LOGIN], { pgJDBC: 'full' }],
  [[url('postgresql'), ['sslmode', 'verify-ca'], ['sslrootcert', '/ca.pem'], ...LOGIN], { pgJDBC: 'chain' }],
  [[url('mysql'), ['sslMode', 'REQUIRED'], ...LOGIN], { 'MySQL Connector/J': 'none' }],
  [
    [url('mysql'), ['sslMode', 'VERIFY_IDENTITY'], ['trustCertificateKeyStoreUrl', 'file:/t.p12'], ...LOGIN],
    { 'MySQL Connector/J': 'full' },
  ],
  [
    [url('mariadb'), ['sslMode', 'verify-ca'], ['serverSslCert', '/ca.pem'], ...LOGIN],
    { 'MariaDB Connector/J': 'chain' },
  ],
]

const READERS = ['spark.read.format("jdbc")', 'spark.read()', 'sparkSession.read.format("jdbc")']

const properties = (lines: Options, taken = 'p', more = '') =>
  [
    'Properties p = new Properties();',
    ...lines.map(([name, value]) => `p.setProperty("${name}", "${value}");`),
    `Connection c = DriverManager.getConnection("jdbc:mysql://h.example.com:1/d${more}", ${taken});`,
  ].join('\n')
const VERIFYING: Options = [
  ['sslMode', 'VERIFY_IDENTITY'],
  ['trustCertificateKeyStoreUrl', 'file:/t.p12'],
]

const builder = (options: Options) =>
  `KafkaSource<String> source = KafkaSource.<String>builder().setBootstrapServers("h:1")${options.map(([name, value]) => `.setProperty("${name}", "${value}")`).join('')}.setTopics("t").build();`

/** @returns the cases of this kind, as pairs of a text and what is said of each client */
export const CHAIN_CASES: Readonly<Record<string, Cases>> = {
  'chained options': [
    ...LAYOUTS.flatMap((write) =>
      KAFKA.map(
        ([options, verifies]) =>
          [write('spark.readStream.format("kafka")', options, '.load()'), { Java: verifies }] as const,
      ),
    ),
    ...LAYOUTS.flatMap((write, index) =>
      JDBC.map(
        ([options, verdicts], at) =>
          [write(READERS[(index + at) % READERS.length] ?? '', options, '.load()'), verdicts] as const,
      ),
    ),
    // Two of one text have nothing of each other.
    [
      ['require', 'verify-full']
        .map(
          (mode) =>
            `val ${mode.charAt(0)} = spark.read.format("jdbc")${called([url('postgresql'), ['sslmode', mode], ['sslrootcert', '/ca.pem']], '')}.load()`,
        )
        .join('\n'),
      { pgJDBC: 'none', 'pgJDBC 2': 'full' },
    ],
    [
      `df.writeStream.format("kafka")${called([BROKERS, ['kafka.security.protocol', 'SSL'], ...STORE], '')}.start()`,
      { Java: 'full' },
    ],
    [
      builder([
        ['security.protocol', 'SSL'],
        ['ssl.truststore.location', 't.jks'],
      ]),
      { Java: 'full' },
    ],
    [builder([['security.protocol', 'SSL']]), { Java: 'public' }],
  ],
  'properties beside MySQL’s address': [
    [properties(VERIFYING), { 'MySQL Connector/J': 'full' }],
    [properties(VERIFYING, 'q'), { 'MySQL Connector/J': 'depends' }],
    [properties([['sslMode', 'REQUIRED']]), { 'MySQL Connector/J': 'none' }],
    [properties([['sslMode', 'DISABLED']]), { 'MySQL Connector/J': 'plain' }],
    // Which of both counts, is different from version to version.
    [properties(VERIFYING, 'p', '?sslMode=REQUIRED'), { 'MySQL Connector/J': 'depends' }],
    [
      'spring:\n  datasource:\n    url: jdbc:mysql://h.example.com:1/d\n    hikari:\n      data-source-properties:\n        sslMode: VERIFY_IDENTITY\n        trustCertificateKeyStoreUrl: file:/t.p12\n',
      { 'MySQL Connector/J': 'full' },
    ],
  ],
}
