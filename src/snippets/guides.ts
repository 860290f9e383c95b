/** All clients that the console has a guide for, in the order in which they are offered: one line per client. */
import type { Guide } from './guide.ts'
import { kcat } from './guides/kcat.ts'
import { psql } from './guides/psql.ts'

export const GUIDES: readonly Guide[] = [psql, kcat]
