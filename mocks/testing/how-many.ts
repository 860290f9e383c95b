/** Number of services in the demo, so that adding one breaks no test. */
import { demoProjects } from '../data/projects.ts'

const counts = demoProjects().map(({ name, services }) => [name, services.length] as const)

export const IN_DEMO_SHOP = new Map<string, number>(counts).get('demo-shop') ?? 0

export const IN_ALL_PROJECTS = counts.reduce((sum, [, count]) => sum + count, 0)
