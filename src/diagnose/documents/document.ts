/** A text as what it is: which container, which settings stand in it and where, which strings it holds. */
import type { Range } from '../../lib/ranges.ts'

export type Container =
  | 'text'
  | 'properties'
  | 'ini'
  | 'command'
  | 'yaml'
  | 'json'
  | 'xml'
  | 'code'
  | 'dockerfile'
  | 'unit'
  | 'haproxy'
  | 'nginx'

/** A value as it is written, and how another one would be written in its place. */
export interface Literal {
  /** Decoded: without quotes and escapes. */
  readonly value: string
  /** As it stands in the text, quotes included. */
  readonly range: Range
  /** A text in the form of this place; undefined where that can't be done safely. */
  readonly encode: (value: string) => string | undefined
}

/** One name with its value. */
export interface Setting {
  /** As written, decoded; those of nested maps are joined with dots. */
  readonly name: string
  readonly literal: Literal
  /** The innermost name as it stands in the text; undefined where the name is no token of its own. */
  readonly nameRange: Range | undefined
  /** The whole entry: `"name": "value"`, `props.put("name", "value");`. */
  readonly entry: Range
  /** Whether it stands elsewhere in the text, and is taken from there: YAML's `<<: *base`. */
  readonly isInherited?: boolean
}

/** Settings that belong together: a map, a call, a section, a command. */
export interface Group {
  /** What holds them: the call or type (`new Kafka`, `psycopg2.connect`), the section, the program; may be empty. */
  readonly holder: string
  readonly settings: readonly Setting[]
  /** Arguments without a name. */
  readonly positional: readonly Literal[]
  /** What stands between two entries. */
  readonly separator: 'line' | 'comma' | 'space'
  readonly range: Range
  /** What its container does to it, as a sentence. */
  readonly note?: string | undefined
}

/** What a call gave, or one of Spark's readers and writers: a new one each time, whatever a variable is called. */
export const isMade = (receiver: string): boolean => /\(\)|\.(?:read|write)(?:Stream)?$/.test(receiver)

/** `a.b().option("name", "value").option(…)`: all that is set on one object, in one statement. */
export const isChain = ({ holder, separator }: Group): boolean => separator === 'line' && isMade(holder)

/** One statement of code, and what is around it. */
export interface Statement {
  /** Its words, signs and strings, with a space between them. */
  readonly words: string
  readonly range: Range
  /** The functions that hold it, outermost first, by `name@start`. */
  readonly functions: readonly string[]
  /** Where the conditions begin that decide whether it runs. */
  readonly conditions: readonly number[]
  readonly loops: readonly number[]
  /** Whether it stands in the body of a class itself: what it gives a name is an attribute. */
  readonly isOfClass: boolean
}

export interface ParsedDocument {
  readonly container: Container
  /** Of code: which language its grammar fits; `lexed` where only strings and comments are known. */
  readonly language: string
  readonly groups: readonly Group[]
  /** Every string, with the name that it is given to and the group that holds it. */
  readonly literals: readonly { literal: Literal; name: string; group: Group | undefined }[]
  /** Words outside of strings and comments that tell which client it is: imports, calls, types, programs. */
  readonly words: string
  /** The clients that the sentences around it name, by the names of `clients/named.ts`. */
  readonly said?: { readonly uses: readonly string[]; readonly excludes: readonly string[] }
  /** Of Python: what it does, in its order. */
  readonly statements?: readonly Statement[]
  /** Places that the container's own grammar refuses. */
  readonly errors: number
}

/** A value that stands elsewhere: in a template, in another file. */
export const notShown = ([start, end]: readonly [number, number, ...number[]]): Literal => ({
  value: '${…}',
  range: { start, end },
  encode: () => undefined,
})

/** A literal in quotes of a language whose escapes are backslashes. */
export const backslashed =
  (quote: string) =>
  (value: string): string | undefined =>
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u001f]/.test(value) || (quote !== "'" && value.includes('${'))
      ? undefined
      : `${quote}${value.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`)}${quote}`

/** A piece of the text, and what is to stand in its place. */
export interface Edit {
  readonly range: Range
  readonly text: string
}
