import { useState } from 'react'

import { SEVERITIES } from '../../../api/logs.ts'
import { PoweredOff } from '../../../features/service-actions/powered-off.tsx'
import { useUrlParams } from '../../../features/routing/use-url-params.ts'
import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { LogView } from './log-view.tsx'

/** The log lines of the service's nodes, newest first. */
export const LogsPage = () => {
  const { project, service } = useService()
  const { service_name: name, state } = service
  useTitle(`Logs of ${name} – ${project}`)
  const { params } = useUrlParams()
  // Not in the URL: a search in logs may be a secret.
  const [search, setSearch] = useState('')
  const severity = SEVERITIES.find((one) => one === params.get('severity') && one !== 'debug')
  return (
    <section aria-labelledby="logs" className="space-y-4">
      <h2 id="logs" className="text-base font-semibold">
        Logs
      </h2>
      {state === 'POWEROFF' ? (
        <PoweredOff>Nothing is logged while it’s off.</PoweredOff>
      ) : (
        // Another severity or service: show nothing of the previous lines.
        <LogView
          key={`${project}/${name}/${severity ?? ''}`}
          {...{ project, service: name, severity, search }}
          onSearch={setSearch}
        />
      )}
    </section>
  )
}
