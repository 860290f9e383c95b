/** How long something is still good, in words. */
import { daysLeft } from '../crypto/x509.ts'
import { formatCount } from '../lib/format-number.ts'

/** From this many days on, show years instead of days. */
const YEARS_FROM = 730

/** How long a certificate is still good: "7 years left", "639 days left", "expired 3 days ago", "expired today". */
export const remaining = (notAfter: Date, now: Date): string => {
  const days = daysLeft(notAfter, now)
  if (days >= YEARS_FROM) return `${formatCount(Math.floor(days / 365.25), 'year')} left`
  if (notAfter >= now) return `${formatCount(days, 'day')} left`
  return days === 0 ? 'expired today' : `expired ${formatCount(-days, 'day')} ago`
}

/** As a sentence begins: "Expired 12 days ago". */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
