/** Chooses which projects to refresh next, because many must not be requested at once. */

/** Largest batch: refreshing all of many projects at once would exceed the API's rate limit. */
export const MAX_BATCH = 40

/** Number of failed projects, and of projects with an old answer, in a small batch. */
const FEW = 2

export const MAX_SMALL_BATCH = 2 * FEW

/** When a project last answered and last failed, in milliseconds since 1970; 0 for never. */
export interface ProjectTimes {
  readonly project: string
  readonly answeredAt: number
  readonly failedAt: number
}

const hasFailed = ({ answeredAt, failedAt }: ProjectTimes): boolean => failedAt > answeredAt

const lastRequestAt = ({ answeredAt, failedAt }: ProjectTimes): number => Math.max(answeredAt, failedAt)

const oldest = (projects: readonly ProjectTimes[], most: number): string[] =>
  projects
    .toSorted((one, other) => lastRequestAt(one) - lastRequestAt(other))
    .slice(0, most)
    .map(({ project }) => project)

/** The projects whose last request is longest ago. */
export const nextBatch = (projects: readonly ProjectTimes[]): string[] => oldest(projects, MAX_BATCH)

/**
 * For answers that are valid for long: a few projects that failed, and a few whose answer is too old. Neither kind delays the
 * other.
 * @param validFor how long an answer is valid, in milliseconds
 */
export const nextSmallBatch = (projects: readonly ProjectTimes[], validFor: number, now: number): string[] => {
  const old = projects.filter((one) => !hasFailed(one) && now - one.answeredAt >= validFor)
  return [...oldest(projects.filter(hasFailed), FEW), ...oldest(old, FEW)]
}
