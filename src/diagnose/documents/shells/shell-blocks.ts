/** Finds commands of a shell that run only on a condition, and what stands before a command in its line. */
import type { LogicalLine } from '../logical-lines.ts'

/** `$ psql …`, `PS C:\> psql …`, `user@host:~$ psql …`. */
export const PROMPT_SOURCE = String.raw`(?:[$%>#][ \t]+|(?:PS |[A-Z]:\\)[^>\n]*>[ \t]*|\[?[\w.-]{1,40}@[\w.-]{1,60}[^\n$#"'=]{0,80}[$#%][ \t]+|[~\w./-]{1,60} %[ \t]+)?`

/** A command, and the sign before it in its line. */
export interface Command {
  readonly text: string
  readonly start: number
  readonly sign: string | undefined
}

/** Where one command of a line ends and the next one begins, quotes and what follows a backslash aside. */
const BETWEEN =
  /\\[^]|"(?:\\[^]|[^"\\])*"|'[^']*'|(&&|\|\|?|[;&](?=\s|$)|;(?=\$env:)|\{(?=[ \t]*(?:\$env:|\[(?:System\.)?Environment\])))/gi

/** The commands of a line. */
export const commandsOf = ({ text, start }: LogicalLine): Command[] => {
  const commands: Command[] = []
  let from = 0
  let before: string | undefined
  for (const { 1: sign, index } of text.matchAll(BETWEEN)) {
    if (sign === undefined) continue
    commands.push({ text: text.slice(from, index), start: start + from, sign: before })
    from = index + sign.length
    before = sign
  }
  return [...commands, { text: text.slice(from), start: start + from, sign: before }]
}

export interface Placed extends Command {
  /** Whether something decides if it runs, or when. */
  readonly isSometimes: boolean
}

/** `then`, `prod)`, `{`: a command may follow in the same line. */
const LEAD =
  /^[ \t]*(?:(?:then|do|else)(?=[ \t]|$)|[({](?=[ \t])|\((?=export\b|set\b)|@(?=\w)|(?:"[^"\n]{0,40}"|[\w*?.|-]{1,60})\)(?=[ \t]|$))/
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
/** `( export NAME=value; …` of sh: a shell of its own, which may go on in the next commands. */
const SUBSHELL = /^[ \t]*\((?=[ \t]|export\b|set\b)/
const endsSubshell = (text: string): boolean =>
  text.trimEnd().endsWith(')') && text.split(')').length > text.split('(').length
/** A command whose outcome alone is asked for. */
const IS_TEST = /^[ \t]*(?:\[|test\b|!|grep\b|command\b|which\b)/

/** The commands without what leads to them, and whether they run only sometimes. */
export const placeIn = (commands: readonly Command[]): Placed[] => {
  let depth = 0
  let shells = 0
  let before: Placed | undefined
  return commands.map((command, index) => {
    const { sign } = command
    const after = commands[index + 1]?.sign
    // What is at one end of a pipe, or in the background, has a shell of its own.
    const isApart = sign === '|' || after === '|' || after === '&'
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
    const isInShell = shells > 0 || SUBSHELL.test(text)
    if (SUBSHELL.test(text) && !text.includes(')') && !/\([ \t]*\r?$/.test(text)) shells++
    else if (shells > 0 && endsSubshell(text)) shells--
    const isSometimes = depth > 0 || lead !== '' || isChained || isInShell || isApart
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
  /^[ \t]*(?:set[ \t]+-\w|@echo\b|@?rem\b|::|if[ \t]+(?:\[|!|test\b|grep\b|command\b|(?:not[ \t]+)?(?:"|%|exist\b|defined\b)|-)|if[ \t]*\(\$|(?:for|select)[ \t]+\w+[ \t]+in\b|(?:while|until)[ \t]+(?:\[|true\b|:|!|read\b)|case[ \t]+\S+[ \t]+in\b|(?:function[ \t]+)?[\w-]+[ \t]*\([ \t]*\)[ \t]*\{?[ \t]*\r?$|\[\[?[ \t]|export[ \t]+["']?\$|(?:source|\.|eval|readonly|cd|cat|mkdir|chmod|echo)[ \t]+\S|setlocal\b)/i
