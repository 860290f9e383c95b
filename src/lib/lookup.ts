/**
 * What a table of ours says of a word that came from outside: undefined where it doesn't know it, also where every
 * object has something by that name (`toString`).
 */
export const lookup = <T>(table: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined
