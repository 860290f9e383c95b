let cached: Intl.NumberFormat | undefined

/** A whole number: "12,345". */
export const formatNumber = (value: number): string => {
  // The platform's formatter is slow to create, and needed only for separators and fractions.
  if (Number.isInteger(value) && Math.abs(value) < 1000) return String(value)
  cached ??= new Intl.NumberFormat('en')
  return cached.format(value)
}

/** A whole number with its unit: "1 day", "820 days". */
export const formatCount = (count: number, unit: string): string =>
  `${formatNumber(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`
