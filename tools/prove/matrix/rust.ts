/** Clients in Rust. Each is compiled once, with all its settings; the text that stands in TEXT tells which one runs. */
import { clientOf } from '../clients.ts'
import { MYSQL, PG, REDIS, type Endpoint } from '../endpoints.ts'
import { address } from '../traps/programs.ts'
import type { MatrixClient, Target } from './settings.ts'

/** Cargo's target folder is one for all: whoever builds waits until the one before has taken its program. */
const BUILD = `mkdir src && cp main.txt src/main.rs
flock "$CARGO_TARGET_DIR.lock" sh -c 'cargo build -q && cp "$CARGO_TARGET_DIR/debug/connect" client'`

const raw = (text: string) => `r##"${text}"##`

interface RustClient {
  readonly id: string
  readonly endpoint: Endpoint
  readonly uses: readonly string[]
  readonly settings: readonly string[]
  /** The statement that connects: ADDRESS stands for host and port, in strings. */
  readonly statement: (setting: string) => string
  /** How the program takes what the statement made. */
  readonly after?: string
}

const uses = (paths: readonly string[]) => paths.map((path) => `use ${path};\n`).join('')

/** The longest first: another setting may be a part of it. */
const program = ({ uses: paths, settings, statement, after = '' }: RustClient): string => `#![allow(unused)]
${uses(paths)}
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::var("ADDRESS")?;
    let text = std::env::var("TEXT")?.replace(&address, "ADDRESS");
    let pem = std::fs::read("ca.pem")?;
${settings
  .toSorted((a, b) => b.length - a.length)
  .map((setting) => {
    const told = statement(setting)
    const code = told.replaceAll(
      /"([^"]*)ADDRESS([^"]*)"/g,
      (_, start: string, end: string) => `&*format!("${start}{address}${end}")`,
    )
    return `    if text.contains(${raw(told)}) {
        ${code}
        ${after}
        return Ok(());
    }
`
  })
  .join('')}    Err("no such setting".into())
}
`

const rust = (client: RustClient): MatrixClient => {
  const { id, endpoint, uses: paths, settings, statement } = client
  return {
    id,
    client: clientOf(id),
    endpoint,
    settings,
    text: (setting, target) => `${uses(paths)}\n${statement(setting).replaceAll('ADDRESS', address(target))}\n`,
    files: { 'main.txt': program(client) },
    prepare: BUILD,
    run: (target: Target) => `ADDRESS=${address(target)} ./client`,
  }
}

const query = (setting: string) => (setting === '' ? '' : `?${setting}`)

const CA = 'TlsConnector::builder().add_root_certificate(Certificate::from_pem(&pem)?)'
const connector = (builder: string) => `MakeTlsConnector::new(${builder}.build()?)`

