/** What rules of programs have in common: what they call kinds of databases. */

export const MYSQL_KIND = /^(?:mysql2?|mariadb)$/
export const PG_KIND = /^(?:pg|postgres(?:ql)?|postgresdb|pgsql)$/
