/** The integrations of a service: which service sends data to which. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { Items, optional, shownText, text } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND } from './query.ts'

const IntegrationSchema = v.object({
  service_integration_id: v.string(),
  integration_type: v.string(),
  description: shownText,
  active: v.fallback(optional(v.boolean()), undefined),
  enabled: v.fallback(optional(v.boolean()), undefined),
  source_project: text,
  source_service: text,
  source_endpoint: text,
  dest_project: text,
  dest_service: text,
  dest_endpoint: text,
  integration_status: v.fallback(
    v.object({
      status_user_desc: shownText,
      state: v.fallback(v.object({ status: shownText, errors: v.fallback(v.array(v.string()), []) }), {
        status: undefined,
        errors: [],
      }),
    }),
    { status_user_desc: undefined, state: { status: undefined, errors: [] } },
  ),
})
export type Integration = v.InferOutput<typeof IntegrationSchema>

const readIntegrations = (body: unknown): ReadList<Integration> => {
  const { service_integrations: items } = v.parse(v.object({ service_integrations: Items }), body)
  return readItems(items ?? [], 'Integration', (item) => v.parse(IntegrationSchema, item))
}

/** `GET …/service/{service}/integration`. */
export const serviceIntegrations = (api: Api, project: string, service: string) =>
  readQuery(api, {
    operation: 'ServiceIntegrationList',
    params: { project, service_name: service },
    read: readIntegrations,
    staleTime: 30 * SECOND,
  })
