/** Clients of MySQL, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { djangoMysql } from '../guides/django.ts'
import { dbeaver } from '../guides/forms.ts'
import { connectorJ, mariadbJdbc } from '../guides/java-sql.ts'
import { goMysql, mysqlConnectorPython, phpMysqli, phpPdoMysql } from '../guides/mysql-others.ts'
import { mariadb, mysql } from '../guides/mysql.ts'
import { mysql2 } from '../guides/mysql2.ts'
import { knexMysql, mariadbNode, sequelizeMysql } from '../guides/node-mysql.ts'
import { pymysql } from '../guides/pymysql.ts'
import { sqlxMysql } from '../guides/rust-sql.ts'
import { springMysql } from '../guides/spring-boot.ts'
import { sqlalchemyMysql } from '../guides/sqlalchemy.ts'

export const MYSQL: readonly Guide[] = [
  mysql,
  mariadb,
  mysql2,
  pymysql,
  connectorJ,
  springMysql,
  djangoMysql,
  goMysql,
  phpMysqli,
  phpPdoMysql,
  dbeaver,
  sqlalchemyMysql,
  sqlxMysql,
  mysqlConnectorPython,
  mariadbNode,
  knexMysql,
  sequelizeMysql,
  mariadbJdbc,
]
