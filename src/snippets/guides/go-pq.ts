import { stringLiteral } from '../escape.ts'
import type { Template } from '../guide.ts'
import { addressOf, command, neededFiles, passwordVariable } from './parts.ts'
import { databaseOf, libpqRoot } from './postgresql.ts'

export const goPq: Template = {
  render: (facts, system) => {
    // Without sslrootcert a stray ~/.postgresql/root.crt would be taken.
    const root = stringLiteral(libpqRoot(facts, system))
    const options = [`"sslmode":     {"verify-full"},`, `"sslrootcert": {${root}},`]
    return {
      needs: neededFiles(facts),
      install: { what: 'Create a module with lib/pq.', command: 'go mod init connect; go get github.com/lib/pq' },
      files: [
        {
          name: 'main.go',
          language: 'go',
          text: `package main

import (
	"database/sql"
	"fmt"
	"log"
	"net/url"

	_ "github.com/lib/pq"
)

func main() {
	// Put together by net/url: in a string of one's own, a ; instead of & switches verification off without a word.
	options := url.Values{
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
	db, err := sql.Open("postgres", address.String())
	if err != nil {
		log.Fatal(err)
	}
	defer db.Close()
	var status string
	if err := db.QueryRow("SELECT 'connected'").Scan(&status); err != nil {
		log.Fatal(err)
	}
	fmt.Println(status)
}
`,
        },
      ],
      environment: [passwordVariable('PGPASSWORD', facts)],
      run: command(system, ['go', 'run', 'main.go']),
      success: 'connected',
      notes: [],
    }
  },
}
