/** Aiven's current alerts. */
import * as v from 'valibot'

import type { Api } from './client.ts'
import { shownText } from './fields.ts'
import { readItems, type ReadList } from './parse.ts'
import { readQuery, SECOND, SLOW_REFRESH_MS } from './query.ts'

const AlertSchema = v.object({
  /** Id of its kind: `user_alert_resource_usage_disk`. */
  event: v.string(),
  severity: shownText,
  /** ISO 8601. */
  create_time: shownText,
  node_name: shownText,
  service_name: shownText,
})
export type Alert = v.InferOutput<typeof AlertSchema>

const AlertsSchema = v.object({ alerts: v.array(v.unknown()) })

const readAlerts = (body: unknown): ReadList<Alert> =>
  readItems(v.parse(AlertsSchema, body).alerts, 'Alert', (item) => v.parse(AlertSchema, item))

/** `GET …/service/{service}/alerts`: the active ones. */
export const serviceAlerts = (api: Api, project: string, service: string) =>
  readQuery(api, {
    operation: 'ServiceAlertsList',
    params: { project, service_name: service },
    read: readAlerts,
    staleTime: 60 * SECOND,
    refreshAfter: () => 5 * SLOW_REFRESH_MS,
  })

/** `GET …/project/{project}/alerts`: those of all its services. */
export const projectAlerts = (api: Api, project: string) =>
  readQuery(api, {
    operation: 'ProjectAlertsList',
    params: { project },
    read: readAlerts,
    staleTime: 300 * SECOND,
  })
