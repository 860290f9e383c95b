import { lazy, Suspense } from 'react'

import { COMPONENTS_WITH_RULES } from '../../../domain/components-with-rules.ts'
import type { SettingsListProps } from './settings-list.tsx'

const SettingsList = lazy(async () => ({ default: (await import('./settings-list.tsx')).SettingsList }))

const ruled: ReadonlySet<string> = new Set(COMPONENTS_WITH_RULES)

/** The most common endpoints have no such settings, so the rules needn't be loaded. */
const mayMatter = ({ service: { user_config }, endpoint: { component } }: SettingsListProps): boolean =>
  ruled.has(component) && (component !== 'pg' || Object.hasOwn(user_config, 'pg'))

/** How the service's settings, its pools and the user's login method affect connecting. */
export const ConnectionSettings = (props: SettingsListProps) =>
  mayMatter(props) && (
    <Suspense>
      <SettingsList {...props} />
    </Suspense>
  )
