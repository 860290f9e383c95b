/** Passwords in sentences, prompts and comments: "the password for app is …", "Kennwort: …", "pass …". */
import { groupRanges, type Range } from '../../lib/ranges.ts'

/** What a password is called in the languages that people ask in; none of them inside a longer word. */
const LATIN =
  'pass|pass ?words?|passwd|passphrase|pass phrase|passcode|pw|pwd|pin|passwort|kennwort|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord|hasł[oa]|haslo|lösenord(?:et)?|adgangskode[nt]?|passord(?:et)?|salasana|heslo|jelszó|parola|parolă|şifre\\p{L}{0,4}|парол[ьяюе]|паролем|парола|гасло|лозинк[ау]|lozinka|geslo|slaptažodis|parool|κωδικό[ςυ]?|mật khẩu|kata sandi|पासवर्ड|পাসওয়ার্ড|كلمة (?:المرور|السر)|رمز عبور|ה?סי?סמ[הא]'
const PASSWORD = `(?:(?<![\\p{L}\\d_])(?:${LATIN})(?![\\p{L}\\d_])|パスワード|密码|密碼|口令|비밀번호|암호|รหัสผ่าน)`
/** Others are made by programs: no plain word is one. */
const OTHER = '(?<![\\p{L}\\d_])(?:secret|token|api[ -]?key|access[ -]?key)(?![\\p{L}\\d_])'

/** "for app", "of the user app", "для app". */
const OWNER =
  '(?:[ \\t]{1,4}(?:for|of|to|für|von|vom|до|от|від|pour|para|de|del|du|da|do|för|dla|для|voor|per)[ \\t]{1,4}[^\\s:=]{1,60}(?:[ \\t]{1,4}[^\\s:=]{1,60}){0,2}?)?'
const IS_WORD =
  '(?:is|was|are|be|ist|lautet|lautete|war|heißt|est|était|es|era|é|è|er|är|on|(?:to[ \\t]{1,4})?jest|(?<=has[lł]o[ \\t]{1,4})to|este|becomes|equals|je|это|было|είναι|là|هي|هو|היא|הוא|है|(?:(?:was|been|is|now)[ \\t]{1,4}){0,2}(?:changed|set|reset|rotated|updated|renewed)[ \\t]{1,4}to)(?![\\p{L}\\d_])(?:[ \\t]{1,4}(?:now|currently|jetzt|maintenant|ahora|теперь)(?![\\p{L}\\d_]))?'
const IS = `(?:['’]s[ \\t]{1,4}|(?:,?[ \\t]{1,4}which)?[ \\t]{1,4}${IS_WORD}[ \\t]{1,4}|[ \\t]{0,4}(?:->|=>|→|[:—–]|=(?![=~>])|は|が|是|为|為|는|은)[ \\t]{0,4}|[ \\t]{1,4}-[ \\t]{1,4})`

/** What is said of a password. */
const SAID =
  'a|an|the|new|old|other|another|some|something|any|same|default|der|die|das|dem|den|des|ein|eine|einen|le|la|les|un|une|el|los|il|lo|een|het|de|ett|det|в|на|с|my|your|our|their|its|this|that|what|it|in|on|at|as|by|from|with|and|or|but|for|not|no|none|null|undefined|nil|yes|true|false|ok|okay|fine|good|bad|too|only|never|always|also|again|still|being|been|sent|set|unset|empty|blank|missing|wrong|incorrect|correct|right|invalid|valid|required|needed|optional|expired|encrypted|hashed|masked|hidden|redacted|stored|kept|read|saved|used|using|given|supplied|provided|specified|entered|changed|reset|rotated|rejected|accepted|refused|denied|protected|unknown|different|same|visible|shown|exposed|leaked|stdin|prompt|field|file|hash|policy|manager|store|based|auth\\w*|login|log|check|type|md5|scram\\S*|failed|failure|error|mismatch|phrase|words?|pair|angegeben|fehlgeschlagen|fournie?|échouée?|incluid[ao]|indicad[ao]|must|should|can|cannot|could|will|would|has|have|had|does|do|did|if|when|while|until|here|there|asked|asks|hints?|reuse|prompts?|column|variable|argument|parameter|option|expir\\w*|rotation|protection|based|encryption|verification|validation|authent\\w*|correct[ao]?|refus\\w*|rechaz\\w*|incorrect\\w*|successfully|please|first|second|twice|per|via|nicht|kein|falsch|richtig|ungültig|leer|incorrecta|incorrecto|incorrecte|invalide|vide|inválida|abgelaufen|geändert|nieprawidłow\\p{L}{1,3}|błędn\\p{L}{1,3}|neplatn\\p{L}{1,3}|nesprávn\\p{L}{1,3}|неверный|不正确|错误|不正'
