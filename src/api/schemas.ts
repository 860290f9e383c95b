/**
 * Run-time schemas for exactly the fields of Aiven's API that the console uses, and the types that follow
 * from them. Field names are the wire's. Fields that the console doesn't know pass through unread. In
 * practice the API sends null where its document says string (Aiven's OpenAPI document has no `nullable`),
 * so a field is required here only if the console can't do without it.
 */
import * as v from 'valibot'

const optional = <T extends v.GenericSchema>(schema: T) => v.optional(v.pipe(v.nullish(schema), v.transform(unNull)))

/** null and absent mean the same to the console; one of them is enough. */
function unNull<T>(value: T): Exclude<T, null> | undefined {
  return (value ?? undefined) as Exclude<T, null> | undefined
}

const text = optional(v.string())

/** Only ever shown: whatever else stands there is left out rather than costing the whole item. */
const shownText = v.fallback(text, undefined)

export const UserInfoSchema = v.object({
  user: v.object({ user: v.string() }),
})

export const ProjectSchema = v.object({
  project_name: v.pipe(v.string(), v.minLength(1, 'it is empty')),
  account_name: shownText,
  default_cloud: shownText,
})
export type Project = v.InferOutput<typeof ProjectSchema>

export const ComponentSchema = v.object({
  component: v.string(),
  host: v.string(),
  port: v.number(),
  route: v.nullish(v.string(), 'dynamic'),
  usage: v.nullish(v.string(), 'primary'),
  kafka_authentication_method: text,
  kafka_ssl_ca: text,
  path: text,
  ssl: optional(v.boolean()),
})
export type Component = v.InferOutput<typeof ComponentSchema>

/** Without `include_secrets=true` the last three are absent, null or `<redacted>`. */
export const ServiceUserSchema = v.object({
  username: v.string(),
  type: text,
  authentication: shownText,
  password: text,
  password_updated_time: shownText,
  access_cert: text,
  access_cert_not_valid_after_time: text,
  /** The end of an older certificate, while a newer one waits to be acknowledged. */
  expiring_cert_not_valid_after_time: text,
  access_key: text,
})
export type ServiceUser = v.InferOutput<typeof ServiceUserSchema>

export const ConnectionPoolSchema = v.object({
  pool_name: v.string(),
  database: text,
  username: text,
})
export type ConnectionPool = v.InferOutput<typeof ConnectionPoolSchema>

/** Free objects of which one undocumented field is read; anything unexpected there is no hint. */
const LetsEncryptHint = v.fallback(v.object({ letsencrypt: optional(v.boolean()) }), {})

const toMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** A free object; anything else that stands there is an empty one. */
const FreeObject = v.optional(v.pipe(v.unknown(), v.transform(toMap)), {})

/** A map of texts; numbers among them (a port, say) become text, and the rest is left out. */
const TextMap = v.pipe(
  FreeObject,
  v.transform((map) => {
    const texts: Record<string, string | undefined> = {}
    for (const [key, value] of Object.entries(map)) {
      if (typeof value === 'string' || typeof value === 'number') texts[key] = String(value)
    }
    return texts
  }),
)

/** A list whose items are read one by one by `readItems`, so that a broken one costs only itself. */
const Items = v.nullish(v.array(v.unknown()), [])

/** Maintenance that is ahead; a description that can't be read is left out. */
const MaintenanceSchema = v.fallback(
  v.object({ updates: v.array(v.object({ description: shownText, start_after: shownText, deadline: shownText })) }),
  { updates: [] },
)

export const RawServiceSchema = v.object({
  service_name: v.pipe(v.string(), v.minLength(1, 'it is empty')),
  service_type: v.string(),
  service_type_description: shownText,
  state: shownText,
  plan: shownText,
  cloud_name: shownText,
  cloud_description: shownText,
  create_time: shownText,
  node_count: v.fallback(optional(v.number()), undefined),
  // How far each node is, is read by who shows it (`pages/service/node-states.ts`).
  node_states: v.fallback(v.array(v.looseObject({ state: shownText })), []),
  service_uri_params: TextMap,
  components: Items,
  users: Items,
  connection_pools: Items,
  maintenance: MaintenanceSchema,
  tags: TextMap,
  metadata: FreeObject,
  user_config: FreeObject,
  features: LetsEncryptHint,
  connection_info: LetsEncryptHint,
})

export const ProjectListSchema = v.object({ projects: v.array(v.unknown()) })
export const ServiceListSchema = v.object({ services: v.array(v.unknown()) })
export const ServiceGetSchema = v.object({ service: v.unknown() })
export const ServiceUserGetSchema = v.object({ user: ServiceUserSchema })
/** null where there is none: React Query has no use for undefined, and `tls/files.ts` says what is wrong. */
export const ProjectKmsGetCaSchema = v.object({ certificate: v.nullish(v.string(), null) })
