let cached: Intl.Collator | undefined

/** Made when names are first compared: browsers take their time for it. */
const collator = () => (cached ??= new Intl.Collator('en', { numeric: true, sensitivity: 'base' }))

/** Gets ready to compare, for whoever waits for names: it takes long enough to hold them up when they come. */
export const prepareToCompare = (): void => void collator()

/** Orders names as people do: "node-9" before "node-10", whatever the case. */
export const compareNames = (a: string, b: string): number => collator().compare(a, b)
