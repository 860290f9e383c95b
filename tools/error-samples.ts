/**
 * Collects what real clients print when TLS fails, into src/diagnose/messages/samples.json, which the tests of the error
 * patterns use. Run it manually (`npx tsx --no-cache tools/error-samples.ts`) with openssl and the clients installed; a
 * missing client keeps its samples.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext, TLSSocket } from 'node:tls'

import { clientsAt, type Client } from './error-samples/clients.ts'
import { argv } from './argv.ts'

/** What is wrong with the server, or with the client's files. */
type Failure = 'wrong-ca' | 'wrong-host' | 'expired' | 'no-client-certificate' | 'no-tls' | 'refused'

interface Sample {
  readonly client: string
  readonly version: string
  readonly failure: Failure
  readonly message: string
}

const TARGET = 'src/diagnose/messages/samples.json'
const folder = mkdtempSync(join(tmpdir(), 'samples-'))
const at = (name: string) => join(folder, name)
const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

const makeCa = (name: string) => {
  openssl(
    ...argv`req -x509 -nodes -newkey rsa:2048 -keyout ${name}.key -out ${name}.pem -subj /CN=${`${name} Project CA`} -days 3650`,
  )
}

/** A server certificate of the project's CA. -1 days: ended yesterday. */
const makeServer = (name: string, ca: string, host: string, days: number) => {
  writeFileSync(at(`${name}.ext`), `subjectAltName=DNS:${host}\n`)
  openssl(...argv`req -new -nodes -newkey rsa:2048 -keyout ${name}.key -out ${name}.csr -subj /CN=${host}`)
  openssl(
    ...argv`x509 -req -in ${name}.csr -CA ${ca}.pem -CAkey ${ca}.key -CAcreateserial -days ${String(days)} -extfile ${name}.ext -out ${name}.pem`,
  )
}

const SSL_REQUEST = '0000000804d2162f'

/** Answers PostgreSQL's request for TLS, then whatever comes over TLS with silence. */
const startServer = async (identity: string, failure: Failure, postgres: boolean) => {
  const secureContext = createSecureContext({
    cert: readFileSync(at(`${identity}.pem`)),
    key: readFileSync(at(`${identity}.key`)),
    ca: readFileSync(at('project.pem')),
  })
  const requestCert = failure === 'no-client-certificate'
  const secure = (socket: Socket) => {
    const tls = new TLSSocket(socket, { isServer: true, secureContext, requestCert, rejectUnauthorized: requestCert })
    // Expected: a client that refuses the certificate hangs up.
    tls.on('error', () => undefined)
    tls.on('data', () => undefined)
  }
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    if (failure === 'no-tls') socket.once('data', () => socket.end(postgres ? 'N' : '-ERR unknown command\r\n'))
    else if (postgres) {
      socket.once('data', (data: Buffer) => {
        if (data.toString('hex') !== SSL_REQUEST) return
        socket.write('S')
        secure(socket)
      })
    } else secure(socket)
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, server }
}

const JAVA = `import java.net.URI; import java.net.http.*;
class Get { public static void main(String[] a) throws Exception { HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(a[0])).timeout(java.time.Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString()); } }`
const GO = `package main
import ("crypto/tls"; "crypto/x509"; "fmt"; "net/http"; "os"; "time")
func main() { pem, _ := os.ReadFile(os.Args[1]); pool := x509.NewCertPool(); pool.AppendCertsFromPEM(pem)
c := http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{TLSClientConfig: &tls.Config{RootCAs: pool}}}
_, err := c.Get(os.Args[2]); fmt.Println(err) }`

const run = async ([command, ...args]: readonly [string, ...string[]]) => {
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], HOME: folder, LANG: 'C.UTF-8', GOCACHE: at('go') },
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (output += data.toString()))
  child.on('error', () => undefined)
  const timer = setTimeout(() => child.kill(), 15_000)
  await Promise.race([once(child, 'close'), once(child, 'error')])
  clearTimeout(timer)
  return output
}

const CASES: readonly [Failure, string][] = [
  ['wrong-ca', 'rogue'],
  ['wrong-host', 'other'],
  ['expired', 'expired'],
  ['no-client-certificate', 'right'],
  ['no-tls', 'right'],
  ['refused', 'right'],
]

/** Stack trace lines, which don't describe the error. */
const TRACE = /^\s+(at |File |\^|[\w.]+(?: =|\()|return |raise |\.\.\. \d+ more)|^Traceback/

const tidy = (output: string, port: string) =>
  output
    .replaceAll(folder, '/home/me')
    .replaceAll(new RegExp(`\\b${port}\\b`, 'g'), '20984')
    .replaceAll(/^%\d\|[\d.]+\|/gm, '%3|')
    .split('\n')
    .filter((line) => !TRACE.test(line))
    .slice(0, 6)
    .join('\n')
    .slice(0, 900)
    .trim()

const collect = async (client: Client): Promise<Sample[]> => {
  const [command, ...args] = client.version
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) return []
  const version = /\d+(\.\d+)+/.exec(stdout + stderr)?.[0] ?? 'unknown'
  const samples: Sample[] = []
  for (const [failure, identity] of CASES) {
    const { port, server } = await startServer(identity, failure, client.postgres ?? false)
    if (failure === 'refused') server.close()
    const output = tidy(await run(client.command(String(port))), String(port))
    server.close()
    if (output !== '') samples.push({ client: client.name, version, failure, message: output })
  }
  return samples
}

makeCa('project')
makeCa('impostor')
makeServer('right', 'project', 'localhost', 30)
makeServer('rogue', 'impostor', 'localhost', 30)
makeServer('other', 'project', 'other.example.com', 30)
makeServer('expired', 'project', 'localhost', -1)
writeFileSync(at('Get.java'), JAVA)
writeFileSync(at('get.go'), GO)
spawnSync('keytool', [
  '-importcert',
  '-noprompt',
  '-alias',
  'ca',
  '-file',
  at('project.pem'),
  '-keystore',
  at('trust.p12'),
  '-storepass',
  'secret-1',
])
spawnSync('go', ['build', '-o', at('get'), at('get.go')], {
  env: { PATH: process.env['PATH'], HOME: folder, GOCACHE: at('go'), GO111MODULE: 'off' },
})
const before = JSON.parse(readFileSync(TARGET, 'utf8')) as Sample[]
const samples: Sample[] = []
/** All clients, or those named as arguments. */
const asked = process.argv.slice(2)
for (const client of clientsAt(at)) {
  if (asked.length > 0 && !asked.includes(client.name)) {
    samples.push(...before.filter((sample) => sample.client === client.name))
    continue
  }
  const found = await collect(client)
  samples.push(...(found.length > 0 ? found : before.filter((sample) => sample.client === client.name)))
  console.log(`${client.name}: ${String(found.length)} samples`)
}
writeFileSync(TARGET, `${JSON.stringify(samples, undefined, 2)}\n`)
rmSync(folder, { recursive: true })
process.exit()
