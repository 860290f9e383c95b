/** Clients of Valkey, Kafka, Cassandra and ClickHouse in Go: what each makes of a tls.Config. */
import { clientOf } from '../clients.ts'
import type { MatrixClient, Target } from './settings.ts'
import { CASSANDRA, CLICKHOUSE, KAFKA_SASL, REDIS } from '../endpoints.ts'
import { address } from '../traps/programs.ts'

const CONFIGS = [
  'nil',
  '&tls.Config{}',
  '&tls.Config{MinVersion: tls.VersionTLS12}',
  '&tls.Config{RootCAs: nil}',
  '&tls.Config{RootCAs: x509.NewCertPool()}',
  '&tls.Config{ClientCAs: roots}',
  '&tls.Config{RootCAs: roots}',
  '&tls.Config{RootCAs: roots, MinVersion: tls.VersionTLS12}',
  '&tls.Config{RootCAs: roots, InsecureSkipVerify: false}',
  '&tls.Config{InsecureSkipVerify: true}',
  '&tls.Config{RootCAs: roots, InsecureSkipVerify: true}',
  '&tls.Config{RootCAs: roots, ServerName: "other.example.com"}',
  '&tls.Config{RootCAs: roots, ServerName: "HOST"}',
  '&tls.Config{RootCAs: empty}',
  '&tls.Config{RootCAs: system}',
  '&tls.Config{RootCAs: added}',
] as const

const USES = ['context', 'crypto/tls', 'crypto/x509', 'log', 'os'] as const
const word = (path: string) => `${path.split('/').at(-1) ?? ''}.`

const ADD = (pool: string) => `	pem, err := os.ReadFile("ca.pem")
	if err != nil {
		log.Fatal(err)
	}
	${pool}.AppendCertsFromPEM(pem)
`

/** What makes the pools that a setting names. */
const POOLS: Readonly<Record<string, string>> = {
  roots: `	roots := x509.NewCertPool()\n${ADD('roots')}`,
  empty: '	empty := x509.NewCertPool()\n',
  system: '	system, err := x509.SystemCertPool()\n',
  added: `	added, _ := x509.SystemCertPool()\n${ADD('added')}`,
}

/** A whole program; only what the code uses is imported and made. */
const program = (modules: readonly string[], setting: string, target: Target, body: string): string => {
  const pool = /\b(?:roots|empty|system|added)\b/.exec(setting)?.[0]
  const code = `func main() {
	var err error
${pool === undefined ? '' : (POOLS[pool] ?? '')}${body}	if err != nil {
		log.Fatal(err)
	}
}
`.replaceAll('HOST', target.host)
  const imports = USES.filter((path) => new RegExp(String.raw`\b${word(path)}`).test(code))
  return `package main\n\nimport (\n${[...imports, ...modules].map((path) => `\t"${path}"`).join('\n')}\n)\n\n${code}`
}

/** Where its address stands, it takes it from the environment: so it's linked once a setting, not once a server. */
const BUILT = {
  file: 'client.txt',
  seconds: 60,
  files: { 'address.go': 'package main\n\nimport "os"\n\nvar address = os.Getenv("ADDRESS")\n' },
  run: (target: Target) =>
    `sed 's/"${address(target)}"/address/' client.txt >client.go && go build -o client . && ADDRESS=${address(target)} ./client`,
}

