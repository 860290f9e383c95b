/** "12,345". Small numbers go without a formatter: the first takes the browser longer than everything else in a list. */
export const formatNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1000 ? String(value) : value.toLocaleString('en')
