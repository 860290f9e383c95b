/** Blocks of shells: which commands run only sometimes, and what stands before a command in its line. */

/** `$ psql …`, `PS C:\> psql …`, `user@host:~$ psql …`. */
export const PROMPT_SOURCE = String.raw`(?:[$%>#][ \t]+|(?:PS |[A-Z]:\\)[^>\n]*>[ \t]*|\[?[\w.-]{1,40}@[\w.-]{1,60}[^\n$#"'=]{0,80}[$#][ \t]+)?`

/** A command, and the sign before it in its line. */
export interface Command {
  readonly text: string
  readonly start: number
  readonly sign: string | undefined
}

export interface Placed extends Command {
  /** Whether something decides if it runs, or when. */
  readonly isSometimes: boolean
}

/** `then`, `prod)`, `{`: a command may follow in the same line. */
const LEAD =
  /^[ \t]*(?:(?:then|do|else)(?=[ \t]|$)|[({](?=[ \t])|@(?=\w)|(?:"[^"\n]{0,40}"|[\w*?.|-]{1,60})\)(?=[ \t]|$))/
/** `if "%A%"=="b" set …` of cmd: the command follows, or a bracket. */
const CMD_IF =
  /^[ \t]*if[ \t]+(?:\/i[ \t]+)?(?:not[ \t]+)?(?:"[^"\n]*"[ \t]*==[ \t]*\S+|[^\s"=]+==\S+|(?:"[^"\n]*"|[^\s"]+)[ \t]+(?:equ|neq|lss|leq|gtr|geq)[ \t]+(?:"[^"\n]*"|[^\s"]+)|exist[ \t]+(?:"[^"\n]*"|\S+)|defined[ \t]+\w+|errorlevel[ \t]+\d+)[ \t]+(?:\((?=[ \t]*\S))?/i
const OPENS =
  /^[ \t]*(?:if|for|foreach|while|until|case|select|switch|try|function)\b|^[ \t]*[\w-]+[ \t]*\([ \t]*\)|[{(][ \t]*\r?$/
const CLOSES = /^[ \t]*(?:(?:fi|esac|done|end)(?=[ \t;]|\r?$)|[})])/
/** How many blocks `$env:NAME = "value" }` of PowerShell ends. */
const endsIn = (text: string): number =>
  text.trimEnd().endsWith('}') && /\$env:/i.test(text)
    ? Math.max(0, text.split('}').length - text.split('{').length)
    : 0
/** `set NAME=value)` of cmd, the same. */
const SET_ENDS = /^[ \t]*set[ \t][^()]*\)\s*$/i
const ELSE = /^[ \t]*[})]?[ \t]*(?:else|elif|elseif|catch|finally)\b/i
/** A command whose outcome alone is asked for. */
const IS_TEST = /^[ \t]*(?:\[|test\b|!|grep\b|command\b|which\b)/

/** The commands without what leads to them, and whether they run only sometimes. */
export const placeIn = (commands: readonly Command[]): Placed[] => {
  let depth = 0
  let before: Placed | undefined
  return commands.map((command) => {
    const { sign } = command
    let { text, start } = command
    const lead = CMD_IF.exec(text)?.[0] ?? ''
    if (CLOSES.test(text)) depth = Math.max(0, depth - 1)
    const isOpening =
      lead === ''
        ? OPENS.test(text) || (ELSE.test(text) && /\{[ \t]*\r?$/.test(text))
        : lead.endsWith('(')
          ? !text.slice(lead.length).includes(')')
          : /^\([ \t]*\r?$/.test(text.slice(lead.length))
    const isChained =
      before !== undefined && (sign === '||' || (sign === '&&' && (before.isSometimes || IS_TEST.test(before.text))))
    const isSometimes = depth > 0 || lead !== '' || isChained
    if (isOpening) depth++
    if (SET_ENDS.test(text)) depth = Math.max(0, depth - 1)
    depth = Math.max(0, depth - endsIn(text))
    start += lead.length
    text = text.slice(lead.length)
    for (let found = LEAD.exec(text); found; found = LEAD.exec(text)) {
      start += found[0].length
      text = text.slice(found[0].length)
    }
    before = { text, start, sign, isSometimes }
    return before
  })
}

/** What begins a script, before the first command of a client. */
export const SCRIPT =
  /^[ \t]*(?:set[ \t]+-\w|@echo\b|@?rem\b|::|if[ \t]+(?:\[|!|test\b|grep\b|command\b|(?:not[ \t]+)?(?:"|%|exist\b|defined\b)|-)|if[ \t]*\(\$|(?:for|select)[ \t]+\w+[ \t]+in\b|(?:while|until)[ \t]+(?:\[|true\b|:|!|read\b)|case[ \t]+\S+[ \t]+in\b|(?:function[ \t]+)?[\w-]+[ \t]*\([ \t]*\)[ \t]*\{?[ \t]*\r?$|\[\[?[ \t]|(?:source|\.|cd|cat|mkdir|chmod|echo)[ \t]+\S|setlocal\b)/i
