/** Prices as Aiven counts them: US dollars, by the hour; a month has 730 hours. */

const HOURS_A_MONTH = 730

const inThousands = (text: string): string => text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')

/** "$0.236 an hour". Small prices have more digits, so that they stay distinguishable. */
export const formatHourly = (usd: number): string => `$${usd.toFixed(usd < 1 ? 4 : 2)} an hour`

/** "$172.28 a month". */
export const formatMonthly = (usd: number): string => `$${inThousands((usd * HOURS_A_MONTH).toFixed(2))} a month`
