let made: Intl.NumberFormat | undefined

/** A whole number: "12,345". */
export const formatNumber = (value: number): string => {
  // The platform's formatter takes long to make: it is made with the first number.
  made ??= new Intl.NumberFormat('en')
  return made.format(value)
}
