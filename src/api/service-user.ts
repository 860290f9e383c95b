/** One user of a service, as the API describes it. */
import * as v from 'valibot'

import { optional, shownText, text } from './fields.ts'

/** Without `include_secrets=true` the last three are absent, null or `<redacted>`. */
export const ServiceUserSchema = v.object({
  username: v.string(),
  type: text,
  authentication: shownText,
  /** Rules of Valkey and Dragonfly, replication of PostgreSQL. */
  access_control: v.fallback(optional(v.record(v.string(), v.unknown())), undefined),
  password: text,
  password_updated_time: shownText,
  access_cert: text,
  access_cert_not_valid_after_time: text,
  /** When the older certificate expires, while a renewal isn't acknowledged. */
  expiring_cert_not_valid_after_time: text,
  access_key: text,
})
export type ServiceUser = v.InferOutput<typeof ServiceUserSchema>
