/** Notifications about a service: versions near their end, and services that were off for long. */
import { iso } from './answers.ts'
import type { MockService } from './data/model.ts'
import { VERSIONS } from './data/versions.ts'

const DAY = 86_400_000
/** How long before a version's end the notification appears. */
const NOTICE_MS = 180 * DAY
/** A service that was off this long is deleted; the notification appears after half of it. */
const DELETED_AFTER_MS = 180 * DAY

const versionNotices = ({ name, type, userConfig }: MockService, now: number) => {
  const running = userConfig?.[`${type}_version`]
  const version = VERSIONS.find(({ service_type, major_version }) => service_type === type && major_version === running)
  const end = version?.aiven_end_of_life_time
  if (!version || !end || Date.parse(end) - now > NOTICE_MS) return []
  const { upgrade_to_version: next, end_of_life_help_article_url: help } = version
  return [
    {
      level: Date.parse(end) < now ? 'warning' : 'notice',
      type: 'service_end_of_life',
      message: `Version ${String(running)} of service ${name} reaches its end of life on ${end.slice(0, 10)}.`,
      metadata: {
        service_end_of_life_time: end,
        end_of_life_help_article_url: help,
        ...(next !== null && { upgrade_to_service_type: type, upgrade_to_version: next }),
      },
    },
  ]
}

const removalNotices = ({ name, state, off = [] }: MockService, now: number) => {
  const from = off.at(-1)?.from
  if (state !== 'POWEROFF' || from === undefined || now - from < DELETED_AFTER_MS / 2) return []
  return [
    {
      level: 'warning',
      type: 'service_powered_off_removal',
      message: `Service ${name} is powered off and will be deleted on ${iso(from + DELETED_AFTER_MS).slice(0, 10)}.`,
      metadata: {},
    },
  ]
}

export const notificationsOf = (service: MockService, now: number) => [
  ...versionNotices(service, now),
  ...removalNotices(service, now),
]
