/** Characters that nobody sees, or that change how their neighbours are read, as a regular expression's class has them. */
export const INVISIBLE_CHARACTERS = String.raw`\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb`

/**
 * What is invisible, or changes how its neighbours are read: controls (but for those of emoji and scripts that need
 * joiners), marks that turn the direction of text, spaces without width, tags, halves of characters.
 */
const HIDDEN = new RegExp(
  String.raw`[\u0000-\u001f${INVISIBLE_CHARACTERS}]|\udb40[\udc00-\udc7f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]`,
  'g',
)

const name = (character: string): string => {
  const code = character.codePointAt(0) ?? 0
  // Unicode has a picture for each of them.
  if (code < 0x20) return String.fromCharCode(0x2400 + code)
  if (code === 0x7f) return '\u2421'
  return `‹U+${code.toString(16).toUpperCase().padStart(4, '0')}›`
}

/** A text from outside in which nothing is hidden: `\n` is ␊, U+202E is ‹U+202E›. */
export const visibleText = (text: string): string => text.replaceAll(HIDDEN, name)

/** Whether something in a text can't be seen, or changes how its neighbours are read. */
export const hidesSomething = (text: string): boolean => text.search(HIDDEN) !== -1
