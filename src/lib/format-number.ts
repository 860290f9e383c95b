/** A whole number: "12,345". By hand, because the browser's own formatter takes long to make; see relative-time.tsx. */
export const formatNumber = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')
