import type { MockProject, MockUser } from './model.ts'

const MANY = 500

const user = (index: number): MockUser => ({
  username: `client-${String(index).padStart(3, '0')}`,
  type: 'normal',
  password: `AVNS_democlient${String(index)}`,
  certificate: {
    key: 'user-b',
    daysLeft: (index * 37) % 820,
    ...(index % 25 === 7 && { daysLeft: 815, oldDaysLeft: 61 }),
  },
})

/** The same projects, in which `events` has hundreds of users: a few of them renewed, expired ones among the rest. */
export const withManyUsers = (projects: readonly MockProject[]): MockProject[] =>
  projects.map((project) => ({
    ...project,
    services: project.services.map((service) =>
      service.name === 'events'
        ? {
            ...service,
            users: [
              ...service.users,
              ...Array.from({ length: MANY - service.users.length }, (_, index) => user(index)),
            ],
          }
        : service,
    ),
  }))
