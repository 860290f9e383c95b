/** SQL databases from Rust. */
import { rustString } from '../escape.ts'
import type { ConnectionFacts } from '../guide.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { CA, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { rustGuide, type Text } from './program.ts'

const sqlxText =
  (
    types: { module: string; options: string; connection: string; mode: string; full: string },
    password: string,
  ): Text =>
  (facts, system) => {
    const ca = facts.trust === 'project-ca' ? `\n        .ssl_root_cert(${rustString(pathOf(facts, system, CA))})` : ''
    const root = types.module === 'mysql' ? ca.replace('ssl_root_cert', 'ssl_ca') : ca
    return `use sqlx::${types.module}::{${[types.options, types.mode].toSorted().join(', ')}};
use sqlx::{ConnectOptions, Connection};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut connection = ${types.options}::new()
        .host(${rustString(facts.host)})
        .port(${String(facts.port)})
        .username(${rustString(facts.user)})
        .password(&std::env::var("${password}")?)
        .database(${rustString(databaseOf(facts))})
        .ssl_mode(${types.mode}::${types.full})${root}
        .connect()
        .await?;
    let status: String = sqlx::query_scalar("SELECT 'connected'").fetch_one(&mut connection).await?;
    println!("{status}");
    connection.close().await?;
    Ok(())
}
`
  }

const install = (database: string) => ({
  what: 'Add tokio and sqlx (with rustls) to Cargo.toml.',
  command: `cargo add tokio --features macros,rt; cargo add sqlx --no-default-features --features runtime-tokio,tls-rustls-ring-native-roots,${database}`,
})

export const sqlxPostgresql = rustGuide({
  install: install('postgres'),
  password: 'PGPASSWORD',
  text: sqlxText(
    {
      module: 'postgres',
      options: 'PgConnectOptions',
      connection: 'PgConnection',
      mode: 'PgSslMode',
      full: 'VerifyFull',
    },
    'PGPASSWORD',
  ),
})

export const sqlxMysql = rustGuide({
  install: install('mysql'),
  password: MYSQL_PASSWORD,
  text: sqlxText(
    {
      module: 'mysql',
      options: 'MySqlConnectOptions',
      connection: 'MySqlConnection',
      mode: 'MySqlSslMode',
      full: 'VerifyIdentity',
    },
    MYSQL_PASSWORD,
  ),
})

const builder = (facts: ConnectionFacts, path: string): string =>
  facts.trust === 'project-ca'
    ? `    let ca = native_tls::Certificate::from_pem(&std::fs::read(${path})?)?;
    let tls = native_tls::TlsConnector::builder().add_root_certificate(ca).build()?;
`
    : '    let tls = native_tls::TlsConnector::new()?;\n'

export const tokioPostgres = rustGuide({
  install: {
    what: 'Add tokio-postgres with TLS, and tokio, to Cargo.toml.',
    command: 'cargo add tokio --features macros,rt; cargo add tokio-postgres postgres-native-tls native-tls',
  },
  password: 'PGPASSWORD',
  text: (facts, system) => `use postgres_native_tls::MakeTlsConnector;
use tokio_postgres::config::SslMode;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
${builder(facts, rustString(pathOf(facts, system, CA)))}    let (client, connection) = tokio_postgres::Config::new()
        .host(${rustString(facts.host)})
        .port(${String(facts.port)})
        .user(${rustString(facts.user)})
        .password(std::env::var("PGPASSWORD")?)
        .dbname(${rustString(databaseOf(facts))})
        // The default, Prefer, logs in without TLS if the server offers none.
        .ssl_mode(SslMode::Require)
        .connect(MakeTlsConnector::new(tls))
        .await?;
    tokio::spawn(connection);
    let row = client.query_one("SELECT 'connected'", &[]).await?;
    println!("{}", row.get::<_, String>(0));
    Ok(())
}
`,
})
