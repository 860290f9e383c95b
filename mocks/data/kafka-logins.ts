import type { MockProject, MockService } from './model.ts'

interface Login {
  readonly name: string
  readonly mechanisms?: Readonly<Record<string, boolean>>
  readonly off?: true
}

/** One Kafka for each unusual login method. */
const LOGINS: readonly Login[] = [
  { name: 'sasl-events' },
  { name: 'plain-events', mechanisms: { plain: true, scram_sha_256: false, scram_sha_512: false } },
  { name: 'sha512-events', mechanisms: { plain: false, scram_sha_256: false, scram_sha_512: true } },
  { name: 'oauth-events', mechanisms: { plain: false, scram_sha_256: false, scram_sha_512: false } },
  { name: 'sleeping-events', off: true },
]

/**
 * Like `events`, including its users with expired certificates, but SASL is the only way to log in.
 * @param project the project of this service and of `events`
 */
const withLogin = (
  events: MockService,
  { name, mechanisms, off }: Login,
  project: string,
  of: string,
): MockService => ({
  ...events,
  name,
  terminationProtection: false,
  ...(off && { state: 'POWEROFF' }),
  components: off
    ? []
    : events.components
        .filter((one) => one.kafka_authentication_method === 'sasl')
        .map((one) => ({ ...one, host: one.host.replace(`events-${of}`, `${name}-${project}`) })),
  userConfig: {
    ...events.userConfig,
    kafka_authentication_methods: { certificate: false, sasl: true },
    ...(mechanisms && { kafka_sasl_mechanisms: mechanisms }),
  },
})

/** The same projects; in each that has services, there is a Kafka for each way to log in, made like the first `events`. */
export const withKafkaLogins = (projects: readonly MockProject[]): readonly MockProject[] => {
  const home = projects.find(({ services }) => services.some(({ name }) => name === 'events'))
  const events = home?.services.find(({ name }) => name === 'events')
  if (!home || !events) return projects
  return projects.map((project) =>
    project.services.length === 0
      ? project
      : {
          ...project,
          services: [...project.services, ...LOGINS.map((login) => withLogin(events, login, project.name, home.name))],
        },
  )
}
