/** ClickHouse by its own protocol, from Python and Go. */
import { stringLiteral } from '../escape.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { addressOf, block, CA, pathOf } from './parts.ts'
import { goGuide, goInstall, pipInstall, pythonGuide } from './program.ts'

const PASSWORD = 'CLICKHOUSE_PASSWORD'

/** The proof's server is old: with a newer one, clients may behave differently. */
const RUN_WITH_OLD = 'Tested with ClickHouse 18.16, the newest version available for the tests.'

export const clickhouseDriver = pythonGuide({
  install: pipInstall('clickhouse-driver'),
  password: PASSWORD,
  notes: () => [RUN_WITH_OLD],
  text: (facts, system) => `import os

from clickhouse_driver import Client

client = Client(
${block(4, [
  stringLiteral(facts.host),
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `password=os.environ["${PASSWORD}"]`,
  'secure=True',
  'verify=True',
  ...(facts.trust === 'project-ca' ? [`ca_certs=${stringLiteral(pathOf(facts, system, CA))}`] : []),
])}
)
print("connected", client.execute("SELECT version()")[0][0])
`,
})

export const clickhouseGo = goGuide({
  install: goInstall('github.com/ClickHouse/clickhouse-go/v2'),
  password: PASSWORD,
  notes: () => [RUN_WITH_OLD],
  text: (facts, system) => `package main

${goImports(['context', 'fmt', ...goTlsImports(facts)], ['"github.com/ClickHouse/clickhouse-go/v2"'])}
func main() {
${goTls(facts, system)}	connection, err := clickhouse.Open(&clickhouse.Options{
		Addr: []string{${stringLiteral(addressOf(facts))}},
		Auth: clickhouse.Auth{Username: ${stringLiteral(facts.user)}, Password: os.Getenv("${PASSWORD}")},
		TLS:  config,
	})
	if err != nil {
		log.Fatal(err)
	}
	var version string
	if err := connection.QueryRow(context.Background(), "SELECT version()").Scan(&version); err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected", version)
}
`,
})
