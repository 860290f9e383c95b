/** Right-to-left scripts, and characters that set a direction. */
const HAS_DIRECTION =
  /[\u0590-\u08ff\u200e\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/**
 * A name for a sentence that is a plain string: one in a right-to-left script, or with characters that set a direction,
 * is put between U+2068 and U+2069, so that it doesn't reorder the words beside it. In JSX, write `<bdi>` instead.
 */
export const isolated = (name: string): string => (HAS_DIRECTION.test(name) ? `\u2068${name}\u2069` : name)
