/**
 * The entry of one of our tables for a word from outside; undefined if it has none, also for names that every object
 * inherits (`toString`).
 */
export const lookup = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined
