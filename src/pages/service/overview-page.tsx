import { useTitle } from '../../ui/use-title.ts'
import { ConnectionInformation } from './connection-information.tsx'
import { useService } from './use-service.ts'

export const OverviewPage = () => {
  const { project, service } = useService()
  useTitle(`${service.service_name} – ${project}`)
  return (
    // Another service: whatever was shown, said or kept of the last one goes.
    <ConnectionInformation key={`${project}/${service.service_name}`} project={project} service={service} />
  )
}
