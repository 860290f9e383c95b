import type { Service } from '../../../api/service.ts'
import { DELETED_AFTER_DAYS_OFF, hasNoClients } from '../../../domain/catalog.ts'
import { PowerOn } from '../../../features/service-actions/powered-off.tsx'
import { stateWord } from '../../../features/services/service-status.tsx'
import { lookup } from '../../../lib/lookup.ts'
import { Note } from '../../../ui/notice.tsx'

interface Reason {
  readonly id: string
  readonly text: string
}

/** Why there is nothing to connect to, by state. */
const BY_STATE: Record<string, Reason> = {
  POWEROFF: {
    id: 'powered-off',
    text: `The service is powered off, so it has no endpoint now. Host and port appear here once it runs again. Aiven deletes a service that stays off for ${String(DELETED_AFTER_DAYS_OFF)} days.`,
  },
  REBUILDING: {
    id: 'being-built',
    text: 'The service is being built. Host, port and users appear here once it has an endpoint.',
  },
}

const reasonOf = ({ service_type, state, problems }: Service): Reason => {
  if (problems.length > 0) return { id: 'unread', text: 'No endpoint of this service could be read; see above.' }
  if (state !== 'POWEROFF' && hasNoClients(service_type)) {
    return { id: 'no-clients', text: 'MirrorMaker connects to other services; clients don’t connect to it.' }
  }
  const text = `The API lists no endpoint for this service (state: ${stateWord(state)}).`
  return lookup(BY_STATE, state ?? '') ?? { id: 'no-endpoint', text }
}

/** Says why a service has no endpoint to connect to. */
export const NoEndpoint = ({ service }: { service: Service }) => {
  const { id, text } = reasonOf(service)
  return (
    <Note testId={id} actions={service.state === 'POWEROFF' && <PowerOn />}>
      {text} The CA certificate is already available: it belongs to the project.
    </Note>
  )
}
