/** Makefiles: their recipes are commands of a shell, a line each. */

const RULE = /^[\w./%$(){}-][\w ./%$(){}-]*:(?![=:])[^\n]*\n(?:\t|[ \t]*\n\t)/m
const OTHER = /^(?:---|#!)|^[ \t]*\w[\w-]*:[ \t]+\S[^\n]*\n(?!\t)[ \t]+\S/m

export const looksLikeMakefile = (head: string): boolean => RULE.test(head) && !OTHER.test(head)

/** A recipe, or a variable that Make hands to every recipe, or a file that it reads. */
const COMMAND = /^(\t[@+-]*|(?=export[ \t]+\w+=|include[ \t]))(.*)$/
/** What else Make hands to its recipes: they get variables that aren't read here. */
const HANDS = /^export\b(?![ \t]+\w+=)/
/** What a line of its own sets is gone with its shell. */
const LOST = /^[ \t]*(?:export|cd|set)\b(?!.*(?:;|&&|\|\||\\[ \t]*\r?$))/

/**
 * The commands of a Makefile, at their own places: everything else is spaces.
 *
 * @returns a text of the same length, with Make's variables as those of a shell
 */
export const recipesOf = (text: string): string => {
  let isContinued = false
  return text
    .split('\n')
    .map((line) => {
      const [, lead = '', command] = isContinued ? [line, '', line] : (COMMAND.exec(line) ?? [])
      const isRecipe = isContinued || line.startsWith('\t')
      isContinued = command !== undefined && /\\[ \t]*\r?$/.test(line)
      if (HANDS.test(line)) return `. x${' '.repeat(line.length)}`.slice(0, line.length)
      if (command === undefined || (isRecipe && LOST.test(command))) return ' '.repeat(line.length)
      return (
        ' '.repeat(lead.length) +
        command
          .replace(/^include(?=[ \t])/, '.      ')
          .replaceAll(/\$\((\w+)\)/g, '${$1}')
          .replaceAll('$$', ' $')
      )
    })
    .join('\n')
}
