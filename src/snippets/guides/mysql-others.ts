/** MySQL from Python, Go and PHP. */
import { phpString, stringLiteral } from '../escape.ts'
import { goImports, goTls, goTlsImports } from './go-tls.ts'
import { MYSQL_PASSWORD } from './mysql.ts'
import { phpWith } from './installs.ts'
import { addressOf, block, CA, pathOf } from './parts.ts'
import { databaseOf } from './postgresql.ts'
import { goGuide, goInstall, phpGuide, pipInstall, pythonGuide } from './program.ts'

export const mysqlConnectorPython = pythonGuide({
  install: pipInstall('mysql-connector-python'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `import os

import mysql.connector

connection = mysql.connector.connect(
${block(4, [
  `host=${stringLiteral(facts.host)}`,
  `port=${String(facts.port)}`,
  `user=${stringLiteral(facts.user)}`,
  `password=os.environ["${MYSQL_PASSWORD}"]`,
  `database=${stringLiteral(databaseOf(facts))}`,
  `ssl_ca=${stringLiteral(pathOf(facts, system, CA))}`,
  'ssl_verify_cert=True',
  'ssl_verify_identity=True',
])}
)
cursor = connection.cursor()
cursor.execute("SELECT 'connected'")
print(cursor.fetchone()[0])
connection.close()
`,
})

export const goMysql = goGuide({
  install: goInstall('github.com/go-sql-driver/mysql'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `package main

${goImports(['database/sql', 'fmt', ...goTlsImports(facts)], ['"github.com/go-sql-driver/mysql"'])}
func main() {
${goTls(facts, system)}	settings := mysql.NewConfig()
	settings.Net = "tcp"
	settings.Addr = ${stringLiteral(addressOf(facts))}
	settings.User = ${stringLiteral(facts.user)}
	settings.Passwd = os.Getenv("${MYSQL_PASSWORD}")
	settings.DBName = ${stringLiteral(databaseOf(facts))}
	// In a DSN, tls=true would trust the system's CAs alone, and tls=skip-verify any server.
	settings.TLS = config
	connector, err := mysql.NewConnector(settings)
	if err != nil {
		log.Fatal(err)
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	var status string
	if err := db.QueryRow("SELECT 'connected'").Scan(&status); err != nil {
		log.Fatal(err)
	}
	fmt.Println(status)
}
`,
})

export const phpMysqli = phpGuide({
  install: phpWith('mysqli', 'php-mysql'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `<?php

mysqli_report(MYSQLI_REPORT_ERROR | MYSQLI_REPORT_STRICT);
$connection = mysqli_init();
$connection->ssl_set(null, null, ${phpString(pathOf(facts, system, CA))}, null, null);
$connection->options(MYSQLI_OPT_SSL_VERIFY_SERVER_CERT, true);
$connection->real_connect(
    ${phpString(facts.host)},
    ${phpString(facts.user)},
    getenv('${MYSQL_PASSWORD}'),
    ${phpString(databaseOf(facts))},
    ${String(facts.port)},
    null,
    MYSQLI_CLIENT_SSL,
);
echo $connection->query("SELECT 'connected'")->fetch_row()[0], "\\n";
`,
})

export const phpPdoMysql = phpGuide({
  install: phpWith('pdo_mysql', 'php-mysql'),
  password: MYSQL_PASSWORD,
  text: (facts, system) => `<?php

// TLS is among the options: the DSN of MySQL has no words for it.
$connection = new PDO(
    ${phpString(`mysql:host=${facts.host};port=${String(facts.port)}`)},
    ${phpString(facts.user)},
    getenv('${MYSQL_PASSWORD}'),
    [
        PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION,
        PDO::MYSQL_ATTR_SSL_CA => ${phpString(pathOf(facts, system, CA))},
        PDO::MYSQL_ATTR_SSL_VERIFY_SERVER_CERT => true,
    ],
);
echo $connection->query("SELECT 'connected'")->fetchColumn(), "\\n";
`,
})
