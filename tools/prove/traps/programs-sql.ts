/** Programs of PostgreSQL's and MySQL's clients: a trap's setting replaces `SETTING`, or is inserted by the function. */
import { MYSQL, PG, type Endpoint } from '../endpoints.ts'
import { address, go, java, node, php, python, ruby, shell, type ConfigurableClient } from './programs.ts'

const sqlAlchemy = (dialect: string, endpoint: Endpoint): ConfigurableClient =>
  python(
    endpoint,
    (setting, target) => `import ssl
from sqlalchemy import create_engine
url = "${dialect}://${target.login}@${address(target)}/defaultdb"
create_engine(${setting}).connect()
`,
  )

/** Like an Aiven service URI: `url`, and its form with the setting. */
const nodeSql = (endpoint: Endpoint, scheme: string, body: string): ConfigurableClient =>
  node(
    endpoint,
    (setting, target) => `import { readFileSync } from 'node:fs'
const ca = readFileSync('ca.pem', 'utf8')
const url = '${scheme}://${target.login}@${address(target)}/defaultdb'
const login = { host: '${target.host}', port: ${String(target.port)}, user: 'avnadmin', password: 'secret', database: 'defaultdb' }
${body.replace('SETTING', () => setting)}
`,
  )

export const POSTGRESQL_PROGRAMS = {
  environment: shell(
    PG,
    (setting, { host, port }) => `${setting} psql -h ${host} -p ${String(port)} -U avnadmin -d defaultdb -c 'SELECT 1'`,
  ),
  sqlAlchemyPsycopg: sqlAlchemy('postgresql+psycopg', PG),
  sqlAlchemyAsyncpg: python(
    PG,
    (setting, target) => `import asyncio
from sqlalchemy.ext.asyncio import create_async_engine
url = "postgresql+asyncpg://${target.login}@${address(target)}/defaultdb"
async def main():
    async with create_async_engine(${setting}).connect():
        pass
asyncio.run(main())
`,
  ),
  django: python(
    PG,
    (setting, { host, port }) => `from django.conf import settings
database = {"ENGINE": "django.db.backends.postgresql", "HOST": "${host}", "PORT": ${String(port)}, "USER": "avnadmin", "PASSWORD": "secret", "NAME": "defaultdb"}
settings.configure(DATABASES={"default": {**database, ${setting}}})
from django.db import connection
connection.ensure_connection()
`,
  ),
  pg8000: python(
    PG,
    (setting, { host, port }) => `import ssl
import pg8000.dbapi
pg8000.dbapi.connect(host="${host}", port=${String(port)}, user="avnadmin", password="secret", database="defaultdb", ${setting})
`,
  ),
  postgresJs: nodeSql(
    PG,
    'postgres',
    `import postgres from 'postgres'
const sql = postgres(SETTING)
await sql\`SELECT 1\``,
  ),
  sequelize: nodeSql(
    PG,
    'postgres',
    `import { Sequelize } from 'sequelize'
await new Sequelize(url, { dialect: 'postgres', SETTING }).authenticate()`,
  ),
  typeorm: nodeSql(
    PG,
    'postgres',
    `import 'reflect-metadata'
import { DataSource } from 'typeorm'
await new DataSource({ type: 'postgres', url, SETTING }).initialize()`,
  ),
  knex: nodeSql(
    PG,
    'postgres',
    `import knex from 'knex'
await knex({ client: 'pg', connection: { SETTING } }).raw('SELECT 1')`,
  ),
  gorm: go(
    PG,
    ['gorm.io/driver/postgres', 'gorm.io/gorm', 'log'],
    (setting, { host, port }) =>
      `\t_, err := gorm.Open(postgres.Open("host=${host} port=${String(port)} user=avnadmin password=secret dbname=defaultdb ${setting}"), &gorm.Config{})\n`,
  ),
  phpPdo: php(
    PG,
    (setting, { host, port }) =>
      `<?php new PDO("pgsql:host=${host};port=${String(port)};dbname=defaultdb;${setting}", 'avnadmin', 'secret');\n`,
  ),
  rubyPg: ruby(
    PG,
    (setting, { host, port }) =>
      `require "pg"\nPG.connect(host: "${host}", port: ${String(port)}, user: "avnadmin", password: "secret", dbname: "defaultdb", ${setting})\n`,
  ),
  prismaAdapter: nodeSql(
    PG,
    'postgresql',
    `import { PrismaPg } from '@prisma/adapter-pg'
const database = await new PrismaPg(SETTING).connect()
await database.executeScript('SELECT 1')`,
  ),
  debezium: java(
    PG,
    ['java.util.Map', 'java.util.stream.Stream'],
    (setting, { host, port }) =>
      `System.out.println(new io.debezium.connector.postgresql.PostgresConnector().validate(Stream.of("name=trap;topic.prefix=trap;plugin.name=pgoutput;database.hostname=${host};database.port=${String(port)};database.dbname=defaultdb;database.user=avnadmin;database.password=secret;${setting}".split(";")).map(pair -> pair.split("=", 2)).collect(java.util.stream.Collectors.toMap(pair -> pair[0], pair -> pair[1]))).configValues());`,
  ),
}

export const MYSQL_PROGRAMS = {
  mysql2Url: nodeSql(
    MYSQL,
    'mysql',
    `import mysql from 'mysql2/promise'
await mysql.createConnection(SETTING)`,
  ),
  mariadbNode: nodeSql(
    MYSQL,
    'mariadb',
    `import { createConnection } from 'mariadb'
await createConnection({ ...login, SETTING })`,
  ),
  connectorPython: python(
    MYSQL,
    (setting, { host, port }) => `import mysql.connector
mysql.connector.connect(host="${host}", port=${String(port)}, user="avnadmin", password="secret", ${setting})
`,
  ),
  sqlAlchemy: sqlAlchemy('mysql+mysqlconnector', MYSQL),
  mysqli: php(
    MYSQL,
    (setting, { host, port }) => `<?php
$connection = mysqli_init();
$connection->ssl_set(null, null, ${setting.includes('SSL_CA') ? "'ca.pem'" : 'null'}, null, null);
$connection->real_connect('${host}', 'avnadmin', 'secret', 'defaultdb', ${String(port)}, null, ${setting.split(' ')[0] ?? ''});
`,
  ),
  phpPdo: php(
    MYSQL,
    (setting, { host, port }) =>
      `<?php new PDO('mysql:host=${host};port=${String(port)}', 'avnadmin', 'secret', [${setting}]);\n`,
  ),
}
