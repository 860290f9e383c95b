import type { Service } from '../../api/read.ts'
import { stateWord } from '../../features/services/service-status.tsx'
import { known } from '../../lib/known.ts'

/** Why there is nothing to connect to, by state. */
const NO_ENDPOINT: Record<string, string> = {
  POWEROFF: 'The service is powered off, so it has no endpoint now. Host and port appear here once it runs again.',
  REBUILDING: 'The service is being built. Host, port and users appear here once it has an endpoint.',
}

/** Why a service has no endpoint to connect to, as a sentence. */
export const whyNoEndpoint = ({ service_type, state, problems }: Service): string => {
  if (problems.length > 0) return 'No endpoint of this service could be read; see above.'
  if (service_type === 'kafka_mirrormaker')
    return 'MirrorMaker connects to other services; clients do not connect to it.'
  return known(NO_ENDPOINT, state ?? '') ?? `The API names no endpoint of this service (state: ${stateWord(state)}).`
}
