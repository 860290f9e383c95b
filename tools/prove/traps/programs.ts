/** Small programs into which a trap's setting is inserted. */
import type { MatrixClient, Target } from '../matrix/settings.ts'
import type { Endpoint } from '../endpoints.ts'

/** How to run a client with a setting. */
export type ConfigurableClient = Pick<MatrixClient, 'endpoint' | 'text' | 'file' | 'files' | 'prepare' | 'run'>

type Text = ConfigurableClient['text']

/** A program in a file, by extension. */
const program =
  (file: string, command: string) =>
  (endpoint: Endpoint, text: Text): ConfigurableClient => ({ endpoint, text, file, run: () => command })

export const python = program('trap.py', 'python3 trap.py')
export const node = program('trap.mjs', 'node trap.mjs')
export const php = program('trap.php', 'php trap.php')
export const ruby = program('trap.rb', 'ruby trap.rb')

export const address = ({ host, port }: Target) => `${host}:${String(port)}`

/** @param imports of Go, without quotes */
export const go = (endpoint: Endpoint, imports: readonly string[], body: Text): ConfigurableClient =>
  program('trap.go', 'go run trap.go')(
    endpoint,
    (setting, target) => `package main

import (
${imports.map((name) => `\t"${name}"`).join('\n')}
)

func main() {
${body(setting, target)}	if err != nil {
		log.Fatal(err)
	}
}
`,
  )

/** With the project's CA as the only CA that the JVM trusts. */
export const java = (endpoint: Endpoint, imports: readonly string[], body: Text): ConfigurableClient => ({
  endpoint,
  text: (setting, target) => `${imports.map((name) => `import ${name};\n`).join('')}
public class Trap {
    public static void main(String[] args) throws Exception {
        ${body(setting, target)}
    }
}
`,
  file: 'Trap.java',
  run: ({ storePassword }) =>
    `java -XX:TieredStopAtLevel=1 -Djavax.net.ssl.trustStore=client.truststore.p12 -Djavax.net.ssl.trustStorePassword=${storePassword} -cp 'lib/*' Trap.java`,
})

/** A shell command with the setting. */
export const shell = (endpoint: Endpoint, text: Text): ConfigurableClient => ({
  endpoint,
  text,
  run: () => 'eval "$TEXT"',
})
