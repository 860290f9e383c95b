import { statusOf } from '../../api/errors.ts'
import { serviceList } from '../../api/service.ts'
import { forgetProject, lastProject, rememberProject } from '../../features/projects/last-project.ts'
import type { NamedRoute, PageRoute } from '../../features/routing/page-route.ts'
import { ServiceListPage } from './service-list-page.tsx'

/** The list of one project. Most visits begin here, so its code is in the first file. */
export const serviceListRoute: PageRoute = {
  path: 'project/:project/services',
  page: async () => ServiceListPage,
  loader:
    async () =>
    async ({ api, queryClient }, { project = '' }) => {
      try {
        await queryClient.fetchQuery(serviceList(api, project))
        // The next visit starts in the last opened project; never in one that doesn't exist or isn't visible to this user.
        rememberProject(project)
      } catch (error) {
        if ([403, 404].includes(statusOf(error) ?? 0) && lastProject() === project) forgetProject()
      }
    },
}

export const allServicesRoute: NamedRoute = {
  path: 'services',
  title: 'All services',
  page: async () => (await import('./all-projects/all-services-page.tsx')).AllServicesPage,
}
