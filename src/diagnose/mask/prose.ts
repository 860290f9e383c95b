/** Passwords in sentences, prompts and comments: "the password for app is …", "Kennwort: …", "pass …". */
import { groupRanges, type Range } from './ranges.ts'

/** What a password is called in the languages that people ask in; none of them inside a longer word. */
const LATIN =
  'pass|passwords?|passwd|passphrase|pass phrase|passcode|pw|pwd|pin|passwort|kennwort|mot de passe|mdp|contraseña|clave|senha|palavra-passe|wachtwoord|hasło|haslo|lösenord(?:et)?|adgangskode[nt]?|passord(?:et)?|salasana|heslo|jelszó|parola|parolă|şifre|пароль|пароля|κωδικός|mật khẩu'
const PASSWORD = `(?:(?<![\\p{L}\\d_])(?:${LATIN})(?![\\p{L}\\d_])|パスワード|密码|密碼|口令|비밀번호|암호)`
/** Others are made by programs: no plain word is one. */
const OTHER = '(?<![\\p{L}\\d_])(?:secret|token|api[ -]?key|access[ -]?key)(?![\\p{L}\\d_])'

/** "for app", "of the user app", "для app". */
const OWNER =
  '(?:[ \\t]{1,4}(?:for|of|to|für|von|vom|pour|para|de|del|du|da|do|för|dla|для|voor|per)[ \\t]{1,4}[^\\s:=]{1,60}(?:[ \\t]{1,4}[^\\s:=]{1,60}){0,2}?)?'
const IS_WORD =
  '(?:is|was|are|be|ist|lautet|lautete|war|heißt|est|était|es|era|é|è|er|är|on|(?:to[ \\t]{1,4})?jest|becomes|equals|je|это|было|(?:changed|set|reset|rotated|updated|renewed)[ \\t]{1,4}to)(?![\\p{L}\\d_])'
const IS = `(?:['’]s[ \\t]{1,4}|[ \\t]{1,4}${IS_WORD}[ \\t]{1,4}|[ \\t]{0,4}(?:->|=>|→|[:：—–]|は|が|是|为|為|는|은)[ \\t]{0,4}|[ \\t]{1,4}-[ \\t]{1,4})`

/** What is said of a password. */
const SAID =
  'a|an|the|my|your|our|their|its|this|that|what|it|in|on|at|as|by|from|with|and|or|but|for|not|no|none|null|undefined|nil|yes|true|false|ok|okay|fine|good|bad|too|only|never|always|also|again|still|being|been|sent|set|unset|empty|blank|missing|wrong|incorrect|correct|right|invalid|valid|required|needed|optional|expired|encrypted|hashed|masked|hidden|redacted|stored|kept|read|saved|used|using|given|supplied|provided|specified|entered|changed|reset|rotated|rejected|accepted|refused|denied|protected|unknown|different|same|visible|shown|exposed|leaked|stdin|prompt|field|file|hash|policy|manager|store|based|auth\\w*|login|log|check|type|md5|scram\\S*|failed|failure|error|mismatch|phrase|words?|pair|angegeben|fehlgeschlagen|fournie?|échouée?|incluid[ao]|indicad[ao]|must|should|can|cannot|could|will|would|has|have|had|does|do|did|if|when|while|until|here|there|please|first|second|twice|per|via|nicht|kein|falsch|richtig|ungültig|leer|incorrecta|incorrecto|incorrecte|invalide|vide|inválida|неверный|不正确|错误|不正'
const TOKEN = `["'“«\`]?((?!(?:${SAID})(?![\\p{L}\\d_]))(?![-([{<>|&$%]{1,2}(?:\\s|$))(?:[^\\s"'”»\`,;&。、，\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}\\p{Script=Hangul}]|[,;&](?!\\s|$|[a-z][\\w .-]{1,30}=)){3,200})`
/** What no plain word has; or where the sentence ends. */
const ODD = '(?=[^\\s"]{0,200}[\\d#$%^&*!@+=~])'
/** What looks made up, and is no host, path, name of a setting or of a way to log in. */
const MADE_UP =
  '(?<![\\p{L}\\d_./:@=-])(?!(?:scram|sha|tls|ssl|utf|x509|caching_sha2|base64|md5)[\\w.-]{0,30}(?![\\p{L}\\d]))(?![\\w-]{1,60}(?:\\.[\\w-]{1,60})+)(?=[^\\s"]{0,40}[\\p{L}])(?=[^\\s"]{0,40}(?:\\d|[#$%^&*!@+~]\\S))([^\\s"\'`”»,;:()[\\]{}<>=/][^\\s"\'`”»,;]{5,80})'
const LAST = '(?=[^\\s.,;)]{3,200}[.,;)]{0,2}(?:[ \\t]*$|[.,;)][ \\t]))'

const PATTERNS: readonly RegExp[] = [
  new RegExp(`${PASSWORD}${OWNER}${IS}${TOKEN}`, 'dgimu'),
  new RegExp(`${OTHER}${OWNER}${IS}${ODD}${TOKEN}`, 'dgimu'),
  new RegExp(`${PASSWORD}[ \\t]{1,4}(?:${ODD}|${LAST})(?![-(\\[{<>|&:/\\\\.]|[!=]=)${TOKEN}`, 'dgimu'),
  // I set the password to secret; here is the password, secret
  new RegExp(`${PASSWORD}(?![=:"'\\]])[^\\n"'=:{}()<>|]{1,60}?${MADE_UP}`, 'dgimu'),
  new RegExp(
    `${MADE_UP}[ \\t]{1,4}(?:is|was|as|est|es|ist|als)[ \\t]{1,4}[\\p{L}]{2,6}[ \\t]{1,4}${PASSWORD}`,
    'dgimu',
  ),
  /^[ \t]*(?:enter it again|re-?enter|re-?type|repeat|confirm)\b[^:\n]{0,60}:[ \t]{0,9}(\S{1,200})/dgim,
  // I log in with app / secret
  /\b(?:log(?:ged|ging)? ?in|login|sign(?:ed)? ?in|connect(?:ing|ed)?|credentials?|creds|user(?:name)?|account|anmeld\w{0,10}|identifiants?)\b[^\n/]{0,60}?[\w.@-]{2,40} \/ ([^\s/]\S{3,200})/dgi,
  // secret (password)
  /(?<!\S)([^\s(]\S{3,200}) \((?:password|passwd|pw|pass|Passwort|Kennwort|contraseña|mot de passe)\)/dg,
]

/** Where passwords stand in sentences. */
export const proseRanges = (text: string): Range[] => PATTERNS.flatMap((pattern) => groupRanges(text, pattern))
