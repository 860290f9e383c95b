import type { ServiceUser } from '../../../api/service-user.ts'

/** Whether the user holds a certificate: Kafka's do, and the API sends no such fields of others. */
export const hasCertificate = ({ access_cert, access_cert_not_valid_after_time }: ServiceUser): boolean =>
  (access_cert ?? access_cert_not_valid_after_time) !== undefined
