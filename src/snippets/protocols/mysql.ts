/**
 * Clients of MySQL, in the order in which they are offered: one row per client. For the project's CA alone: MySQL
 * services present no other, and the clients differ on what they trust without one.
 */
import { onProjectCa } from '../applies.ts'
import type { Guide } from '../guide.ts'
import { DBEAVER } from './several.ts'

export const MYSQL: readonly Guide[] = [
  {
    id: 'mysql',
    name: 'mysql',
    language: 'sh',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql.ts')).mysql,
  },
  {
    id: 'mariadb',
    name: 'mariadb',
    language: 'sh',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql.ts')).mariadb,
  },
  {
    id: 'mysql2',
    name: 'Node.js, mysql2',
    language: 'javascript',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql2.ts')).mysql2,
  },
  {
    id: 'pymysql',
    name: 'Python, PyMySQL',
    language: 'python',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/pymysql.ts')).pymysql,
  },
  {
    id: 'connector-j',
    name: 'Java, JDBC (Connector/J)',
    language: 'java',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/java-sql.ts')).connectorJ,
  },
  {
    id: 'spring-boot-mysql',
    name: 'Java, Spring Boot',
    language: 'java',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/spring-boot.ts')).springMysql,
  },
  {
    id: 'django-mysql',
    name: 'Python, Django (MySQL Connector)',
    language: 'python',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/django.ts')).djangoMysql,
  },
  {
    id: 'go-sql-driver',
    name: 'Go, go-sql-driver',
    language: 'go',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql-others.ts')).goMysql,
  },
  {
    id: 'php-mysqli',
    name: 'PHP, mysqli',
    language: 'php',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql-others.ts')).phpMysqli,
  },
  {
    id: 'php-pdo-mysql',
    name: 'PHP, PDO',
    language: 'php',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql-others.ts')).phpPdoMysql,
  },
  DBEAVER,
  {
    id: 'sqlalchemy-mysql',
    name: 'Python, SQLAlchemy (MySQL Connector)',
    language: 'python',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/sqlalchemy.ts')).sqlalchemyMysql,
  },
  {
    id: 'sqlx-mysql',
    name: 'Rust, sqlx',
    language: 'rust',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/rust-sql.ts')).sqlxMysql,
  },
  {
    id: 'mysql-connector-python',
    name: 'Python, MySQL Connector',
    language: 'python',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/mysql-others.ts')).mysqlConnectorPython,
  },
  {
    id: 'mariadb-node',
    name: 'Node.js, MariaDB Connector',
    language: 'javascript',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/node-mysql.ts')).mariadbNode,
  },
  {
    id: 'knex-mysql',
    name: 'Node.js, Knex (mysql2)',
    language: 'javascript',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/node-mysql.ts')).knexMysql,
  },
  {
    id: 'sequelize-mysql',
    name: 'Node.js, Sequelize (mysql2)',
    language: 'javascript',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/node-mysql.ts')).sequelizeMysql,
  },
  {
    id: 'mariadb-jdbc',
    name: 'Java, JDBC (MariaDB Connector)',
    language: 'java',
    applies: onProjectCa('mysql'),
    load: async () => (await import('../guides/java-sql.ts')).mariadbJdbc,
  },
]
