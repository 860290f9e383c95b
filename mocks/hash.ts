/** Stable pseudo-random numbers: the same text always gives the same number. */

/** A whole number from 0 to 2³²-1: FNV-1a, mixed once more so that texts that differ only at the end get distant numbers. */
export const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (value ^ (value >>> 15)) >>> 0
}

/** A number from 0 to 1, 1 excluded. */
export const share = (text: string): number => hash(text) / 2 ** 32

/** A number from 0 to 1 for an integer and a seed: for series, where hashing texts would be too slow. */
export const noise = (seed: number, index: number): number => {
  let value = (seed ^ Math.imul(index | 0, 0x9e3779b1) ^ Math.imul(Math.floor(index / 2 ** 32), 0x85ebca6b)) >>> 0
  value = Math.imul(value ^ (value >>> 16), 0x21f0aaad)
  value = Math.imul(value ^ (value >>> 15), 0x735a2d97)
  return ((value ^ (value >>> 15)) >>> 0) / 2 ** 32
}
