/** Tags of a service: the API's rules, and parsing of typed lists. */

/** A letter first, then letters, digits, _ and -, 64 at most. */
export const TAG_KEY = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

/** Characters of a key, and of a value. */
export const MAX_OF_TAG = 64

/** One tag in typed or pasted text. */
export interface TypedTag {
  /** The line as it was typed. */
  readonly typed: string
  readonly key: string
  readonly value: string
  readonly fault?: 'key' | 'value' | 'twice'
}

/** Tags out of lines such as `env: prod`, `env=prod`, or `env` alone. */
export const readTypedTags = (text: string): readonly TypedTag[] => {
  const taken = new Set<string>()
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((typed): TypedTag => {
      const [, key = '', value = ''] = /^([^:=]*)(?:[:=](.*))?$/.exec(typed.trim())?.map((part) => part?.trim()) ?? []
      if (!TAG_KEY.test(key)) return { typed, key, value, fault: 'key' }
      if (value.length > MAX_OF_TAG) return { typed, key, value, fault: 'value' }
      if (taken.has(key)) return { typed, key, value, fault: 'twice' }
      taken.add(key)
      return { typed, key, value }
    })
}
