/** Whose turn it is, of many projects that must not all be asked at once. */

/** So many are asked again at a time: all of many at once would break the API's limit. */
export const MOST_A_TURN = 40

/** So many that failed, and so many whose answer is old, make a turn where answers hold for long. */
const FEW = 2

export const MOST_A_FEW = 2 * FEW

/** How long ago a project was asked. Times are milliseconds of the epoch, 0 for never. */
export interface Asked {
  readonly project: string
  readonly answeredAt: number
  readonly failedAt: number
}

const hasFailed = ({ answeredAt, failedAt }: Asked): boolean => failedAt > answeredAt

const askedAt = ({ answeredAt, failedAt }: Asked): number => Math.max(answeredAt, failedAt)

const oldest = (asked: readonly Asked[], most: number): string[] =>
  asked
    .toSorted((one, other) => askedAt(one) - askedAt(other))
    .slice(0, most)
    .map(({ project }) => project)

/** A turn of all: those asked longest ago. */
export const nextTurn = (asked: readonly Asked[]): string[] => oldest(asked, MOST_A_TURN)

/**
 * A turn where answers hold for long: a few that failed, and a few whose answer is too old. Neither keeps the others waiting.
 * @param holds how long an answer is good for, in milliseconds
 */
export const nextFew = (asked: readonly Asked[], holds: number, now: number): string[] => {
  const old = asked.filter((one) => !hasFailed(one) && now - one.answeredAt >= holds)
  return [...oldest(asked.filter(hasFailed), FEW), ...oldest(old, FEW)]
}
