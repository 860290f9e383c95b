/** What people write around what they paste: sentences and messages, and the blocks between them. */
import type { Range } from '../../lib/ranges.ts'

/** A log, a stack trace or a message: what looks like a setting in it is none. */
export const MESSAGE =
  /^[ \t]*(?:\[?\d{4}-\d\d-\d\d[T ]\d\d:|%\d\||Traceback|Caused by:|Exception in|at [\w.$]+\(|psql: error|ERROR \d|curl: \(\d|Error: |panic:|thread '|\*\* \(|fatal|FATAL|WARN|error:|[\w.]+(?:Exception|Error): )/im

/** Words that sentences have and settings don't. */
const FUNCTION_WORD =
  /^(?:the|a|an|is|are|was|my|our|your|i|i’m|i'm|i’ve|i've|we|it|this|that|these|with|without|from|to|of|in|on|for|and|but|or|so|then|when|if|here|what|why|how|does|don’t|don't|says|get|gets|using|use|works?|der|die|das|ist|und|mit|ich|wir|mein|meine|hier|le|la|les|est|et|avec|je|mon|voici|el|los|es|y|con|mi|yo|aquí|o|os|é|com|meu|eu)$/iu

/** What stands in a sentence and is no word of it: code in backquotes, addresses, what is in quotes or brackets. */
const INSERTED = /`[^`\n]*`|\b[a-z][a-z0-9+.-]*:\/\/\S+|"[^"\n]*"|\([^()\n]*\)/gi
const WORD = /^[\p{L}\p{M}’'-]+[.,:;!?…]*$/u
const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{4}/u
/** Lines of code, lists and comments, whatever words they have. */
const CODE =
  /[{}[\];<>|\\]|^[ \t]*(?:[-*#+@.]|\/[/*]|[A-Z]+ [A-Z]+\b|[\w.-]+[ \t]*[:=][ \t]|from \S+ import\b|(?:import|return|use|using|package|require|include)\b|for \S+ in\b|(?:if\b|with\b.* as\b).*:$)/

/** A line that only names the file of what stands below it: `.env:`, `In config/database.php`. */
const FILE_NAME =
  /^(?:(?:in|my|the|from|file|here(?:[’']s)?|and|this|is|our|inside)[ \t]+){0,4}[`'"*]{0,2}(?:[\w@.-]{1,60}\/){0,8}(?:\.env[\w.-]{0,30}|[\w.-]{1,60}\.(?:env|ya?ml|json|[cm]?[jt]sx?|py|rb|php|exs?|toml|ini|cfg|conf|cnf|properties|sh|xml))[`'"*]{0,2}[ \t]*:?[ \t]*\r?$/i

/** Whether a line is somebody's words: no code, no setting, no command. */
export const isSentence = (line: string): boolean => {
  if (FILE_NAME.test(line)) return true
  const bare = line.replace(INSERTED, ' ')
  if (CODE.test(bare)) return false
  if (IDEOGRAPHS.test(bare)) return true
  const words = bare.split(/\s+/).filter((word) => word !== '')
  const plain = words.filter((word) => WORD.test(word))
  return (
    plain.length >= 3 &&
    plain.length * 3 >= words.length * 2 &&
    plain.some((word) => FUNCTION_WORD.test(word.replace(/[.,:;!?…]+$/, '')))
  )
}

/**
 * The blocks of a post: lines that are neither sentences nor messages, with the empty lines inside them. What is indented
 * below a message belongs to it.
 *
 * @returns in the order of the text, sentences and messages among them; none where the text has neither
 */
export const blocksOf = (text: string): Range[] => {
  const blocks: { start: number; end: number; isWords: boolean }[] = []
  let isInMessage = false
  let at = 0
  for (const line of text.split('\n')) {
    const end = at + line.length
    const isBlank = line.trim() === ''
    isInMessage = MESSAGE.test(line) || (isInMessage && /^[ \t]+\S/.test(line))
    if (!isBlank) {
      const isWords = isInMessage || isSentence(line)
      const last = blocks.at(-1)
      if (last?.isWords === isWords) last.end = end
      else blocks.push({ start: at, end, isWords })
    }
    at = end + 1
  }
  return blocks.some(({ isWords }) => isWords) ? blocks : []
}
