let cached: Intl.Collator | undefined

/** Created on first use, because browsers need some time for it. */
const collator = () => (cached ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' }))

/** Creates the collator while names are still loading, so that they don't wait for it. */
export const prepareToCompare = (): void => void collator()

/** Compares names by number and without case: "node-9" comes before "node-10". */
export const compareNames = (a: string, b: string): number => collator().compare(a, b)
