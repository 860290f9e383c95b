/** Starts the web servers of deploy/ for tests: with unchanged files, on free ports, in their own folder. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export interface WebServerOptions {
  /** Folder of the live build. */
  readonly folder: string
  /** The API: a server on loopback whose certificate is for `localhost` and for `api.test`. */
  readonly upstream: { readonly port: number; readonly caPem: string }
}

export interface WebServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** How to start one web server, if it is installed. */
export interface WebServerKind {
  readonly name: string
  readonly binary: string | undefined
  readonly start: (options: WebServerOptions) => Promise<WebServer>
}

const PATIENCE_MS = 10_000

const find = (...paths: string[]) => paths.find((path) => existsSync(path))

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Waits until it answers, and returns a function that ends it. */
const whenUp = async (child: ChildProcess, origin: string, folder: string): Promise<WebServer> => {
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const close = async () => {
    if (child.exitCode === null) {
      child.kill()
      await once(child, 'exit')
    }
    rmSync(folder, { recursive: true, force: true })
  }
  for (const begun = performance.now(); performance.now() - begun < PATIENCE_MS && child.exitCode === null;) {
    const up = await fetch(origin).then(
      ({ ok }) => ok,
      () => false,
    )
    if (up) return { origin, close }
    await new Promise((done) => setTimeout(done, 50))
  }
  await close()
  throw new Error(`The web server did not start:\n${said.slice(-2000)}`)
}

const startCaddy = async (binary: string, { folder, upstream }: WebServerOptions): Promise<WebServer> => {
  const home = mkdtempSync(join(tmpdir(), 'anchor-caddy-'))
  const port = await freePort()
  const caFile = join(home, 'ca.pem')
  writeFileSync(caFile, upstream.caPem)
  const origin = `http://127.0.0.1:${String(port)}`
  const child = spawn(binary, ['run', '--config', resolve('deploy/Caddyfile'), '--adapter', 'caddyfile'], {
    env: {
      HOME: home,
      XDG_CONFIG_HOME: home,
      XDG_DATA_HOME: home,
      SSL_CERT_FILE: caFile,
      ANCHOR_SITE: origin,
      ANCHOR_FILES: resolve(folder),
      AIVEN_WEB_URL: `https://localhost:${String(upstream.port)}`,
    },
  })
  return whenUp(child, origin, home)
}

/** The nginx configuration around a file of conf.d: folders for a test, and a host name for the API. */
const nginxMain = (home: string, upstreamPort: number) => `
daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
pid ${home}/nginx.pid;
error_log stderr;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path ${home}/tmp;
  proxy_temp_path ${home}/tmp;
  fastcgi_temp_path ${home}/tmp;
  uwsgi_temp_path ${home}/tmp;
  scgi_temp_path ${home}/tmp;
  upstream api.test { server 127.0.0.1:${String(upstreamPort)}; }
  include ${home}/anchor.conf;
}
`

const startNginx = async (binary: string, { folder, upstream }: WebServerOptions): Promise<WebServer> => {
  const home = mkdtempSync(join(tmpdir(), 'anchor-nginx-'))
  const port = await freePort()
  const caFile = join(home, 'ca.pem')
  mkdirSync(join(home, 'tmp'))
  writeFileSync(caFile, upstream.caPem)
  const site = readFileSync('deploy/nginx.conf.template', 'utf8')
    .replaceAll('${AIVEN_API_HOST}', 'api.test')
    .replaceAll('${NGINX_LOCAL_RESOLVERS}', '127.0.0.1')
    .replaceAll('listen 8080;', `listen 127.0.0.1:${String(port)};`)
    .replaceAll('/usr/share/nginx/html', resolve(folder))
    .replaceAll('/etc/nginx/anchor', resolve('deploy'))
    .replaceAll('/etc/ssl/certs/ca-certificates.crt', caFile)
  writeFileSync(join(home, 'anchor.conf'), site)
  writeFileSync(join(home, 'nginx.conf'), nginxMain(home, upstream.port))
  const child = spawn(binary, ['-p', home, '-c', join(home, 'nginx.conf')])
  return whenUp(child, `http://127.0.0.1:${String(port)}`, home)
}

const caddy = find('/usr/bin/caddy', '/usr/local/bin/caddy', '/opt/homebrew/bin/caddy')
const nginx = find('/usr/sbin/nginx', '/usr/local/sbin/nginx')

export const WEB_SERVERS: readonly WebServerKind[] = [
  { name: 'Caddy', binary: caddy, start: (options) => startCaddy(caddy ?? '', options) },
  { name: 'nginx', binary: nginx, start: (options) => startNginx(nginx ?? '', options) },
]
