/** Every guide for every way to connect that it is for, on every system. */
import { loadGuide } from '../guide.ts'
import { ANOTHER_CLIENT, GUIDES } from '../guides.ts'
import { CONNECTIONS, SYSTEMS } from './facts.ts'

export const OFFERED = await Promise.all([...GUIDES, ANOTHER_CLIENT].map(loadGuide))

export const CASES = Object.entries(CONNECTIONS).flatMap(([way, facts]) =>
  OFFERED.filter((guide) => guide.applies(facts)).flatMap((guide) =>
    SYSTEMS.map((system) => ({ name: `${guide.id}, ${way}, ${system}`, guide, facts, system })),
  ),
)
