/** Finds variables whose settings the code changes later, in ways that aren't followed: what they hold is then left open. */
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
  // A map in another one that says more of TLS: `dict(a, sslmode=…)`, `{...a, ssl}`, `{**a, …}`.
  String.raw`(?:\bdict \(|[{(] (?:\. ?\. ?\.|\* ?\*)) (${NAME}) ,[^(){}]{0,200}?(?:\w*(?:ssl|tls|verif|reject)\w* ?[:=,}]|(?<=, ): |(?<=, )(?:\. ?\. ?\.|\* ?\*) ?\w)`,
  // What a condition changes, and a section that is read into an object: `a && (b.c = d)`, `.Bind(a)`.
  String.raw`(?:&&|\|\||\?) \( (${NAME}) = (?!=)`,
  String.raw`\. Bind \( (\w+) \)`,
  // SQLAlchemy's addresses.
  String.raw`${CHAIN} \. (?:difference_)?update_query\w{0,10} \(`,
  // A map that is made of another's entries, and what a function makes of one: `{… for … in a.items() …}`, `**f(a)`, `new Pool(f(a))`.
  String.raw`[{[(] (?:[^{}()[\]=;]|\([^()]{0,80}\)){0,120}\bfor [^{}=;]{0,80} in (${NAME}) (?:\. items \( \) )?(?!:)`,
  String.raw`(?:\* ?\* ?|\. ?\. ?\. ?|\bnew \w+ \( )(?:\w+ \. ){0,3}\w+ \( (${NAME}) [,)]`,
  // A method by another name.
  String.raw`= (${NAME}) \. (?:update|setdefault|pop|clear) (?![(])`,
  // The name of a setting that a call makes.
  String.raw`${CHAIN} \[ [^=[\]]{0,80}\( [^=]{0,80}\] = (?!=)`,
].map((source) => new RegExp(source, 'g'))

/** Addresses that are taken apart: `a.searchParams.set(…)`, `a.RawQuery = …`. */
const ADDRESSES = [
  String.raw`${CHAIN} \. (?:searchParams|query_pairs_mut) (?:\. |\( )`,
  String.raw`${CHAIN} \. (?:RawQuery|query|search|Query) = (?!=)`,
].map((source) => new RegExp(source, 'g'))

const METHODS =
  'putAll|putIfAbsent|replace|replaceAll|remove|removeAll|removeIf|keySet|entrySet|clear|load|loadFromXML|merge|' +
  'update(?= \\( (?!\\{|\\w+ = ))|compute|computeIfAbsent|computeIfPresent|popitem|pop|delete_if|keep_if|except|reject|store'
