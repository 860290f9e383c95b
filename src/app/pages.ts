/** Every page with a route. Used for the router, and to check the budget of each page's code. */
import type { PageRoute } from '../features/routing/page-route.ts'
import { caRotationRoute } from '../pages/ca-rotation/route.ts'
import { certificatesRoute } from '../pages/certificates/route.ts'
import { checkRoute } from '../pages/check/route.ts'
import { eventLogRoute } from '../pages/event-log/route.ts'
import { homeRoute } from '../pages/home/route.ts'
import { newServiceRoute } from '../pages/new-service/route.ts'
import { projectsRoute } from '../pages/projects/route.ts'
import { allServicesRoute, serviceListRoute } from '../pages/service-list/route.ts'
import { serviceRoute } from '../pages/service/route.ts'
import { requirementsRoute } from '../pages/tls-requirements/route.ts'

export const PAGES: readonly PageRoute[] = [
  homeRoute,
  projectsRoute,
  allServicesRoute,
  serviceListRoute,
  newServiceRoute,
  serviceRoute,
  eventLogRoute,
  caRotationRoute,
  certificatesRoute,
  checkRoute,
  requirementsRoute,
]
