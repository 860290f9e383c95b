import { lazily } from './lazily.ts'

const collator = lazily(() => new Intl.Collator('en', { numeric: true, sensitivity: 'base' }))

// While the first answers are on their way: it takes long enough to hold up the first rows.
setTimeout(collator, 50)

/** Orders names as people do: "node-9" before "node-10", whatever the case. */
export const compareNames = (a: string, b: string): number => collator().compare(a, b)
