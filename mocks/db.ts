/**
 * The mock's state: projects and their services, which writes replace, the event log, and a clock. Changes that take time
 * use no timers: a service records when a change starts and ends, and every read derives the state from that
 * (`lifecycle.ts`).
 */
import type { MockEvent, MockProject, MockService } from './data/model.ts'

export interface Db {
  /** The time of the request that is being answered. */
  readonly now: () => Date
  /** When the mock started. */
  readonly startedAt: Date
  readonly projects: () => readonly MockProject[]
  readonly findProject: (name: unknown) => MockProject | undefined
  /** The project in its initial state. */
  readonly initial: (name: string) => MockProject | undefined
  /** Replaces one service by what `change` makes of it; undefined removes it. */
  readonly putService: (
    project: string,
    service: string,
    change: (service: MockService) => MockService | undefined,
  ) => void
  readonly addService: (project: string, service: MockService) => void
  /** Duration of a change in milliseconds, at the requested speed. */
  readonly changeDuration: (milliseconds: number) => number
  /** A unique number: the same sequence of writes gets the same numbers. */
  readonly nextId: () => number
  /** What was written to the project's event log, oldest first. */
  readonly events: (project: string) => readonly MockEvent[]
  readonly addEvent: (project: string, event: Omit<MockEvent, 'time' | 'id' | 'actor'>) => void
  /** Sets the clock for replayed writes; undefined lets it run. */
  readonly setTime: (time: Date | undefined) => void
}

export interface DbOptions {
  readonly projects: readonly MockProject[]
  readonly clock: () => Date
  /** How many times faster than usual changes are done. */
  readonly speed: number
  /** The user in the event log. */
  readonly actor: string
}

export const createDb = ({ projects: initial, clock, speed, actor }: DbOptions): Db => {
  let projects = initial
  let time: Date | undefined
  let ids = 0
  const logs = new Map<string, MockEvent[]>()
  const startedAt = clock()
  const now = () => time ?? clock()
  const nextId = () => ++ids

  const putServices = (name: string, change: (services: readonly MockService[]) => readonly MockService[]) => {
    projects = projects.map((project) =>
      project.name === name ? { ...project, services: change(project.services) } : project,
    )
  }

  return {
    now,
    startedAt,
    projects: () => projects,
    findProject: (name) => projects.find((project) => project.name === name),
    initial: (name) => initial.find((project) => project.name === name),
    putService: (project, name, change) => {
      putServices(project, (services) =>
        services.flatMap((service) => (service.name === name ? (change(service) ?? []) : service)),
      )
    },
    addService: (project, service) => {
      putServices(project, (services) => [...services, service])
    },
    changeDuration: (milliseconds) => milliseconds / speed,
    nextId,
    events: (project) => logs.get(project) ?? [],
    addEvent: (project, event) => {
      const at = now()
      const id = `e${at.getTime().toString(36)}${String(nextId()).padStart(4, '0')}`
      logs.set(project, [...(logs.get(project) ?? []), { ...event, id, time: at.getTime(), actor }])
    },
    setTime: (to) => {
      time = to
    },
  }
}
