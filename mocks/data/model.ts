/** The mock's data model: the API's objects before they are turned into answers. */
import type { CertificateAuthority } from '../pki.ts'
import type { KeyName } from './keys.ts'

export interface MockUserCertificate {
  readonly key: KeyName
  readonly daysLeft: number
  /** Days that the older certificate is still valid, if the renewal isn't acknowledged yet. */
  readonly oldDaysLeft?: number
  /** Signed by the next CA, not the current one. */
  readonly byNextCa?: boolean
  /** How many the user has had before. */
  readonly generation?: number
}

/**
 * The stage of a CA rotation, as Aiven does it: the new CA is published beside the old one; a first update makes services
 * trust it; a second one makes them use it; the old one is removed.
 */
export type RotationStage = 'announced' | 'first-update' | 'second-update' | 'done'

export interface MockUser {
  readonly username: string
  readonly type: 'primary' | 'normal'
  readonly password: string
  /** When the password was set, in milliseconds since 1970; by default when the service was created. */
  readonly passwordSetAt?: number
  readonly authentication?: 'caching_sha2_password' | 'mysql_native_password'
  /** Rules of Valkey and Dragonfly, replication of PostgreSQL: the API's `access_control`. */
  readonly accessControl?: Readonly<Record<string, unknown>>
  /** Kafka users hold a certificate and its key. */
  readonly certificate?: MockUserCertificate
}

export interface MockComponent {
  readonly component: string
  readonly host: string
  readonly port: number
  readonly route: string
  readonly usage: string
  readonly kafka_authentication_method?: 'certificate' | 'sasl'
  readonly kafka_ssl_ca?: 'project_ca' | 'letsencrypt'
  readonly path?: string
  readonly ssl?: boolean
}

/** A connection pool. Without a user, whoever connects is the user of the pool's connections. */
export interface MockPool {
  readonly name: string
  readonly database: string
  readonly size: number
  readonly mode?: 'session' | 'transaction' | 'statement'
  readonly username?: string
}

/** A topic of Kafka. Its content follows from the clock: a fixed number of messages per second. */
export interface MockTopic {
  readonly name: string
  readonly partitions: number
  readonly replication: number
  /** Settings that were set, by the API's names; defaults apply to the others. */
  readonly config: Readonly<Record<string, unknown>>
  readonly description?: string
  readonly tags?: readonly { readonly key: string; readonly value: string }[]
  readonly perSecond: number
  /** Consumer groups that read it. */
  readonly groups: readonly string[]
  /** When it was made or last changed, in milliseconds since 1970; seeds are older than any clock. */
  readonly createdAt?: number
  readonly changedAt?: number
  /** When it was deleted: it disappears soon after. */
  readonly deletedAt?: number
}

/** An index of OpenSearch. */
export interface MockIndex {
  readonly name: string
  readonly docs: number
  /** In bytes. */
  readonly size: number
  readonly health: 'green' | 'yellow' | 'red'
  readonly status: 'open' | 'close'
  readonly shards: number
  readonly replicas: number
  readonly readOnly?: boolean
  readonly daysOld: number
}

/** An entry of Aiven's own access control for Kafka. */
export interface MockAcl {
  readonly id: string
  readonly username: string
  readonly topic: string
  readonly permission: string
}

/** An entry of Kafka's own access control, in the words of the wire. */
export interface MockNativeAcl {
  readonly id: string
  readonly principal: string
  readonly host: string
  readonly operation: string
  readonly permission_type: string
  readonly pattern_type: string
  readonly resource_type: string
  readonly resource_name: string
}

/** A change that takes time. The service's state is derived from it on each read. */
export interface MockChange {
  readonly what: 'create' | 'power-on' | 'rebuild' | 'plan' | 'cloud' | 'maintenance'
  /** Milliseconds since 1970. */
  readonly at: number
  readonly until: number
  /** The progress at which it gets stuck; by default it finishes. */
  readonly stuckAt?: number
}

/** A pending software update of a service. */
export interface MockUpdate {
  readonly description: string
  readonly impact: string
  readonly startsInDays: number
  readonly deadlineInDays?: number
}

/** An entry of a project's event log. */
export interface MockEvent {
  readonly id: string
  /** Milliseconds since 1970. */
  readonly time: number
  readonly actor: string
  readonly service: string
  readonly type: string
  readonly description: string
}

export interface MockService {
  readonly name: string
  readonly type: string
  readonly description: string
  readonly state: string
  readonly plan: string
  readonly cloud: string
  readonly cloudDescription: string
  readonly nodes: number
  readonly createdDaysAgo: number
  /** When it was created, in milliseconds since 1970; seeded services have `createdDaysAgo`. */
  readonly createdAt?: number
  /** When something was last changed. */
  readonly updatedAt?: number
  /** Pending maintenance: installed after this many days, unless started before. */
  readonly updates?: readonly MockUpdate[]
  /** The stage of the rotation up to which maintenance was installed by hand. */
  readonly installedUpTo?: RotationStage
  /** Process ids of queries that were stopped. */
  readonly cancelled?: Readonly<Record<string, 'cancelled' | 'terminated'>>
  /** Since when queries are counted, in milliseconds since 1970. */
  readonly statsSince?: number
  /** When it was powered off, in milliseconds since 1970, and on again. */
  readonly off?: readonly { readonly from: number; readonly to?: number }[]
  /** Running and finished changes: the last unfinished one decides the state. */
  readonly changes?: readonly MockChange[]
  readonly components: readonly MockComponent[]
  readonly users: readonly MockUser[]
  /** `service_uri_params` without user and password, which come from the first user. */
  readonly uriParams?: Readonly<Record<string, string>>
  readonly databases?: readonly string[]
  readonly pools?: readonly MockPool[]
  readonly topics?: readonly MockTopic[]
  readonly indexes?: readonly MockIndex[]
  readonly acl?: readonly MockAcl[]
  readonly nativeAcl?: readonly MockNativeAcl[]
  /** Start of Kafka's data, if it was lost by powering off. */
  readonly dataSince?: number
  readonly tags?: Readonly<Record<string, string>>
  /** Termination protection: against deletion and power off. */
  readonly terminationProtection?: boolean
  readonly maintenance?: { readonly dow: string; readonly time: string }
  readonly techEmails?: readonly string[]
  /** Of all nodes together, where it isn't the plan's. */
  readonly diskSpaceMb?: number
  /** The VPC that it is in; public without one. */
  readonly vpcId?: string
  readonly userConfig?: Readonly<Record<string, unknown>>
  readonly metadata?: Readonly<Record<string, unknown>>
  readonly features?: Readonly<Record<string, boolean>>
}

export interface MockProject {
  readonly name: string
  readonly organization: string
  readonly cloud: string
  /** The CA; while a rotation is under way, the next one as well. */
  readonly authorities: readonly [CertificateAuthority, ...CertificateAuthority[]]
  readonly rotation?: RotationStage
  readonly services: readonly MockService[]
  /** false: the token may list the project, but nothing in it. */
  readonly readable: boolean
}
