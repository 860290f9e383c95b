/** Codes that a sentence names without a program having printed them there: "we see ECONNRESET sometimes". */

const CODE = /\b(?:E[A-Z]{4,14}|[A-Z]{3,20}(?:_[A-Z0-9]{1,20}){1,8})\b(?=[\s,.;?!)]|$)(?![ \t]{1,3}\d)/g
/** What programs write right before a code. */
const PRINTS =
  /(?:\b(?:read|write|connect|getaddrinfo|bind|listen|accept|send|lookup|queryA|spawn|open|error|errno|code|failed)|[:='"`(<[])[ \t]*$/i
/** A log has times, levels and pairs; a sentence has words. */
const LOG = /[{}|=]|\d{1,2}:\d\d|\b(?:INFO|WARN(?:ING)?|ERROR|DEBUG|FATAL|TRACE)\b|\b\w*(?:Error|Exception): /
/** Where code compares with a message, or handles an error of a kind. */
const HANDLED = [
  /(?:[=!]==?\s{0,9}|\bcase\s{1,9}|\.(?:includes|startsWith|indexOf|contains|Contains)\((?:[^"'\n]{0,80},)?\s{0,9})(?:"[^"\n]{1,200}"|'[^'\n]{1,200}')/g,
  /(?:\b(?:catch|except|rescue)|\binstanceof|\bassert(?:Throws|Raises)\w{0,20}|\braises|\btoThrow\w{0,20}|\berrors\.(?:Is|As))\b[^\n:;{]{0,160}/g,
  /^[ \t]*(?:import|from|use|using)[ \t][\w.:$*, \t{}()]{1,200};?[ \t]*$/gm,
]
const WORDS = /(?<![\w.])\p{Ll}{2,}(?![\w.(])/gu
const FEWEST_WORDS = 4

/** The text without the codes that its sentences only name, and without what its code handles. */
export const withoutMentions = (text: string): string =>
  HANDLED.reduce((rest, handled) => rest.replaceAll(handled, ''), text)
    .split('\n')
    .map((line) =>
      LOG.test(line) || (line.match(WORDS)?.length ?? 0) < FEWEST_WORDS
        ? line
        : line.replaceAll(CODE, (code, at: number) => (PRINTS.test(line.slice(Math.max(0, at - 40), at)) ? code : '')),
    )
    .join('\n')
