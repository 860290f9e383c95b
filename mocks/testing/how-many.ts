/** How many services the demo has: so that one more of them breaks no test. */
import { demoProjects } from '../data/projects.ts'

const counts = demoProjects().map(({ name, services }) => [name, services.length] as const)

export const IN_DEMO_SHOP = new Map<string, number>(counts).get('demo-shop') ?? 0

export const IN_ALL_PROJECTS = counts.reduce((sum, [, count]) => sum + count, 0)
