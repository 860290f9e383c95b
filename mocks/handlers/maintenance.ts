import type { DefaultBodyType, HttpHandler } from 'msw'

import { integrationsOf } from '../data/integrations.ts'
import { requirePower } from '../resource.ts'
import type { Routes } from '../routes.ts'
import { withChange } from '../service-changes.ts'

/** Starting maintenance, and integrations. */
export const maintenanceHandlers = ({ db, inService }: Routes): HttpHandler[] => [
  inService('ServiceMaintenanceStart', 'put', '/maintenance/start', (service, project) => {
    requirePower(service)
    const now = db.now().getTime()
    const { updates: _, ...rest } = service
    const installed = {
      ...rest,
      updatedAt: now,
      ...(project.rotation && { installedUpTo: project.rotation }),
    }
    db.putService(project.name, service.name, () => withChange(installed, 'maintenance', now, db.changeDuration))
    db.addEvent(project.name, {
      service: service.name,
      type: 'service_maintenance_start',
      description: `Started maintenance of service '${service.name}'`,
    })
    return { message: 'started' }
  }),
  inService('ServiceIntegrationList', 'get', '/integration', (service, project) => ({
    service_integrations: integrationsOf(project, service.name) as DefaultBodyType,
  })),
]
