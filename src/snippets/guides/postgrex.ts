/** PostgreSQL from Elixir. */
import { rubyString } from '../escape.ts'
import type { ConnectionFacts, Template, System } from '../guide.ts'
import { CA, command, neededFiles, passwordVariable, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'

const roots = (facts: ConnectionFacts, system: System): string =>
  facts.trust === 'project-ca'
    ? `cacertfile: ${rubyString(pathOf(facts, system, CA))}`
    : 'cacerts: :public_key.cacerts_get()'

export const postgrex: Template = {
  render: (facts, system) => ({
    needs: neededFiles(facts),
    install: { what: 'Needs Elixir and Erlang/OTP 25 or later. The program installs Postgrex itself.' },
    files: [
      {
        name: 'connect.exs',
        language: 'elixir',
        text: `Mix.install([:postgrex])

host = ${rubyString(facts.host)}

{:ok, connection} =
  Postgrex.start_link(
    hostname: host,
    port: ${String(facts.port)},
    database: ${rubyString(databaseOf(facts))},
    username: ${rubyString(facts.user)},
    password: System.fetch_env!("PGPASSWORD"),
    ssl: [
      verify: :verify_peer,
      ${roots(facts, system)},
      server_name_indication: String.to_charlist(host),
      customize_hostname_check: [match_fun: :public_key.pkix_verify_hostname_match_fun(:https)]
    ]
  )

[[answer]] = Postgrex.query!(connection, "SELECT 'connected'", []).rows
IO.puts(answer)
`,
      },
    ],
    environment: [passwordVariable('PGPASSWORD', facts)],
    run: command(system, ['elixir', 'connect.exs']),
    success: 'connected',
    notes: [
      'Ecto takes the same list as ssl: in the repository’s settings. With ssl: true alone, older versions check nothing.',
    ],
  }),
}
