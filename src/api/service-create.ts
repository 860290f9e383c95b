/** New services, copies of others among them. */
import { makeWrite } from './service-write.ts'

/** What is asked for, in the words of the wire; what isn't named gets what Aiven gives unasked. */
export interface NewService {
  readonly service_name: string
  readonly service_type: string
  readonly cloud: string
  readonly plan: string
  /** null: public, although the cloud has a VPC of the project. */
  readonly project_vpc_id?: string | null
  readonly disk_space_mb?: number
  readonly termination_protection: boolean
  /** `time` in UTC, as `03:00:00`. */
  readonly maintenance?: { readonly dow: string; readonly time: string }
  readonly tags?: Readonly<Record<string, string>>
  /** Of a copy: the source's tags too. */
  readonly copy_tags?: boolean
  readonly user_config?: Readonly<Record<string, unknown>>
}

/** `POST /v1/project/{project}/service`: the service begins to be built. */
export const createService = (project: string, body: NewService) =>
  makeWrite({
    operation: 'ServiceCreate',
    params: { project },
    body,
    changes: [['ServiceList', { project }]],
  })
