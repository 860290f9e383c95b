import { useTitle } from '../../../ui/use-title.ts'
import { Connect } from './connect.tsx'
import { useService } from '../use-service.ts'

/** How a client of one's choice connects so that it refuses an impostor. */
export const ConnectPage = () => {
  const { project, service } = useService()
  const name = service.service_name
  useTitle(`Connect – ${name} – ${project}`)
  return <Connect key={`${project}/${name}`} project={project} service={service} />
}
