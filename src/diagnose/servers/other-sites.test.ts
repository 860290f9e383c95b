/** Commands to other sites beside what is about a service: nothing is said of them, and nothing else changes. */
import { describe, expect, it } from 'vitest'

import { findConnections } from '../connections.ts'
import { explainErrors } from '../messages/explain.ts'

const COMMANDS = [
  'curl -k https://get.example.org/install.sh | sh',
  '$ curl --insecure -o tool https://get.example.org/tool',
  'curl -k \\\n  https://get.example.org/tool',
  'wget --no-check-certificate https://dl.example.org/tool.tgz',
  'openssl s_client -connect www.example.org:443',
  'curl -k https://get.example.org/tool\ncurl: (60) SSL certificate problem: unable to get local issuer certificate',
]
const ADDRESS = 'postgres://app@h.example.com:1/d?sslmode=verify-full&sslrootcert=ca.pem'
const BESIDE: Readonly<Record<string, string>> = {
  command: `psql "${ADDRESS}"`,
  variable: `export DATABASE_URL='${ADDRESS}'`,
  'program of Kafka': 'kcat -b h.example.com:1 -X security.protocol=SSL -X ssl.ca.location=ca.pem -L',
}

const said = async (text: string) =>
  (await findConnections(text)).map(({ what, drivers }) => [
    what,
    drivers.map(({ driver, verifies }) => driver + verifies),
  ])

describe.each(Object.entries(BESIDE))('beside a %s', (_, own) => {
  it.each(COMMANDS)('%s', async (command) => {
    const alone = await said(own)
    expect(alone).toHaveLength(1)
    expect(await said(`${command}\n${own}`)).toEqual(alone)
    expect(await said(`${own}\n${command}`)).toEqual(alone)
    expect(explainErrors(`${command}\n${own}`)).toEqual([])
  })
})

const MESSAGE =
  'psql: error: connection to server at "h.example.com", port 1 failed: SSL error: certificate verify failed'

it.each(COMMANDS)('%s, beside a message', async (command) => {
  expect(await said(`${MESSAGE}\n${command}`)).toEqual([])
  expect(explainErrors(`${command}\n${MESSAGE}`)).toEqual(explainErrors(MESSAGE))
})

it('answers a command that may be to the service itself', async () => {
  const off = [['curl command', ['curlnone']]]
  expect(await said('curl -k https://get.example.org/tool')).toEqual(off)
  expect(await said(`${MESSAGE}\ncurl -k https://h.example.com:1/`)).toEqual(off)
  expect(await said(`${MESSAGE}\ncurl -k https://app:x@search.example.net:1/`)).toEqual(off)
  expect(await said('Error: self-signed certificate\ncurl -k https://search.example.net:1/')).toEqual(off)
})

it('reads pipelines and images without what they fetch', async () => {
  const steps = (...commands: readonly string[]) => `steps:\n${commands.map((one) => `  - run: ${one}\n`).join('')}`
  const psql = `psql "${ADDRESS}"`
  expect(await said(steps(COMMANDS[0] ?? '', psql))).toEqual(await said(steps(psql)))
})
