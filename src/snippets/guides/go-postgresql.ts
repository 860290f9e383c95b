/** pgx, and GORM on it. Their URL is put together by net/url, so that nothing in a name changes a setting. */
import { stringLiteral } from '../escape.ts'
import type { ConnectionFacts, System } from '../guide.ts'
import { addressOf } from './parts.ts'
import { databaseOf, libpqRoot } from './postgresql.ts'
import { goGuide, goInstall } from './program.ts'

const address = (facts: ConnectionFacts, system: System): string => {
  // Without sslrootcert a stray ~/.postgresql/root.crt would be taken.
  const root = stringLiteral(libpqRoot(facts, system))
  const options = [`"sslmode":     {"verify-full"},`, `"sslrootcert": {${root}},`]
  return `	options := url.Values{
${options.map((line) => `\t\t${line}`).join('\n')}
	}
	// The password comes from PGPASSWORD.
	address := url.URL{
		Scheme:   "postgres",
		User:     url.User(${stringLiteral(facts.user)}),
		Host:     ${stringLiteral(addressOf(facts))},
		Path:     ${stringLiteral(`/${databaseOf(facts)}`)},
		RawQuery: options.Encode(),
	}
`
}

export const pgx = goGuide({
  install: goInstall('github.com/jackc/pgx/v5'),
  password: 'PGPASSWORD',
  text: (facts, system) => `package main

import (
	"context"
	"fmt"
	"log"
	"net/url"

	"github.com/jackc/pgx/v5"
)

func main() {
${address(facts, system)}	ctx := context.Background()
	connection, err := pgx.Connect(ctx, address.String())
	if err != nil {
		log.Fatal(err)
	}
	defer connection.Close(ctx)
	var status string
	if err := connection.QueryRow(ctx, "SELECT 'connected'").Scan(&status); err != nil {
		log.Fatal(err)
	}
	fmt.Println(status)
}
`,
})

export const gorm = goGuide({
  install: goInstall('gorm.io/gorm', 'gorm.io/driver/postgres'),
  password: 'PGPASSWORD',
  text: (facts, system) => `package main

import (
	"fmt"
	"log"
	"net/url"

	"gorm.io/driver/postgres"
	"gorm.io/gorm"
)

func main() {
${address(facts, system)}	db, err := gorm.Open(postgres.Open(address.String()), &gorm.Config{})
	if err != nil {
		log.Fatal(err)
	}
	var status string
	if err := db.Raw("SELECT 'connected'").Scan(&status).Error; err != nil {
		log.Fatal(err)
	}
	fmt.Println(status)
}
`,
})
