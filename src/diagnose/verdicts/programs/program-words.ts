/** What rules of programs have in common: kinds of databases, and what is said where the text shows too little. */
import type { Judged } from '../verdict.ts'

export const OPEN: Judged = ['depends', 'The text doesn’t show the value of a setting that decides.']
export const MYSQL_KIND = /^(?:mysql2?|mariadb)$/
export const PG_KIND = /^(?:pg|postgres(?:ql)?|postgresdb|pgsql)$/
