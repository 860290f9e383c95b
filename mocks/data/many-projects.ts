/** An account of 300 projects with 50 services each, made by repeating a few. */
import type { MockProject, MockService } from './model.ts'

const PROJECTS = 300
const SERVICES = 50
/** One in this many services is a Kafka, whose users have certificates. */
const KAFKA_EVERY = 5

/** Remaining days of user certificates, spread over Aiven's validity period, with a few in each state. */
const daysLeft = (project: number, service: number) => ((project * 131 + service * 57) % 830) - 10

const host = (name: string, project: string) => `${name}-${project}.a.example.com`

const service = (project: string, nth: number, index: number): MockService => {
  const kafka = index % KAFKA_EVERY === 0
  const name = `${kafka ? 'stream' : 'store'}-${String(index + 1).padStart(2, '0')}`
  return {
    name,
    type: kafka ? 'kafka' : 'pg',
    description: kafka ? 'Kafka - High-Throughput Distributed Messaging System' : 'PostgreSQL',
    state: 'RUNNING',
    plan: 'business-4',
    cloud: 'google-europe-west1',
    cloudDescription: 'Europe, Belgium - Google Cloud: Belgium',
    nodes: 3,
    createdDaysAgo: 300,
    components: [
      {
        component: kafka ? 'kafka' : 'pg',
        host: host(name, project),
        port: 20_984,
        route: 'dynamic',
        usage: 'primary',
        ...(kafka && { kafka_authentication_method: 'certificate' as const }),
      },
    ],
    users: kafka
      ? ['avnadmin', 'producer', 'consumer'].map((username, user) => ({
          username,
          type: username === 'avnadmin' ? ('primary' as const) : ('normal' as const),
          password: 'AVNS_demo',
          certificate: { key: 'user-a' as const, daysLeft: daysLeft(nth, index + user * 11) },
        }))
      : [{ username: 'avnadmin', type: 'primary', password: 'AVNS_demo' }],
  }
}

export const manyProjects = (): MockProject[] =>
  Array.from({ length: PROJECTS }, (_, nth) => {
    const name = `team-${String(nth + 1).padStart(3, '0')}`
    let services: MockService[] | undefined
    return {
      name,
      organization: 'Demo organisation',
      cloud: 'google-europe-west1',
      authorities: [{ key: 'project-a', commonName: '5f0c8e1a-9b1d-4c57-8a56-3f6f0f6c2d11 Project CA', ageDays: 890 }],
      // Made on first access: most projects of such an account are never read.
      get services() {
        services ??= Array.from({ length: SERVICES }, (_unused, index) => service(name, nth, index))
        return services
      },
      readable: true,
    }
  })
