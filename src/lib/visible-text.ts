/** Characters that are invisible, or change how their neighbours are read, for a character class of a regular expression. */
export const INVISIBLE_CHARACTERS = String.raw`\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb`

/**
 * Characters that are invisible, or change how their neighbours are read: controls (except joiners, which emoji and some
 * scripts need), direction marks, zero-width spaces, tags and lone surrogates.
 */
const HIDDEN = new RegExp(
  String.raw`[\u0000-\u001f${INVISIBLE_CHARACTERS}]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
  'g',
)

const name = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  // Unicode has a symbol for each control character.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}

/** A text from outside with invisible characters made visible: `\n` becomes ␊, U+202E becomes ‹U+202E›. */
export const visibleText = (text: string): string => text.replaceAll(HIDDEN, name)

/** Whether a text contains such characters. */
export const hidesSomething = (text: string): boolean => text.search(HIDDEN) !== -1
