import type { DefaultBodyType, HttpHandler } from 'msw'

import { projectAnswer } from '../answers.ts'
import { vpcsOf } from '../data/vpcs.ts'
import { publishedCas } from '../rotation.ts'
import type { Routes } from '../routes.ts'

/** Projects and their CAs. */
export const projectHandlers = ({ db, scenario, pki, ofProjects, inProject }: Routes): HttpHandler[] => [
  ofProjects('ProjectList', 'get', '', () => {
    const names = db.projects().map(({ name }) => name)
    return {
      projects: db.projects().map(projectAnswer),
      project_membership: Object.fromEntries(names.map((name) => [name, 'admin'])),
      project_memberships: Object.fromEntries(names.map((name) => [name, ['admin']])),
    }
  }),
  inProject('ProjectGet', 'get', '', (project) => ({ project: projectAnswer(project) })),
  // Aiven's own client requests this before it creates a service.
  inProject('VpcList', 'get', '/vpcs', ({ name }) => ({
    vpcs: vpcsOf(name).map(({ id, cloud, cidr }) => ({
      project_vpc_id: id,
      cloud_name: cloud,
      network_cidr: cidr,
      state: 'ACTIVE',
      create_time: '2026-02-03T09:30:00Z',
      update_time: '2026-02-03T09:34:00Z',
    })),
  })),
  inProject('ProjectKmsGetCA', 'get', '/kms/ca', async (project, { nth }) => {
    const instead = scenario.caRequest?.(nth)
    if (instead) return instead
    const sender = db.findProject(scenario.caOf) ?? project
    const pem = (await Promise.all(publishedCas(sender).map((ca) => pki.caPem(ca)))).join('')
    return { certificate: (scenario.ca ? scenario.ca(pem, nth) : pem) as DefaultBodyType }
  }),
]