const CALLS = new RegExp(String.raw`${CHAIN} \. (?:${METHODS})\b`, 'g')
/** Java's maps that are made of another one, which may be changed then. */
const COPIED = /\bnew (?:\w{0,30}Map|Properties) (?:< [\w ,.]{0,80}> |<> )?\( (\w+) \)/g
/** The same without an object, in a block that makes one: `apply { putAll(base) }`. */
const OWN_CALLS = /(?<!(?:\.|::|->|\bfun|\bvoid|\bfunction) )\b(?:putAll|putIfAbsent|load) \(/
/** Python's maps of two: `f(a | b)`. */
const PYTHON_STATEMENTS = [new RegExp(String.raw`[(,=] (${NAME}) \| \w`, 'g')]
/** Ruby's, whose other words other objects have too. */
const RUBY_CALLS = new RegExp(String.raw`${CHAIN} \. (?:delete|\w+!)(?= |$)`, 'g')
/** Rust's grammar gives no dot of its own. */
const RUST_CALLS = /(?<![\w$] )\b(\w+) (?:remove|clear) \(/g

/** Methods of a text, or of an address, by which it stays what it is. */
const KEEPS =
  'includes|contains|Contains|match|matches|test|length|len|(?:to|as|into)_\\w+|to[A-Z]\\w*|[sS]tarts\\w*|[eE]nds\\w*|String|trim|strip|clone|' +
  'into|encode|c_str|isEmpty|is_empty|indexOf|equals|hashCode|freeze|render_as_string|get\\w*|unwrap|parse|connect|log|print|format'
/** `a.split(…)`, `a += …`; `str_replace(…, $a)`, `strings.TrimSuffix(a, …)`, `re.sub(…, a)`: what comes of a text isn't the text. */
const REWRITES = [
  String.raw`${CHAIN} \. (?!(?:${KEEPS}) )\w+ \(`,
  String.raw`${CHAIN} (?:\+|\.) ?= `,
  String.raw`${CHAIN} = \1 (?:\+|\.) `,
].map((source) => new RegExp(source, 'g'))
const REWRITING =
  /\b(?:\w*[rR]eplace\w*|sub|gsub|strtr|substr|explode|rtrim|preg_split|strings \. (?:Trim|Split|Cut)\w*) \( ([^()]{0,200}) \)/g
/** `a + "…"`, PHP's `$a . '…'`: another text begins with it. */
const JOINS = [/(?<![\w$.]|\. )([\w$]+) \+ (?![+=])/g, /(?<![\w$])(\$\w+) \. (?!\w)/g]
/** `url.Parse(a)`, `new URL(a)`, `fmt.Sprintf("…", a)`: another address may be made of it. */
const PARSES =
  /\b(?:URL|URI|Uri|url \. [pP]arse|urlparse|urlsplit|make_url|make_dsn|conninfo_to_dict|parse_dsn|[sS]printf|[fF]ormat(?: !)?|concat) \( ([^()]{0,200}) \)/g
/** `f"{a}&…"`, `${a}&…`, PHP's `"$a;…"`, Ruby's `#{a}`: a text begins with it, and goes on. */
const INTERPOLATED = /["'`](?:[$#]?\{)?(\$?\w{1,60})(?:\}(?!["'`])|(?=[;& ])(?<=\$\w{1,60}))/g

/** Rust's grammar gives no dot of its own. */
const RUST_REWRITES = /(?<![\w$] )\b(\w+) (?:replace\w*|trim_\w+|strip_\w+|split\w*|query_pairs_mut|set_\w+) \(/g

/** `tweak(a)`, alone on a line: what a function does with a map that it is handed, if it doesn't only write it out. */
const HANDED =
  /^[ \t]*(?:await )?(?:[\w$]+(?:\.|::|->))*(?!(?:\w*(?:print|log|dump|assert|valid|check)\w*|debug|info|warn|warning|error|trace|puts|echo|inspect|freeze|len|assign|merge|extend)\()(?:[a-z_]\w*)\([ \t]*[&*]*((?:\w+\.)*\$?\w+)[ \t]*(?:,[^()\n]*)?\)[ \t]*;?[ \t\r]*(?:(?:#|\/\/).*)?$/gim

/** Variables that are handed to a function, and used after that. */
const handedIn = (text: string): string[] =>
  [...text.matchAll(HANDED)].flatMap(({ 0: { length }, 1: name = '', index }) =>
    new RegExp(String.raw`(?<![\w$.])${name.replaceAll(/[$.]/g, String.raw`\$&`)}(?!\w)`).test(
      text.slice(index + length),
    )
      ? [name]
      : [],
  )

/** What a class has: in its body, the name stands alone. */
const OF_CLASS = /^(?:[A-Z]\w*|self|cls|this)$/

/** `a.b.c`: of `a`, of `a.b` and of itself; `A.b` of `b` too. */
const withHolders = (name: string): string[] => {
  const parts = name.split(' . ')
  const all = parts.map((_, index) => parts.slice(0, index + 1).join('.'))
  const [owner = '', own] = parts
  return own !== undefined && OF_CLASS.test(owner) ? [...all, own] : all
}

const namesBy = (words: string, signs: readonly RegExp[]): string[] =>
  signs.flatMap((sign) => [...words.matchAll(sign)].map(([, name = '']) => name))

export interface Touched {
  /** By statements: what such a variable is given counts as well. */
  readonly byStatement: ReadonlySet<string>
  /** By calls: another object may have a method of that name. */
  readonly byCall: ReadonlySet<string>
  /** Texts and addresses of which others are made. */
  readonly rewritten: ReadonlySet<string>
}

/** @param words the code's words and signs, without the strings of its text */
export const touchedIn = (words: string, language: string, text: string): Touched => ({
  byStatement: new Set([
    ...namesBy(words, [...STATEMENTS, ...ADDRESSES, ...(language === 'python' ? PYTHON_STATEMENTS : [])]).flatMap(
      (name) => withHolders(name),
    ),
    ...handedIn(text),
  ]),
  byCall: new Set([
    ...(OWN_CALLS.test(words) ? [''] : []),
    ...namesBy(words, [
      CALLS,
      COPIED,
      ...(language === 'ruby' ? [RUBY_CALLS] : language === 'rust' ? [RUST_CALLS] : []),
    ]).map((name) => name.replaceAll(' . ', '.')),
  ]),
  rewritten: new Set([
    ...namesBy(text, [INTERPOLATED]),
    ...namesBy(words, JOINS),
    ...namesBy(words, [REWRITING, PARSES]).flatMap((names) => names.split(' ')),
    ...namesBy(words, [...REWRITES, ...ADDRESSES, ...(language === 'rust' ? [RUST_REWRITES] : [])]).map((name) =>
      name.replaceAll(' . ', '.'),
    ),
  ]),
})
