/**
 * Makes a thing when it is first asked for, once. For what `Intl` has: its first formatter takes the browser many
 * milliseconds, which a page that is starting has not to give.
 */
export const lazily = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}
