import type { Component, Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { connectionSettings } from '../../../domain/connection-settings.ts'
import { Icon } from '../../../ui/icon.tsx'

export interface SettingsListProps {
  service: Service
  endpoint: Component
  user: ServiceUser | undefined
  /** Of the endpoint for pools. */
  pool: string | undefined
}

/** What the service's settings, its pools and the user's way to log in change about connecting. Renders nothing if everything is standard. */
export const SettingsList = ({ service, endpoint, user, pool }: SettingsListProps) => {
  const settings = connectionSettings({ service, endpoint, user, pool })
  if (settings.length === 0) return null
  return (
    <section aria-labelledby="settings-that-matter" className="mt-3 rounded-md border border-border bg-sunken p-3">
      <h3 id="settings-that-matter" className="mb-2 font-semibold">
        Settings that change how clients connect
      </h3>
      <ul className="space-y-2">
        {settings.map(({ id, field, weight, text }) => (
          <li key={id} data-testid={`setting-${id}`} className="flex gap-2">
            <Icon
              name={weight === 'refused' ? 'alert' : 'circle'}
              className={`mt-0.5 ${weight === 'refused' ? 'text-bad' : 'text-muted'}`}
            />
            <div className="max-w-prose min-w-0 wrap-anywhere">
              {text}
              <code className="block text-xs text-muted">{field}</code>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
