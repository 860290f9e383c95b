/** Schema for the fields of one tag. */
import * as v from 'valibot'

import { MAX_OF_TAG, TAG_KEY } from '../../domain/tags.ts'

/** Which keys are valid, as a sentence. */
export const KEY_RULE = 'Start with a letter, then use letters, digits, _ and -. At most 64 characters.'
export const VALUE_RULE = 'Use at most 64 characters.'

export const TAG_SCHEMA = v.object({
  key: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter a key.'), v.regex(TAG_KEY, KEY_RULE)),
  value: v.pipe(v.string(), v.trim(), v.maxLength(MAX_OF_TAG, VALUE_RULE)),
})

export type Tag = v.InferOutput<typeof TAG_SCHEMA>