export const GO_CLIENTS: readonly MatrixClient[] = [
  {
    ...BUILT,
    id: 'go-redis',
    client: clientOf('go-redis'),
    endpoint: REDIS,
    settings: ['', ...CONFIGS.map((config) => `TLSConfig: ${config}`)],
    text: (setting, target) =>
      program(
        ['github.com/redis/go-redis/v9'],
        setting,
        target,
        `\tclient := redis.NewClient(&redis.Options{Addr: "${address(target)}", Username: "avnadmin", Password: "secret", MaxRetries: -1${setting === '' ? '' : `, ${setting}`}})
	err = client.Ping(context.Background()).Err()
`,
      ),
  },
  {
    ...BUILT,
    id: 'franz-go',
    client: clientOf('franz-go'),
    endpoint: KAFKA_SASL,
    settings: ['', 'kgo.DialTLS()', ...CONFIGS.map((config) => `kgo.DialTLSConfig(${config})`)],
    text: (setting, target) =>
      program(
        ['time', 'github.com/twmb/franz-go/pkg/kgo', 'github.com/twmb/franz-go/pkg/sasl/plain'],
        setting,
        target,
        `\tctx, cancel := context.WithTimeout(context.Background(), 3*time.Second)
	defer cancel()
	client, err := kgo.NewClient(kgo.SeedBrokers("${address(target)}"), kgo.SASL(plain.Auth{User: "avnadmin", Pass: "secret"}.AsMechanism())${setting === '' ? '' : `, ${setting}`})
	if err == nil {
		err = client.Ping(ctx)
	}
`,
      ),
  },
  {
    ...BUILT,
    id: 'kafka-go',
    client: clientOf('kafka-go'),
    endpoint: KAFKA_SASL,
    settings: ['', ...CONFIGS.map((config) => `TLS: ${config}`)],
    text: (setting, target) =>
      program(
        ['time', 'github.com/segmentio/kafka-go', 'github.com/segmentio/kafka-go/sasl/plain'],
        setting,
        target,
        `\tdialer := &kafka.Dialer{Timeout: 3 * time.Second, SASLMechanism: plain.Mechanism{Username: "avnadmin", Password: "secret"}${setting === '' ? '' : `, ${setting}`}}
	_, err = dialer.DialContext(context.Background(), "tcp", "${address(target)}")
`,
      ),
  },
  {
    ...BUILT,
    id: 'sarama',
    client: clientOf('sarama'),
    endpoint: KAFKA_SASL,
    settings: [
      '',
      'Enable = true',
      'Enable = false',
      ...CONFIGS.map((config) => `Enable = true\n\tconfig.Net.TLS.Config = ${config}`),
      'Config = &tls.Config{RootCAs: roots}',
    ],
    text: (setting, target) =>
      program(
        ['github.com/IBM/sarama'],
        setting,
        target,
        `\tconfig := sarama.NewConfig()
	config.Metadata.Retry.Max = 0
	config.Net.SASL.Enable = true
	config.Net.SASL.User = "avnadmin"
	config.Net.SASL.Password = "secret"
${setting === '' ? '' : `\tconfig.Net.TLS.${setting}\n`}	_, err = sarama.NewClient([]string{"${address(target)}"}, config)
`,
      ),
  },
  {
    ...BUILT,
    id: 'gocql',
    client: clientOf('gocql'),
    endpoint: CASSANDRA,
    settings: [
      '&gocql.SslOptions{}',
      '&gocql.SslOptions{EnableHostVerification: true}',
      '&gocql.SslOptions{EnableHostVerification: false}',
      '&gocql.SslOptions{CaPath: "ca.pem"}',
      '&gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: true}',
      '&gocql.SslOptions{CaPath: "ca.pem", EnableHostVerification: false}',
      '&gocql.SslOptions{Config: &tls.Config{}}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots}}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots}, EnableHostVerification: true}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots}, EnableHostVerification: false}',
      '&gocql.SslOptions{Config: &tls.Config{InsecureSkipVerify: true}}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots, InsecureSkipVerify: true}, EnableHostVerification: true}',
      '&gocql.SslOptions{Config: &tls.Config{}, CaPath: "ca.pem"}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: x509.NewCertPool()}}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots, ServerName: "HOST"}}',
      '&gocql.SslOptions{Config: &tls.Config{RootCAs: roots, ServerName: "other.example.com"}}',
      '&gocql.SslOptions{Config: &tls.Config{ServerName: "HOST"}, CaPath: "ca.pem"}',
    ],
    text: (setting, target) =>
      program(
        ['github.com/apache/cassandra-gocql-driver/v2'],
        setting,
        target,
        `\tcluster := gocql.NewCluster("${address(target)}")
	cluster.Authenticator = gocql.PasswordAuthenticator{Username: "avnadmin", Password: "secret"}
	cluster.SslOpts = ${setting}
	_, err = cluster.CreateSession()
`,
      ),
  },
  {
    ...BUILT,
    id: 'clickhouse-go',
    client: clientOf('clickhouse-go'),
    endpoint: CLICKHOUSE,
    settings: ['', ...CONFIGS.map((config) => `TLS: ${config}`)],
    text: (setting, target) =>
      program(
        ['github.com/ClickHouse/clickhouse-go/v2'],
        setting,
        target,
        `\tconn, err := clickhouse.Open(&clickhouse.Options{Addr: []string{"${address(target)}"}, Auth: clickhouse.Auth{Username: "avnadmin", Password: "secret"}${setting === '' ? '' : `, ${setting}`}})
	if err == nil {
		err = conn.Ping(context.Background())
	}
`,
      ),
  },
]
