let cached: Intl.NumberFormat | undefined

/** A number in English: "12,345", "1.25". */
export const formatNumber = (value: number): string => {
  // The platform's first formatter takes a slow phone 70 ms to make, and is needed for fractions only.
  if (Number.isSafeInteger(value)) return String(value).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  cached ??= new Intl.NumberFormat('en')
  return cached.format(value)
}

/** A number, or the word for one that the API doesn’t tell. */
export const numberOrUnknown = (value: number | undefined): string =>
  value === undefined ? 'Unknown' : formatNumber(value)

/** A whole number with its unit: "1 day", "820 days". */
export const formatCount = (count: number, unit: string): string =>
  `${formatNumber(count)} ${unit}${Math.abs(count) === 1 ? '' : 's'}`
