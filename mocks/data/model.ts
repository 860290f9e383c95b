/** What the mock knows: the API's objects before they are written as an answer. */
import type { CertificateAuthority } from '../pki.ts'
import type { KeyName } from './keys.ts'

export interface MockUserCertificate {
  readonly key: KeyName
  readonly daysLeft: number
  /** An older one is still running out beside it, and nobody has acknowledged the renewal. */
  readonly oldDaysLeft?: number
  /** Signed by the CA that is coming, not by the current one. */
  readonly byNextCa?: boolean
  /** How many the user has had before. */
  readonly generation?: number
}

/**
 * How far the rotation of a project's CA is, as Aiven goes about it: the new CA is handed out beside the old one;
 * a first update makes services trust it; a second one makes them use it; the old one is gone.
 */
export type RotationStage = 'announced' | 'first-update' | 'second-update' | 'done'

export interface MockUser {
  readonly username: string
  readonly type: 'primary' | 'normal'
  readonly password: string
  /** Since when the password holds, in milliseconds since 1970; since the service was made, unless said. */
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

/** A topic of Kafka. What is in it follows from the clock: so many messages a second since the data began. */
export interface MockTopic {
  readonly name: string
  readonly partitions: number
  readonly replication: number
  /** What was set, by the API's names; what is missing holds by default. */
  readonly config: Readonly<Record<string, unknown>>
  readonly description?: string
  readonly tags?: readonly { readonly key: string; readonly value: string }[]
  readonly perSecond: number
  /** Consumer groups that read it. */
  readonly groups: readonly string[]
  /** When it was made or last changed, in milliseconds since 1970; seeds are older than any clock. */
  readonly createdAt?: number
  readonly changedAt?: number
  /** It is going, and gone soon after. */
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

/** Something that takes time. What it makes of the service is derived when it is read. */
export interface MockChange {
  readonly what: 'create' | 'power-on' | 'rebuild' | 'plan' | 'cloud' | 'maintenance'
  /** Milliseconds since 1970. */
  readonly at: number
  readonly until: number
  /** The share of it at which it stays, for ever; otherwise it ends. */
  readonly stuckAt?: number
}

/** An update of a service's software that waits to be installed. */
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
  /** When it was made, in milliseconds since 1970; for what the seeds hold, `createdDaysAgo` says so. */
  readonly createdAt?: number
  /** When something was last changed. */
  readonly updatedAt?: number
  /** Maintenance that waits: after so many days it is installed, unless somebody does so before. */
  readonly updates?: readonly MockUpdate[]
  /** The stage of the rotation up to which maintenance was installed by hand. */
  readonly installedUpTo?: RotationStage
  /** Queries that were ended by their process ids. */
  readonly cancelled?: Readonly<Record<string, 'cancelled' | 'terminated'>>
  /** Since when queries are counted, in milliseconds since 1970. */
  readonly statsSince?: number
  /** When it was powered off, in milliseconds since 1970, and on again. */
  readonly off?: readonly { readonly from: number; readonly to?: number }[]
  /** What is under way, or was: the last one that hasn't ended decides the state. */
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
  /** Since when the data of Kafka is there, if it was lost: that of a powered off service is. */
  readonly dataSince?: number
  readonly tags?: Readonly<Record<string, string>>
  /** Against deletion and power off. */
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
