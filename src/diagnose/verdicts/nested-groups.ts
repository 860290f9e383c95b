import type { Group, ParsedDocument } from '../documents/document.ts'

/** The groups in the brackets of another one, or in its values: they are judged with it. */
export const insideOf = ({ groups }: ParsedDocument, { range: own, separator, settings }: Group): Group[] => {
  const places = separator === 'comma' ? [own] : settings.map(({ literal }) => literal.range)
  return groups.filter(
    ({ range }) =>
      range.start !== own.start && places.some((place) => place.start <= range.start && range.end <= place.end),
  )
}
