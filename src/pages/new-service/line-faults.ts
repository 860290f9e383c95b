/** Errors in a field of several lines: the first in words, and the number of others. */
import { MAX_ADDRESSES } from '../../domain/allowed-addresses.ts'
import type { TypedTag } from '../../domain/tags.ts'
import { FAULT_WORDS } from '../../features/allowed-addresses/fault-words.ts'
import { KEY_RULE, VALUE_RULE } from '../../features/tags/tag-schema.ts'
import { formatNumber } from '../../lib/format-number.ts'
import { readAddresses, readTags } from './fields.ts'

/** A line, truncated, as part of a sentence. */
const SHOWN = 60
const shown = (typed: string): string => (typed.length > SHOWN ? `${typed.slice(0, SHOWN)}\u2026` : typed)

const oneOf = (faults: readonly string[]): string | undefined => {
  const [first] = faults
  return faults.length > 1 ? `${String(first)} ${formatNumber(faults.length - 1)} more like it.` : first
}

/** A duplicate address does no harm: it is sent once. */
export const addressFault = (text: string): string | undefined => {
  const typed = readAddresses(text)
  if (typed.length > MAX_ADDRESSES)
    return `${formatNumber(typed.length)} addresses: the API takes ${formatNumber(MAX_ADDRESSES)} at most.`
  return oneOf(
    typed.flatMap(({ typed: address, fault, offers }) =>
      fault === undefined || fault === 'duplicate'
        ? []
        : [`${shown(address)} ${FAULT_WORDS[fault]}${offers ? ` Use ${offers.join(' or ')}.` : ''}`],
    ),
  )
}

const TAG_FAULTS: Readonly<Record<NonNullable<TypedTag['fault']>, string>> = {
  key: KEY_RULE,
  value: VALUE_RULE,
  twice: 'The key appears twice.',
}

export const tagFault = (text: string): string | undefined =>
  oneOf(
    readTags(text).flatMap(({ typed, fault }) =>
      fault ? [`\u201C${shown(typed.trim())}\u201D: ${TAG_FAULTS[fault]}`] : [],
    ),
  )
