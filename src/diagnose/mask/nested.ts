/** Secrets whose name stands a level above them, or behind them: `password: {value: …}`, `value: …, name: PASSWORD`. */
import { QUOTED, SECRET_NAME, SECRET_WORD } from './named.ts'
import { groupRanges, type Range } from '../../lib/ranges.ts'

/** What the value itself is called below its name. */
const INSIDE = '["\']?\\b(?:value|plain(?:text)?|text|literal|content|data|raw|string|default|secret)["\']?'
const EQUALS = '[ \\t]*(?:=>|:=|=|:)[ \\t]*'
const VALUE = `(?:(?:${QUOTED})|([^\\n]+))`

/** What may stand before it in braces, where comments have braces of their own. */
const COMMENTED = '(?:[^{}#/]|/(?!/)|(?:#|//)[^\\n]{0,200}(?=\\n)){0,300}?'

/** `password: {value: …}`, `"password": {"value": …}`, `password = { value = … }`, over lines too. */
const IN_BRACES = new RegExp(
  `(?:${SECRET_WORD})\\\\{0,4}["']?[ \\t]*(?:=>|:=|=|:|,)?[ \\t]*\\{(?:[^{}]{0,300}?|${COMMENTED})${INSIDE}${EQUALS}(?:(?:${QUOTED})|([^\\n}]+))`,
  'dgi',
)
/** YAML: the value is a few lines below, and further in. */
const INDENTED = new RegExp(
  `^[ \\t]*(?:- )?["']?(?:${SECRET_NAME})["']?[ \\t]*:[ \\t]*\\n(?:[ \\t]+[^\\n]{0,300}\\n){0,4}?[ \\t]+(?:- )?${INSIDE}${EQUALS}${VALUE}`,
  'dgim',
)
/** TOML and INI: `[db.password]`, then `value = …`. */
const IN_SECTION = new RegExp(
  `^\\[{1,2}[^\\]\\n]{0,80}?(?:${SECRET_NAME})[^\\]\\n]{0,40}\\]{1,2}[ \\t]*\\n(?:(?!\\[)[^\\n]{0,300}\\n){0,6}?[ \\t]*${INSIDE}${EQUALS}${VALUE}`,
  'dgim',
)
/** `<password><value>…</value></password>`. */
const IN_ELEMENT = new RegExp(
  `<(?:[\\w:-]{1,20}:)?(?:${SECRET_NAME})(?:\\s[^<>]{0,200})?>\\s{0,80}(?:<[^<>/]{1,80}>\\s{0,80}){1,3}(?:<!\\[CDATA\\[)?([^<]*)`,
  'dgi',
)
const NAMED = `["']?(?:name|key|id)["']?${EQUALS}["']?(?:${SECRET_NAME})`
/** A list or an object that doesn't end on its line is no list and no object: a password may begin so. */
const UNCLOSED = '[\\[{][^\\n"\'<>{}\\[\\]]{0,499}'
/** The value first, then its name: in YAML, JSON and attributes of XML. Never from one entry into the next. */
const BEFORE_NAME = new RegExp(
  `\\bvalue["']?${EQUALS}(?:(?:${QUOTED})|([^\\s"'<>{}\\[\\],][^\\n"'<>{}]{0,499}?|${UNCLOSED}?))[ \\t]*,?[ \\t]*\\n?[ \\t]*${NAMED}`,
  'dgi',
)
/** JSON: other entries of the same object may stand between. */
const AMONG_ENTRIES = new RegExp(
  `"value"\\s{0,20}:\\s{0,20}(?:${QUOTED})(?:\\s{0,80},\\s{0,80}"[^"\\n]{1,60}"\\s{0,20}:\\s{0,20}(?:"[^"\\n]{0,200}"|[\\w.+-]{1,40})){1,4}\\s{0,80},\\s{0,80}${NAMED}`,
  'dgi',
)
/** YAML: other entries of the same item may stand between. */
const BETWEEN = '(?:[ \\t]+[^\\s-][^\\n]{0,300}\\n){0,4}?[ \\t]*'
const ABOVE_NAME = new RegExp(
  `^[ \\t]*(?:- +)?["']?value["']?:[ \\t]+(?:(?:${QUOTED})|([^\\s"'{}\\[\\]|>][^\\n]{0,499}|${UNCLOSED}))[ \\t]*\\r?\\n${BETWEEN}${NAMED}`,
  'dgim',
)
const BLOCK_ABOVE_NAME = new RegExp(
  `^[ \\t]*(?:- +)?["']?value["']?:[ \\t]*[|>][-+\\d]*[ \\t]*\\r?\\n((?:[ \\t]+(?![ \\t]|-[ \\t])[^\\n]{0,500}\\n){1,40}?)[ \\t]+${NAMED}`,
  'dgim',
)

/** Where values stand that only the structure around them calls secret. */
export const nestedRanges = (text: string): Range[] =>
  [IN_BRACES, INDENTED, IN_SECTION, IN_ELEMENT, BEFORE_NAME, AMONG_ENTRIES, ABOVE_NAME, BLOCK_ABOVE_NAME].flatMap(
    (pattern) => groupRanges(text, pattern),
  )
