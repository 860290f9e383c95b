/**
 * Building blocks for the schemas of all resources. Schemas name exactly the fields that the console uses, with their API
 * names; others pass through unread. In practice the API sends null where its document says string (it has no
 * `nullable`), so a field is required only if the console can't do without it.
 */
import * as v from 'valibot'

/** Absent and null mean the same to the console. */
export const optional = <T extends v.GenericSchema>(schema: T) =>
  v.optional(v.pipe(v.nullish(schema), v.transform(nullToUndefined)))

/** null and absent mean the same to the console; one of them is enough. */
function nullToUndefined<T>(value: T): Exclude<T, null> | undefined {
  return (value ?? undefined) as Exclude<T, null> | undefined
}

export const text = optional(v.string())

/** For display only: an unexpected value is left out and doesn't lose the item. */
export const shownText = v.fallback(text, undefined)

export const shownNumber = v.fallback(optional(v.number()), undefined)

export const shownFlag = v.fallback(optional(v.boolean()), undefined)

const toMap = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}

/** Any object; anything else becomes an empty one. */
export const FreeObject = v.optional(v.pipe(v.unknown(), v.transform(toMap)), {})

/** A map of texts; numbers among them (a port, say) become text, and the rest is left out. */
export const TextMap = v.pipe(
  FreeObject,
  v.transform((map) => {
    const texts: Record<string, string | undefined> = {}
    for (const [key, value] of Object.entries(map)) {
      if (typeof value === 'string' || typeof value === 'number') texts[key] = String(value)
    }
    return texts
  }),
)

/** A list whose items `readItems` of parse.ts reads one by one, so that a broken item doesn't affect the others. */
export const Items = v.nullish(v.array(v.unknown()), [])

/** A list of anything; anything else counts as an empty one. */
export const Unread = v.fallback(Items, [])
