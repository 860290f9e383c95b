import { describe, expect, it } from 'vitest'

import { WHOLE } from '../testing/whole-messages.ts'
import { asPrinted } from './as-printed.ts'
import { explainErrors } from './explain.ts'
import { TRANSLATED } from './translated.ts'

const ESCAPE = '\u001B'

/** Long enough to be wrapped, with quotes. */
const MESSAGES: readonly (readonly [id: string, text: string])[] = [
  ['wrong-host', 'server certificate for "db.example.com" does not match host name "10.0.0.1"'],
  ['without-tls', 'FATAL: no pg_hba.conf entry for host "10.0.0.1", user "u", database "d", no encryption'],
  ['no-root-file', 'connection failed: root certificate file "/root/.postgresql/root.crt" does not exist'],
  ['untrusted', 'PKIX path building failed: unable to find valid certification path to requested target'],
  ['untrusted', 'tls: failed to verify certificate: x509: certificate signed by unknown authority'],
]

/** Breaks a text between words. */
const wrap = (text: string, width: number, before: string) =>
  text
    .replaceAll(new RegExp(`(.{1,${String(width)}})(?: |$)`, 'g'), '$1\n')
    .trimEnd()
    .split('\n')
    .map((line) => before + line)
    .join('\n')

const LAYOUTS: readonly (readonly [name: string, write: (text: string) => string])[] = [
  ['colours', (text) => text.replaceAll(/\w+/g, `${ESCAPE}[1;31m$&${ESCAPE}[0m`)],
  ['colours whose escape was lost', (text) => `[0;31m${text}[0m`],
  ['JSON', (text) => JSON.stringify({ level: 'error', msg: text })],
  ['JSON in JSON', (text) => JSON.stringify({ log: JSON.stringify({ msg: text }) })],
  ['HTML', (text) => text.replaceAll('"', '&quot;')],
  ['quotes of a word processor', (text) => text.replaceAll(/"([^"]*)"/g, '“$1”')],
  ['guillemets', (text) => text.replaceAll(/"([^"]*)"/g, '»$1«')],
  ['spaces that do not break', (text) => text.replaceAll(' ', '\u00A0')],
  ['a quoted mail', (text) => wrap(text, 50, '> ')],
  ['a quoted answer', (text) => wrap(text, 40, '>> ')],
  ['a box of Terraform', (text) => `╷\n${wrap(text, 60, '│ ')}\n╵`],
  ['the journal', (text) => `Mar 01 10:00:00 web-1 app[1234]: ${text}`],
  ['Windows', (text) => `Error\r\n${text}\r\n`],
]

describe('asPrinted', () => {
  it.each(LAYOUTS.flatMap(([name, write]) => MESSAGES.map(([id, text]) => [name, id, write(text)] as const)))(
    '%s: %s',
    (_, id, text) => {
      expect(explainErrors(text).map((one) => one.id)).toEqual([id])
    },
  )

  it('leaves alone lines that end where they were meant to', () => {
    const lines = 'Error\n    at a (b.js:1:2)\n> one\n> Two\nshort\nlines'
    expect(asPrinted(lines).split('\n')).toHaveLength(lines.split('\n').length + 1)
    expect(asPrinted('value[main] and list[0]').trim()).toBe('value[main] and list[0]')
  })
})

describe('a whole text', () => {
  it.each(WHOLE)('%s', (text, ...ids) => {
    expect(explainErrors(text).map(({ id }) => id)).toEqual(ids)
  })
})