export const RUST_CLIENTS: readonly MatrixClient[] = [
  rust({
    id: 'sqlx-postgresql',
    endpoint: PG,
    uses: ['sqlx::{Connection, PgConnection}'],
    settings: [
      '',
      'sslmode=disable',
      'sslmode=allow',
      'sslmode=prefer',
      'sslmode=require',
      'sslmode=require&sslrootcert=ca.pem',
      'sslmode=prefer&sslrootcert=ca.pem',
      'sslmode=verify-ca',
      'sslmode=verify-ca&sslrootcert=ca.pem',
      'sslmode=verify-full',
      'sslmode=verify-full&sslrootcert=ca.pem',
      'sslmode=VERIFY-FULL&sslrootcert=ca.pem',
      'sslmode=verify_full&sslrootcert=ca.pem',
      'ssl-mode=verify-full&ssl-root-cert=ca.pem',
      'ssl-mode=verify-full&ssl-ca=ca.pem',
      'sslrootcert=ca.pem',
      'ssl=true',
    ],
    statement: (setting) =>
      `let connection = PgConnection::connect("postgres://avnadmin:secret@ADDRESS/defaultdb${query(setting)}").await?;`,
  }),
  rust({
    id: 'sqlx-mysql',
    endpoint: MYSQL,
    uses: ['sqlx::{Connection, MySqlConnection}'],
    settings: [
      '',
      'ssl-mode=DISABLED',
      'ssl-mode=PREFERRED',
      'ssl-mode=REQUIRED',
      'ssl-mode=REQUIRED&ssl-ca=ca.pem',
      'ssl-mode=VERIFY_CA',
      'ssl-mode=VERIFY_CA&ssl-ca=ca.pem',
      'ssl-mode=VERIFY_IDENTITY',
      'ssl-mode=VERIFY_IDENTITY&ssl-ca=ca.pem',
      'sslmode=verify_identity&sslca=ca.pem',
      'ssl-mode=verify-identity&ssl-ca=ca.pem',
      'ssl-mode=VERIFY-FULL&ssl-ca=ca.pem',
      'ssl-ca=ca.pem',
      'ssl=true',
    ],
    statement: (setting) =>
      `let connection = MySqlConnection::connect("mysql://avnadmin:secret@ADDRESS/defaultdb${query(setting)}").await?;`,
  }),
  rust({
    id: 'tokio-postgres',
    endpoint: PG,
    uses: ['native_tls::{Certificate, TlsConnector}', 'postgres_native_tls::MakeTlsConnector', 'tokio_postgres::NoTls'],
    settings: [
      '", NoTls',
      '?sslmode=disable", NoTls',
      '?sslmode=prefer", NoTls',
      '?sslmode=require", NoTls',
      `", ${connector(CA)}`,
      `?sslmode=prefer", ${connector(CA)}`,
      `?sslmode=require", ${connector(CA)}`,
      `?sslmode=disable", ${connector(CA)}`,
      `?sslmode=verify-full", ${connector(CA)}`,
      `?sslmode=require&sslrootcert=ca.pem", ${connector(CA)}`,
      `?sslmode=require", ${connector('TlsConnector::builder()')}`,
      `?sslmode=require", ${connector(`${CA}.disable_built_in_roots(true)`)}`,
      `?sslmode=require", ${connector('TlsConnector::builder().danger_accept_invalid_certs(true)')}`,
      `?sslmode=require", ${connector(`${CA}.danger_accept_invalid_certs(true)`)}`,
      `?sslmode=require", ${connector(`${CA}.danger_accept_invalid_hostnames(true)`)}`,
      `?sslmode=require", ${connector(`${CA}.danger_accept_invalid_certs(false)`)}`,
    ],
    statement: (setting) =>
      `let (client, connection) = tokio_postgres::connect("postgres://avnadmin:secret@ADDRESS/defaultdb${setting}).await?;`,
    after: 'tokio::spawn(connection);',
  }),
  rust({
    id: 'redis-rs',
    endpoint: REDIS,
    uses: ['redis::{Client, TlsCertificates}'],
    settings: [
      'open("redis://LOGIN")',
      'open("redis://LOGIN/0")',
      'open("redis://LOGIN/#insecure")',
      'open("rediss://LOGIN")',
      'open("rediss://LOGIN/0")',
      'open("rediss://LOGIN/#insecure")',
      'open("rediss://LOGIN/0#insecure")',
      'open("rediss://LOGIN#insecure")',
      'open("valkey://LOGIN")',
      'open("valkeys://LOGIN")',
      'open("valkeys://LOGIN/#insecure")',
      'build_with_tls("rediss://LOGIN", TlsCertificates { client_tls: None, root_cert: Some(pem) })',
      'build_with_tls("rediss://LOGIN", TlsCertificates { client_tls: None, root_cert: None })',
      'build_with_tls("rediss://LOGIN/#insecure", TlsCertificates { client_tls: None, root_cert: Some(pem) })',
      'build_with_tls("redis://LOGIN", TlsCertificates { client_tls: None, root_cert: Some(pem) })',
    ],
    statement: (setting) => `let client = Client::${setting.replace('LOGIN', 'avnadmin:secret@ADDRESS')}?;`,
    after: 'client.get_connection()?;',
  }),
]
