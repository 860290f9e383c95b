/** Which container a text is, and what stands in it. A text with several (prose with code in it) is read in parts. */
import { looksLikeCommand, readCommands } from './shells/command-document.ts'
import type { ParsedDocument } from './document.ts'
import { looksLikeLines, readLines } from './files/lines-document.ts'
import { withoutHeredocs } from './shells/heredocs.ts'
import { looksLikeMakefile, recipesOf } from './shells/makefile.ts'
import type { Range } from '../../lib/ranges.ts'
import { blocksOf, MESSAGE } from './posts.ts'
import { IS_BARE, isKeywords, readProse, unquoted } from './prose-document.ts'
import { shift } from './shift.ts'

/** A variable that is given an address without quotes, as no code is. */
const BARE_ADDRESS = /^[ \t]*(?:export[ \t]+)?[A-Z][A-Z0-9_]*=[a-z][a-z0-9+.:-]*:\/\//m

/** So much of a text tells what it is: whole lines, where it has any. */
const headOf = (text: string): string => {
  if (text.length <= LONGEST_HEAD) return text
  const head = text.slice(0, LONGEST_HEAD)
  return head.includes('\n') ? head.slice(0, head.lastIndexOf('\n')) : head
}
const LONGEST_HEAD = 3000

/** What may begin a file of a program that has a language of its own. */
const FILES =
  /^[ \t]*(?:FROM[ \t]|\[(?:Service|OUTPUT|INPUT|FILTER)\]|server[ \t]+\S+[ \t]+\S)|(?:^|[{;])[ \t]*proxy_(?:pass|ssl)/im

const readSpecial = async (text: string, head: string): Promise<ParsedDocument | undefined> => {
  const proxy = await import('./files/proxy-document.ts')
  if (proxy.looksLikeHaproxy(head)) return proxy.readHaproxy(text)
  if (proxy.looksLikeNginx(head)) return proxy.readNginx(text)
  const fluentBit = await import('./files/fluent-bit-document.ts')
  if (fluentBit.looksLikeFluentBit(head)) return fluentBit.readFluentBit(text)
  const variables = await import('./files/variables-document.ts')
  if (variables.looksLikeUnit(head)) return variables.readUnit(text)
  return variables.looksLikeDockerfile(head) ? variables.readDockerfile(text) : undefined
}

/** @returns undefined for a text whose nesting is too deep for the parser's stack: no settings are nested like that */
const unlessTooDeep = (read: () => ParsedDocument | undefined): ParsedDocument | undefined => {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** An entry that was cut out of a file of JSON. */
const ENTRY = /^"[\w.:-]{1,60}"[ \t]*:[ \t]*[{[]/

/** The one value of settings that ends like a statement. */
const JAAS = /LoginModule required[^\n]*;[ \t]*$/gm

const readPart = async (text: string): Promise<ParsedDocument> => {
  const head = headOf(text)
  const start = head.trimStart()
  if (IS_BARE.test(head) || (isKeywords(unquoted(head)) && !looksLikeCommand(head))) return readProse(text)
  if (/^[ \t]*<(?:match|source)\b/m.test(head)) {
    const { looksLikeFluentd, readFluentd } = await import('./files/fluentd-document.ts')
    if (looksLikeFluentd(head)) return readFluentd(text)
  }
  if (/^[[{]/.test(start) || /^<[\w?!]/.test(start)) {
    const [{ readJson }, { readXml }] = await Promise.all([
      import('./files/json-document.ts'),
      import('./files/xml-document.ts'),
    ])
    const tree = unlessTooDeep(() => readJson(text)) ?? readXml(text)
    if (tree) return tree
  }
  if (ENTRY.test(start)) {
    const { readJson } = await import('./files/json-document.ts')
    const tree = unlessTooDeep(() => readJson(`{${text}}`))
    if (tree && tree.errors === 0) return shift(tree, -1)
  }
  if (FILES.test(head)) {
    const special = await readSpecial(text, head)
    if (special) return special
  }
  if (looksLikeMakefile(head)) {
    const recipes = recipesOf(text)
    if (recipes.split('\n').some((line) => looksLikeCommand(line))) return readCommands(recipes)
  }
  if (looksLikeCommand(head)) return readCommands(text)
  if (MESSAGE.test(head)) return readProse(text)
  const isLines = looksLikeLines(head)
  if (isLines && !/^\s{2,}\S/m.test(head.replace(/\\\r?\n\s*/g, ''))) return readLines(text)
  const { languagesOf, readCode } = await import('./code/code-document.ts')
  // Inside a block of YAML anything may stand.
  const looksLikeYaml =
    /^[ \t]*(?:- )?["']?[\w./-]+["']?:(?:\s|$)/m.test(head) &&
    (/^[ \t]*["']?[\w./-]+["']?:[ \t]*[|>][-+0-9]{0,3}[ \t]*\r?$/m.test(head) ||
      !/^\s*[{[(]|[;{(]\s*$/m.test(head.replace(JAAS, '')))
  if (looksLikeYaml) {
    const { readYaml } = await import('./files/yaml-document.ts')
    const yaml = unlessTooDeep(() => readYaml(text))
    if (
      yaml &&
      yaml.errors === 0 &&
      (yaml.groups.length > 0 || yaml.literals.some(({ literal }) => looksLikeCommand(literal.value)))
    )
      return yaml
  }
  if (isLines) return readLines(text)
  const languages = languagesOf(head)
  if (languages.length === 0) return readProse(text)
  const code = await readCode(text, languages)
  const isNone =
    code.errors > 0 && BARE_ADDRESS.test(text) && !code.literals.some(({ literal }) => /:\/\//.test(literal.value))
  return isNone ? readProse(text) : code
}

/** Code fences of Markdown, and what stands between them. */
const fencesOf = (text: string): { readonly inside: Range[]; readonly between: Range[] } => {
  const inside: Range[] = []
  const between: Range[] = []
  let at = 0
  for (const { 0: whole, 1: inner = '', index } of text.matchAll(/^[ \t]*```[^\n]*\n([\s\S]*?)^[ \t]*```/gm)) {
    const start = index + whole.indexOf('\n') + 1
    inside.push({ start, end: start + inner.length })
    between.push({ start: at, end: index })
    at = index + whole.length
  }
  return { inside, between: [...between, { start: at, end: text.length }] }
}

const paragraphsOf = (text: string): Range[] => {
  const paragraphs: Range[] = []
  let start = 0
  for (const { 0: gap, index } of text.matchAll(/\n[ \t]*\r?\n/g)) {
    paragraphs.push({ start, end: index })
    start = index + gap.length
  }
  return [...paragraphs, { start, end: text.length }]
}

/** A text has few parts; more would be a log. */
const MAX_PARTS = 40

const errorsIn = (documents: readonly ParsedDocument[]): number =>
  documents.reduce((sum, { errors }) => sum + errors, 0)

const readEach = async (
  text: string,
  parts: readonly Range[],
  read: (part: string) => Promise<ParsedDocument[]>,
): Promise<ParsedDocument[]> => {
  const documents: ParsedDocument[] = []
  for (const { start, end } of parts.slice(0, MAX_PARTS)) {
    const part = text.slice(start, end)
    if (part.trim() !== '') documents.push(...(await read(part)).map((document) => shift(document, start)))
  }
  return documents
}

/** A grammar that refuses much of a text has something else before it. */
const MAX_ERRORS = 3
const fits = ({ container, errors }: ParsedDocument): boolean => container !== 'text' && errors <= MAX_ERRORS

/** One document, else one for each paragraph. */
const readBlock = async (text: string): Promise<ParsedDocument[]> => {
  const whole = await readPart(text)
  return fits(whole) || !/\n[ \t]*\r?\n/.test(text)
    ? [whole]
    : readEach(text, paragraphsOf(text), async (part) => [await readPart(part)])
}

/** One document, else what stands between somebody's words. */
const readPost = async (text: string): Promise<ParsedDocument[]> => {
  const whole = await readPart(text)
  const { isGrammar } = await import('./code/code-document.ts')
  const isSure = whole.container !== 'code' || isGrammar(whole.language)
  if (fits(whole) && whole.errors === 0 && isSure) return [whole]
  const blocks = blocksOf(text)
  if (blocks.length < 2) return readBlock(text)
  const documents = await readEach(text, blocks, readBlock)
  return !fits(whole) || errorsIn(documents) < whole.errors || !isSure ? documents : [whole]
}

/** Everything that is set in a text, by container. */
export const readDocuments = async (whole: string): Promise<ParsedDocument[]> => {
  const { rest: text, inside: heredocs } = withoutHeredocs(whole)
  const within = await readEach(whole, heredocs, async (part) => [await readPart(part)])
  const { inside, between } = fencesOf(text)
  const documents =
    inside.length === 0
      ? await readPost(text)
      : [
          ...(await readEach(text, inside, async (part) => [await readPart(part)])),
          ...(await readEach(text, between, readPost)),
        ]
  return [...documents, ...within]
}
