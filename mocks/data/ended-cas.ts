import type { MockProject } from './model.ts'

/** As old as a CA that ended 12 days ago. */
const AGE_DAYS = 3662

const withEndedCa = ({ name, organization, cloud, services, readable, authorities }: MockProject): MockProject => ({
  name,
  organization,
  cloud,
  services,
  readable,
  authorities: [{ ...authorities[0], ageDays: AGE_DAYS }],
})

/** The same projects without rotations, each with an expired CA. */
export const withEndedCas = (projects: readonly MockProject[]): MockProject[] => projects.map(withEndedCa)
