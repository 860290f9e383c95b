/** The number of certificates that end in each month of the next two years. */
import type { CertificateRow } from '../../domain/certificate-row.ts'

export const MONTHS = 24

export interface MonthEnds {
  /** The first moment of the month, UTC. */
  readonly begins: Date
  readonly cas: number
  readonly users: number
}

/** The next 24 months from this one on, with the deadlines that haven't passed. */
export const monthEnds = (rows: readonly CertificateRow[], now: Date): MonthEnds[] => {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth()]
  const counts = Array.from({ length: MONTHS }, () => ({ ca: 0, user: 0 }))
  for (const { deadline, kind } of rows) {
    if (!deadline || deadline <= now) continue
    const ending = counts[(deadline.getUTCFullYear() - year) * 12 + deadline.getUTCMonth() - month]
    if (ending) ending[kind]++
  }
  return counts.map(({ ca, user }, index) => ({
    begins: new Date(Date.UTC(year, month + index)),
    cas: ca,
    users: user,
  }))
}
