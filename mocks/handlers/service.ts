import type { DefaultBodyType, HttpHandler } from 'msw'

import type { MockProject } from '../data/model.ts'
import { findService, type Routes } from '../routes.ts'
import { serviceAnswer } from '../service-answer.ts'

/** Services: reading and changing them. */
export const serviceHandlers = ({ scenario, answerContext, inProject }: Routes): HttpHandler[] => {
  const listServices = async (project: MockProject, request: Request): Promise<unknown> => {
    const context = answerContext(request)
    const services = await Promise.all(project.services.map((service) => serviceAnswer(service, project, context)))
    return scenario.services ? scenario.services(services) : services
  }

  /** The service of that name among those that the scenario substitutes. */
  const findSubstitute = async (project: MockProject, name: unknown, request: Request): Promise<unknown> => {
    const listed = scenario.services ? await listServices(project, request) : []
    return (Array.isArray(listed) ? (listed as unknown[]) : []).find(
      (item) => (item as { service_name?: unknown } | null)?.service_name === name,
    )
  }

  return [
    inProject('ServiceList', 'get', '/service', async (project, { request }) => ({
      services: (await listServices(project, request)) as DefaultBodyType,
    })),
    inProject('ServiceGet', 'get', '/service/:service', async (project, { request, params }) => {
      const name = params['service']
      const service =
        (await findSubstitute(project, name, request)) ??
        (await serviceAnswer(findService(project, name), project, answerContext(request)))
      return { service: service as DefaultBodyType }
    }),
  ]
}
