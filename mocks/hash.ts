/** Numbers that look like chance and stay: the same text always gives the same one. */

/** A whole number from 0 to 2³²-1: FNV-1a, mixed once more so that texts that differ in the end alone lie apart. */
export const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x45d9f3b)
  return (value ^ (value >>> 15)) >>> 0
}

/** A number from 0 to 1, 1 excluded. */
export const share = (text: string): number => hash(text) / 2 ** 32
