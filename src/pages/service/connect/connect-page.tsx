import { useTitle } from '../../../ui/use-title.ts'
import { Connect } from './connect.tsx'
import { useService } from '../use-service.ts'

/** Quick connect: how to connect a client so that it refuses a fake server. */
export const ConnectPage = () => {
  const { project, service } = useService()
  const name = service.service_name
  useTitle(`Quick connect – ${name} – ${project}`)
  return <Connect key={`${project}/${name}`} project={project} service={service} />
}
