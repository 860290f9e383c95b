/** Variables whose settings the code changes behind their making, in ways that aren't followed. */
const NAME = String.raw`\$?\w+(?: \. \w+){0,3}`
const CHAIN = String.raw`(?<!\. )(?<![\w$])(${NAME})`

/** `del a[b]`, `delete a.b`, `unset($a[b])`, `delete(*a, b)`; `Object.assign(a.b, …)`; `a |= b`; `a[b][c] = d`; `a = wrap(a)`, `a = {...a}`. */
const STATEMENTS = [
  String.raw`\b(?:del|delete|unset) (?:\( )?(${NAME}) (?:\. \w|\[|\?)`,
  String.raw`\bdelete \( (?:\* )?(\w+) ,`,
  String.raw`\b(?:Object|Reflect|lodash|_) \. (?!get|has|is|map|pick|omit|each|forEach)\w+ \( (${NAME}) ,`,
  String.raw`\b(\w{0,40}[cC]onfig\w*) \. Set \(`,
  String.raw`${CHAIN} \| ?= `,
  String.raw`${CHAIN}(?: \. \w+| \[[^\][=]{0,80}\]){0,4} \[[^\][=]{0,80}\] (?:\. \w+|\[[^\][=]{0,80}\]) = (?!=)`,
  String.raw`(?<!\. )\b(\w+) \. \w+(?: \. \w+){0,3} \[[^\][=]{0,80}\] = (?!=)`,
  String.raw`${CHAIN} = (?:(?:new |await )?(?:\w+ (?:\.|::) ){0,4}\w+ \( (?:\w+ , ){0,3}|[{[(] (?:\. ?\. ?\.|\* ?\*) ?)\1(?! [.([]| \w)(?!\w)`,
  String.raw`${CHAIN} = \1 \| `,
].map((source) => new RegExp(source, 'g'))

/** Addresses that are taken apart: `a.searchParams.set(…)`, `a.RawQuery = …`. */
const ADDRESSES = [
  String.raw`${CHAIN} \. (?:searchParams|query_pairs_mut) (?:\. |\( )`,
  String.raw`${CHAIN} \. (?:RawQuery|query|search|Query) = (?!=)`,
].map((source) => new RegExp(source, 'g'))

const METHODS =
  'putAll|putIfAbsent|replace|replaceAll|replacen|_replace|Replace|sub|gsub|replacingOccurrences|remove|removeAll|removeIf|keySet|entrySet|clear|load|loadFromXML|merge|' +
  'compute|computeIfAbsent|computeIfPresent|popitem|pop|delete_if|keep_if|except|reject|store'
const CALLS = new RegExp(String.raw`${CHAIN} \. (?:${METHODS})\b`, 'g')
/** Ruby's, whose other words other objects have too. */
const RUBY_CALLS = new RegExp(String.raw`${CHAIN} \. (?:delete|\w+!)(?= |$)`, 'g')
/** Rust's grammar gives no dot of its own. */
const RUST_CALLS = /(?<![\w$] )\b(\w+) (?:remove|clear) \(/g

/** `str_replace(…, $a)`, `strings.Replace(a, …)`, `re.sub(…, a)`: what comes of a text isn't the text. */
const REWRITES = /\b(?:\w*[rR]eplace\w*|sub|gsub|strtr) \( ([^()]{0,200}) \)/g

/** `a.b.c`: of `a`, of `a.b` and of itself. */
const withHolders = (name: string): string[] => {
  const parts = name.split(' . ')
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'))
}

const namesBy = (words: string, signs: readonly RegExp[]): string[] =>
  signs.flatMap((sign) => [...words.matchAll(sign)].map(([, name = '']) => name))

export interface Touched {
  /** By statements: what such a variable is given counts as well. */
  readonly byStatement: ReadonlySet<string>
  /** By calls: another object may have a method of that name. */
  readonly byCall: ReadonlySet<string>
}

export const touchedIn = (words: string, language: string): Touched => ({
  byStatement: new Set(namesBy(words, [...STATEMENTS, ...ADDRESSES]).flatMap((name) => withHolders(name))),
  byCall: new Set([
    ...namesBy(words, [REWRITES]).flatMap((names) => names.split(' ')),
    ...namesBy(words, ADDRESSES),
    ...namesBy(words, [CALLS, ...(language === 'ruby' ? [RUBY_CALLS] : language === 'rust' ? [RUST_CALLS] : [])]).map(
      (name) => name.replaceAll(' . ', '.'),
    ),
  ]),
})
