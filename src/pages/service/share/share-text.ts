/** Exports of the page: a link, Markdown. Never with a secret. */
import type { Service } from '../../../api/service.ts'
import type { Backend } from '../../../api/use-api.ts'
import { loadCa } from '../../../features/ca-certificate/ca-certificate.ts'
import { paths } from '../../../lib/paths.ts'
import { chooseUser } from '../connection/chosen-user.ts'
import { chooseEndpoint } from '../connection/endpoint-choice.ts'
import { shareLink } from './share-link.ts'

/** The URL to share: on the overview with endpoint and user by name, elsewhere the current page. */
export const linkToShown = (project: string, service: Service, { pathname, search, origin }: Location): string => {
  const params = new URLSearchParams(search)
  if (pathname !== paths.service(project, service.service_name)) {
    // A shared link opens no dialog and no scenario.
    for (const name of ['do', 'scenario']) params.delete(name)
    const rest = params.toString()
    return `${origin}${pathname}${rest && `?${rest}`}`
  }
  const choice = chooseEndpoint(service.service_type, service.components, (name) => params.get(name))
  const { user } = chooseUser(service.users, params.get('user'))
  return shareLink(origin, project, service.service_name, choice, user?.username)
}

/** The service as Markdown, with its CA, or why there is none. */
export const serviceMarkdown = async (
  backend: Backend,
  project: string,
  service: Service,
  url: string,
): Promise<string> => {
  const [{ runbook }, ca] = await Promise.all([
    import('./runbook.ts'),
    loadCa(backend, project, false).then(
      ({ certificates }) => certificates,
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    ),
  ])
  return runbook({ project, service, ca, url, now: new Date() })
}