/** "checked by the server": what is done with it. */
const DONE = '\\p{L}{3,20}ed[ \\t]{1,4}(?:by|in|at|from|with|on|during)(?![\\p{L}\\d_])'
const TOKEN = `["'“«\`]?((?!(?:${SAID})(?![\\p{L}\\d_-])|${DONE})(?![-([{<>|&$%]{1,2}(?:\\s|$))(?:[^\\s"'”»\`,;&。、，\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}\\p{Script=Hangul}]|[,;&](?!\\s|$|[a-z][\\w .-]{1,30}=)){3,200})`
/** What no plain word has; or where the sentence ends. */
const ODD = '(?=[^\\s"]{0,200}[\\d#$%^&*!@+=~])'
/** What looks made up, and is no host, path, name of a setting or of a way to log in. */
const MADE_UP =
  '(?<![\\p{L}\\d_./:@=-])(?!(?:scram|sha|tls|ssl|utf|x509|caching_sha2|base64|md5)[\\w.-]{0,30}(?![\\p{L}\\d]))(?![\\w-]{1,60}(?:\\.[\\w-]{1,60})+)(?=[^\\s"]{0,40}[\\p{L}])(?=[^\\s"]{0,40}(?:\\d|[#$%^&*!@+~]\\S))([^\\s"\'`”»,;:()[\\]{}<>=/][^\\s"\'`”»,;]{5,80})'
const LAST = '(?=[^\\s.,;)]{3,200}[.,;)]{0,2}(?:[ \\t]*$|[.,;)][ \\t]))'

/** Somebody sets it to something; what follows is no plain word of the sentence. */
const SETS =
  '(?:set|setting|chang|reset|updat|rotat|renew|gesetzt|setze|geändert|ändere|mis|mettre|chang|modifi|cambi|puse|puesto|pongo|cambi|impost|mud|alter|defini|zmien|zmieni|ustaw|ayarla|değiştir|ingesteld|zet|veranderd|satte|ändra|satt|помен|смен|измен|постав|установ)\\p{L}{0,8}'
const TO = '(?:to|as|auf|à|a|en|in|para|na|op|naar|till|til|на)'
const FROM = '(?:from|von|de|da|van|från|fra|z|с|з)'
const IN_QUOTES = '["\'“`]([^\\s"\'”`]{3,200})["\'”`]'
/** A word of a passphrase. */
const PLAIN = `(?!(?!(?:correct|good|old|new)[ \\t])(?:${SAID})(?![\\p{L}\\d_-]))(?![a-z_]{2,20}[=:])\\S{1,39}[^\\s:]`
/** What goes on in a sentence behind a password. */
const GOES_ON =
  '(?=["\'”’»]?(?:[.,;!?)]{1,2})?(?:[ \\t]*$|[ \\t]{1,4}(?:and|but|or|for|on|at|in|to|with|then|when|twice|again|I|it|und|aber|für|bei|in|auf|komme|et|mais|pour|sur|dans|y|pero|para|en|no|e|ma|mas|per|nel|i|ale|ve|voor|op|maar|en|och|men|för|и|но|а|для|к|я|он|не)(?![\\p{L}\\d_])))'
