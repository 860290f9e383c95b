/** Breaks API answers in ways that are still JSON: seeded, so that every failure can be reproduced. */

/** A pseudo-random generator (mulberry32): numbers from 0 to 1, the same ones for the same seed. */
export const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Unexpected values. */
const ODD: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  0.1,
  '',
  ' ',
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  'javascript:alert(1)',
  '\u202egnp.exe',
  '\u0000',
  '\ud800',
  '__proto__',
  'constructor',
  'toString',
  '../../etc/passwd',
  '-----BEGIN CERTIFICATE-----',
  '<redacted>',
  '2026-02-31T99:99:99Z',
  'x'.repeat(5000),
  [],
  [null],
  [[[]]],
  {},
  { toString: null },
]

type Parent = Record<string, unknown> | unknown[]

/** Every place in a document: its container and key. */
const places = (value: unknown): [Parent, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]): [Parent, string][] => [[value as Parent, key], ...places(inner)])
    : []

const put = (parent: Parent, key: string, value: unknown): void => {
  // Not by assignment, so that `__proto__` becomes a normal field.
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true })
}

const remove = (parent: Parent, key: string): void => {
  if (Array.isArray(parent)) parent.splice(Number(key), 1)
  else Reflect.deleteProperty(parent, key)
}

/**
 * A copy of a JSON document with one to four changes: a value replaced by an odd one or another value of the document, a
 * field or item removed, an item duplicated, a field renamed to another's name.
 */
export const mutate = (document: unknown, random: () => number): unknown => {
  const copy = { root: structuredClone(document) }
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T
  for (let left = 1 + Math.floor(random() * 4); left > 0; left--) {
    const all = places(copy)
    if (all.length === 0) break
    const [parent, key] = pick(all)
    const [otherParent, otherKey] = pick(all)
    const value = structuredClone((parent as Record<string, unknown>)[key])
    const change = random()
    if (change < 0.55) put(parent, key, structuredClone(pick(ODD)))
    else if (change < 0.7) put(parent, key, structuredClone((otherParent as Record<string, unknown>)[otherKey]))
    else if (change < 0.85) remove(parent, key)
    else if (Array.isArray(parent)) parent.push(value)
    else put(parent, Array.isArray(otherParent) ? pick(['__proto__', 'x']) : otherKey, value)
  }
  return copy.root
}
