import type { CertificateRow } from '../../domain/certificate-row.ts'
import { paths } from '../../lib/paths.ts'

/** The page on which something can be done about a certificate. */
export const certificatePath = ({ kind, project, service, username }: CertificateRow): string =>
  kind === 'ca' || service === undefined || username === undefined
    ? paths.caRotation(project)
    : `${paths.service(project, service)}?${new URLSearchParams({ user: username }).toString()}`

/** The dialog that resets a user's credentials, on that page. */
export const resetPath = (row: CertificateRow): string =>
  `${certificatePath(row)}&${new URLSearchParams({ reset: row.username ?? '' }).toString()}`