/** What libpq 15, PostgreSQL 15, glibc 2.36 and pgJDBC 42.7 have in their catalogues; .NET's and Windows' as pasted. */
const IN_OTHER_LANGUAGES: readonly (readonly [id: string, text: string])[] = [
  ['wrong-host', 'Server-Zertifikat für »h« stimmt nicht mit dem Hostnamen »i« überein'],
  ['wrong-host', "le certificat serveur pour « h » ne correspond pas au nom d'hôte « i »"],
  ['wrong-host', 'el certificado de servidor para «h» no coincide con el nombre de servidor «i»'],
  ['wrong-host', 'il certificato per il server "h" non combacia col nome host "i"'],
  ['wrong-host', '"h"のサーバー証明書がホスト名"i"とマッチしません'],
  ['wrong-host', 'серверный сертификат для "h" не соответствует имени сервера "i"'],
  ['wrong-host', '"h"的服务器证书与主机名不匹配"i"'],
  ['wrong-host', 'Der Zielprinzipalname ist falsch. (os error -2146893022)'],
  ['untrusted', 'Die Zertifikatkette wurde von einer nicht vertrauenswürdigen Zertifizierungsstelle ausgestellt.'],
  ['refused', 'No se puede establecer una conexión ya que el equipo de destino denegó expresamente dicha conexión'],
  ['refused', '対象のコンピューターによって拒否されたため、接続できませんでした。'],
  ['login', 'FATAL: autenticação do tipo senha falhou para o usuário "u"'],
  ['no-root-file', 'Root-Zertifikat-Datei »root.crt« existiert nicht'],
  ['no-root-file', "le fichier de certificat racine « root.crt » n'existe pas."],
  ['no-root-file', 'el archivo de certificado raíz «root.crt» no existe'],
  ['no-root-file', 'ルート証明書ファイル"root.crt"が存在しません。'],
  ['without-tls', 'kein pg_hba.conf-Eintrag für Host »h«, Benutzer »u«, Datenbank »d«, keine Verschlüsselung'],
  [
    'without-tls',
    "aucune entrée dans pg_hba.conf pour l'hôte « h », utilisateur « u »,\nbase de données « d », aucun chiffrement",
  ],
  ['not-let-in', 'kein pg_hba.conf-Eintrag für Host »h«, Benutzer »u«, Datenbank »d«, SSL-Verschlüsselung'],
  ['login', 'FATAL:  Passwort-Authentifizierung für Benutzer »u« fehlgeschlagen'],
  ['login', 'ユーザー"u"のパスワード認証に失敗しました'],
  ['no-database', 'FATAL:  Datenbank »d« existiert nicht'],
  ['no-password', 'Der Server verlangt passwortbasierte Authentifizierung, jedoch wurde kein Passwort angegeben.'],
  ['no-pair', 'Zertifikat passt nicht zur privaten Schlüsseldatei »k«: x'],
  ['no-tls', 'Server unterstützt kein SSL, aber SSL wurde verlangt'],
  ['no-tls', 'サーバはSSLをサポートしていません。'],
  ['dns', 'konnte Hostnamen »h« nicht in Adresse übersetzen: Der Name oder der Dienst ist nicht bekannt'],
  ['refused', 'Verbindung zum Server auf »h«, Port 1 fehlgeschlagen: Verbindungsaufbau abgelehnt'],
  ['refused', 'Aucune connexion n’a pu être établie car l’ordinateur cible l’a expressément refusée'],
  ['timeout', 'Die Wartezeit für die Verbindung ist abgelaufen'],
  ['dropped', 'SSL-Verbindung wurde unerwartet geschlossen'],
  ['not-verified', 'Das Remotezertifikat ist laut Validierungsverfahren ungültig.'],
  ['not-verified', "Le certificat distant n'est pas valide selon la procédure de validation."],
  ['not-verified', 'SSL-Fehler: certificate verify failed'],
]

describe('other languages', () => {
  it.each(IN_OTHER_LANGUAGES)('%s: %s', (id, text) => {
    expect(explainErrors(text).map((one) => one.id)).toEqual([id])
  })

  it('are of every message that is translated', () => {
    const tested = new Set(IN_OTHER_LANGUAGES.map(([id]) => id))
    expect([...TRANSLATED.keys()].filter((id) => !tested.has(id))).toEqual([])
  })
})
