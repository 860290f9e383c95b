/** Recognises what templates, formats and shells put into connection strings: settings that the text doesn't show. */
import type { StringPlace } from './finding.ts'

/** What a template, a format or a shell puts in: a text of its own. */
const INSERT = String.raw`(?:\$\{[^}\n]{0,80}\}|#\{[^}\n]{0,80}\}|\{\{[^{}\n]{0,80}\}\}|<%[^%\n]{0,80}%>|\{[^{}\n]{0,80}\}|%[sdv](?!\w)|%\(\w{1,40}\)s|\$\w{1,40}|\{value\})`
/** Keywords with a whole one put in: `host=h %s sslmode=require`. */
const KEYWORDS_IN = new RegExp(String.raw`(?:^|(?<=[\s;]))${INSERT}(?=[\s;]|$)`, 'g')
/** A setting of an address that is put in whole, or something behind its last one. */
const QUERY_IN = new RegExp(String.raw`[?&]${INSERT}(?:[&#]|$)|[?&][\w.-]+=[^&?=\s$%{}#<]+${INSERT}$`)

/** A text of keywords without those that are put in whole; an address as it is. */
export const withoutInserts = (text: string): string =>
  /^\S*:\/\//.test(text) ? text : text.replaceAll(KEYWORDS_IN, '').trim()

/** Whether a text may say more than it shows, of TLS too. */
const hasInserts = (text: string): boolean =>
  /^\S*:\/\//.test(text) ? QUERY_IN.test(text) : withoutInserts(text) !== text.trim()

/** Whether a shell changes the variable of this string: `${NAME/verify-full/require}`. */
const isEdited = ({ document, name }: StringPlace): boolean =>
  name !== '' &&
  document.literals.some(({ literal }) => ['/', '%', '#'].some((sign) => literal.value.includes(`\${${name}${sign}`)))

/** Whether something puts more into this string, or changes it. */
export const isFilledIn = (place: StringPlace): boolean => hasInserts(place.literal.value) || isEdited(place)
