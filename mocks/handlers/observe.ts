import type { DefaultBodyType, HttpHandler } from 'msw'

import { iso } from '../answers.ts'
import { SEVERITIES } from '../data/log-lines.ts'
import type { MockProject, MockService } from '../data/model.ts'
import { Refusal } from '../errors.ts'
import { rejectField, optionalInteger, optionalText, readBody } from '../input.ts'
import { readLogs } from '../logs.ts'
import { diskUsageAt, metricsAnswer, PERIODS, type Period } from '../metrics.ts'
import type { Routes } from '../routes.ts'
import { topicsOf } from '../topics.ts'

const PERIOD_NAMES = Object.keys(PERIODS) as Period[]

/** An offset as answers contain it: opaque to clients. */
const OFFSET = /^log1-([0-9a-z]+)$/
const writeOffset = (slot: number | undefined) => (slot === undefined ? null : `log1-${slot.toString(36)}`)
const readOffset = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const slot = OFFSET.exec(text)?.[1]
  return slot === undefined ? rejectField('offset', 'not one that an answer gave') : Number.parseInt(slot, 36)
}

const DISK_ALERT = 90

/** A service whose disks are nearly full has an alert for each node's. */
const alertsOf = (project: MockProject, service: MockService, now: number) => {
  const usage = diskUsageAt(project.name, service.name, now)
  if (service.state === 'POWEROFF' || usage < DISK_ALERT) return []
  return [
    {
      create_time: iso(now - 5 * 3_600_000),
      event: 'user_alert_resource_usage_disk',
      node_name: `${service.name}-1`,
      project_name: project.name,
      service_name: service.name,
      service_type: service.type,
      severity: usage >= 97 ? 'critical' : 'warning',
    },
  ]
}

/** Metrics, logs and alerts of a service. */
export const observeHandlers = ({ db, scenario, inProject, inService }: Routes): HttpHandler[] => {
  const now = () => db.now().getTime()

  return [
    inService('ServiceMetricsFetch', 'post', '/metrics', async (service, project, { request }) => {
      const body = await readBody(request)
      const asked = optionalText(body, 'period', { oneOf: PERIOD_NAMES })
      const topic = optionalText(body, 'kafka_topic_name', { max: 249 })
      if (topic !== undefined && !topicsOf(service, now()).some(({ name }) => name === topic))
        throw new Refusal(404, `Topic '${topic}' does not exist`, 'kafka_topic_not_found')
      const metrics = metricsAnswer({
        project: project.name,
        service,
        period: PERIOD_NAMES.find((one) => one === asked) ?? 'hour',
        now: now(),
        ...(scenario.metrics && { variant: scenario.metrics }),
        ...(topic !== undefined && { topic }),
      })
      return { metrics: metrics as unknown as DefaultBodyType }
    }),
    inService('ProjectGetServiceLogs', 'post', '/logs', async (service, project, { request }) => {
      const body = await readBody(request)
      const severity = optionalText(body, 'severity', { oneOf: SEVERITIES })
      const offset = readOffset(optionalText(body, 'offset', { max: 128 }))
      const { logs, first, last } = readLogs({
        project: project.name,
        service,
        now: now(),
        limit: optionalInteger(body, 'limit', 1, 500) ?? 100,
        order: optionalText(body, 'sort_order', { oneOf: ['asc', 'desc'] }) === 'asc' ? 'asc' : 'desc',
        severity: SEVERITIES.find((one) => one === severity) ?? 'debug',
        ...(offset !== undefined && { offset }),
        burst: scenario.logs === 'burst',
      })
      return {
        logs: logs.map((line) => ({ ...line })),
        first_log_offset: writeOffset(first),
        offset: writeOffset(last),
      }
    }),
    inProject('ProjectAlertsList', 'get', '/alerts', (project) => ({
      alerts: project.services.flatMap((service) => alertsOf(project, service, now())),
    })),
    inService('ServiceAlertsList', 'get', '/alerts', (service, project) => ({
      alerts: alertsOf(project, service, now()),
    })),
  ]
}
