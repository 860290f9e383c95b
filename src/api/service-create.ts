/** Creating services, including forks. */
import { makeWrite } from './service-write.ts'

/** The request, with the API's field names; Aiven chooses a default for what isn't named. */
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
  /** For a copy: copy the source's tags too. */
  readonly copy_tags?: boolean
  readonly user_config?: Readonly<Record<string, unknown>>
}

/** `POST /v1/project/{project}/service`: Aiven starts to build the service. */
export const createService = (project: string, body: NewService) =>
  makeWrite({
    operation: 'ServiceCreate',
    params: { project },
    body,
    changes: [['ServiceList', { project }]],
  })