/** A sentence whose password comes with a verb before it: "we use the password kirschbaum for …". */
const USES =
  '(?<![\\p{L}\\d_])(?:us(?:e|ed|ing)|with|enter(?:ed|ing)?|typ(?:ed?|ing)|tr(?:y|ied)|gave|give|have|has|got|and|mit|benutze|verwende|avec|utilise|con|uso|usando|com|z|met|med|med|puse|poner|постав\\p{L}{1,4}|использу\\p{L}{1,4}|с|и)[ \\t]{1,4}(?:(?:the|a|this|my|our|new|das|dem|ein|le|la|el|o|a|il|het|user|name|login|[\\w.-]{1,40})[ \\t]{1,4}){0,3}'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${PASSWORD}${OWNER}${IS}${TOKEN}`, 'dgimu'),
  new RegExp(`${OTHER}${OWNER}${IS}${ODD}${TOKEN}`, 'dgimu'),
  new RegExp(`${PASSWORD}[ \\t]{1,4}(?:${ODD}|${LAST})(?![-(\\[{<>|&:/\\\\.]|[!=]=)${TOKEN}`, 'dgimu'),
  new RegExp(
    `(?=${PASSWORD})(?<=${SETS}[^\\n.;:]{0,40}?)${PASSWORD}${OWNER}(?:[ \\t]{1,4}\\p{L}{1,12})?[ \\t]{1,4}${TO}[ \\t]{1,4}${TOKEN}`,
    'dgimu',
  ),
  // I changed my password from old to new
  new RegExp(
    `(?=${PASSWORD})(?<=${SETS}[^\\n.;:]{0,40}?)${PASSWORD}${OWNER}[ \\t]{1,4}${FROM}[ \\t]{1,4}${TOKEN}["'”»]?[ \\t]{1,4}${TO}[ \\t]{1,4}${TOKEN}`,
    'dgimu',
  ),
  // the old password was a, the new one is b
  new RegExp(`${PASSWORD}[^\\n]{0,160}?[ \\t](?:one|(?:das|der) neue|le nouveau|la nueva)${IS}${TOKEN}`, 'dgimu'),
  // "a" and "b" as the password
  new RegExp(
    `${IN_QUOTES}(?:,?[ \\t]{1,4}(?:and|or|then|und|oder|et|ou|y|o)[ \\t]{1,4}${IN_QUOTES})?[ \\t]{1,4}(?:as|for|als|comme|como)[ \\t]{1,4}(?:\\p{L}{1,5}[ \\t]{1,4})?${PASSWORD}`,
    'dgimu',
  ),
  // my pw: several words
  new RegExp(
    `^[ \\t>*#-]*(?:(?:my|the|our|mein|das|mon|le|mi|la|db|new)[ \\t]{1,4}){0,2}${PASSWORD}[ \\t]*[:=][ \\t]*(${PLAIN}(?:[ \\t]${PLAIN}){1,7})[ \\t]*$`,
    'dgimu',
  ),
  new RegExp(`${PASSWORD}${OWNER}[^\\n.;:]{0,20}?[ \\t]${TO}[ \\t]{1,4}${TOKEN}["'”»]?[ \\t]{1,4}${SETS}`, 'dgimu'),
  new RegExp(`${PASSWORD}[ \\t]{1,4}${SETS}[ \\t]{1,4}${TO}[ \\t]{1,4}${TOKEN}`, 'dgimu'),
  new RegExp(`(?=${PASSWORD})(?<=${USES})${PASSWORD}[ \\t]{1,4}${TOKEN}${GOES_ON}`, 'dgimu'),
  new RegExp(`şifre\\p{L}{0,4}[ \\t]{1,4}${TOKEN}["'”]?[ \\t]{1,4}olarak`, 'dgimu'),
  // Of Chinese, Japanese and Korean sentences, the word in other letters.
  new RegExp(
    `(?:パスワード|密码|密碼|口令|비밀번호|암호|รหัสผ่าน)[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}]{0,10}[ \\t]?(?![\\w-]{1,60}(?:\\.[\\w-]{1,60})+)${TOKEN}`,
    'dgimu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d_])(?:try|use|enter|typ(?:e|ing)|with|using|tried|used)[ \\t]{1,4}${TOKEN}["'”»]?[ \\t]{1,4}(?:as|for)[ \\t]{1,4}(?:(?:the|a|my|your)[ \\t]{1,4})?${PASSWORD}`,
    'dgimu',
  ),
  new RegExp(`${OTHER}[ \\t]{1,4}${ODD}(?![-(\\[{<>|&:/\\\\.]|[!=]=)(?=[^\\s"]*\\d)${TOKEN}`, 'dgimu'),
  // I set the password to secret; here is the password, secret
  new RegExp(`${PASSWORD}(?![=:"'\\]])[^\\n"'=:{}()<>|]{1,60}?${MADE_UP}`, 'dgimu'),
  new RegExp(
    `${MADE_UP}[ \\t]{1,4}(?:is|was|as|est|es|ist|als)[ \\t]{1,4}[\\p{L}]{2,6}[ \\t]{1,4}${PASSWORD}`,
    'dgimu',
  ),
  // secret (password)
  /(?<!\S)([^\s(]\S{3,200}) \((?:password|passwd|pw|pass|Passwort|Kennwort|contraseña|mot de passe)\)/dg,
]

/** Prompts that ask again, and logins without a word for what they are. */
const WITHOUT_NAME: readonly RegExp[] = [
  /^[ \t]*(?:enter it again|re-?enter|re-?type|repeat|confirm)\b[^:\n]{0,60}:[ \t]{0,9}(\S{1,200})/dgim,
  // I log in with app / secret
  /\b(?:log(?:ged|ging)? ?in|login|sign(?:ed)? ?in|connect(?:ing|ed)?|credentials?|creds|user(?:name)?|account|anmeld\w{0,10}|identifiants?)\b[^\n/]{0,60}?[\w.@-]{2,40} \/ ([^\s/]\S{3,200})/dgi,
]

/** The password is, and below it a word alone, as it is or fenced. */
const BELOW = new RegExp(
  `${PASSWORD}${OWNER}(?:[ \\t]{1,4}${IS_WORD})?[ \\t]{0,4}:?[ \\t]{0,4}\\n(?:[ \\t>]{0,20}(?:\`\`\`\\w{0,20})?[ \\t]{0,4}\\n){1,2}[ \\t>]{0,20}\`?(?!\`)(?!(?:${SAID})(?![\\p{L}\\d_-])|:)([^\\s\`]{4,200})\`?[ \\t]*$`,
  'dgimu',
)

/** A line with one of these words may hold what the patterns look for; all others needn't be searched by each. One of a name and its value is no sentence. */
const LINE = new RegExp(`^(?![\\w.-]{1,100}[=:]\\S*$)(?=[^\\n]*?(?:${PASSWORD}|${OTHER}))[^\\n]+`, 'gimu')

/** Where passwords stand in sentences. */
export const proseRanges = (text: string): Range[] => [
  ...[...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
    PATTERNS.flatMap((pattern) =>
      groupRanges(line, pattern).map(({ start, end }) => ({ start: start + index, end: end + index })),
    ),
  ),
  ...groupRanges(text, BELOW),
  ...WITHOUT_NAME.flatMap((pattern) => groupRanges(text, pattern)),
]
