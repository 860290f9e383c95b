import type { ServiceUser } from '../../../api/service-user.ts'

/** Whether the user has a certificate: only Kafka users do, and only they have these fields. */
export const hasCertificate = ({ access_cert, access_cert_not_valid_after_time }: ServiceUser): boolean =>
  (access_cert ?? access_cert_not_valid_after_time) !== undefined
