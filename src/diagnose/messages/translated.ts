/**
 * What libpq, PostgreSQL, pgJDBC, glibc, Windows and .NET print in German, French, Spanish, Italian, Japanese, Russian
 * and Chinese, as far as their own catalogues translate it. Most texts of TLS libraries are English everywhere.
 */

/** No entry in pg_hba.conf: with the words for what the connection had. */
const hba = (german: string, french: string, spanish: string, italian: string, japanese: string, russian: string) => [
  `kein pg_hba\\.conf-Eintrag[^\\n]{0,300}${german}`,
  `aucune entrée dans pg_hba\\.conf[^\\n]{0,200}(?:\\n[^\\n]{0,200})?${french}`,
  `no hay una línea en pg_hba\\.conf[^\\n]{0,300}${spanish}`,
  `nessuna voce in pg_hba\\.conf[^\\n]{0,300}${italian}`,
  `pg_hba\\.conf にホスト[^\\n]{0,300}${japanese}`,
  `в pg_hba\\.conf нет записи[^\\n]{0,300}${russian}`,
]

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  'without-tls': hba(
    'keine Verschlüsselung',
    'aucun chiffrement',
    'sin cifrado',
    'nessuna crittografia',
    '暗号化なし',
    'без шифрования',
  ),
  'not-let-in': hba(
    'SSL-Verschlüsselung',
    'chiffrement SSL',
    'cifrado SSL',
    'Crittografia SSL',
    'SSL暗号化',
    'Шифрование SSL',
  ),
  login: [
    'Passwort-Authentifizierung für Benutzer "[^"\\n]{1,200}" fehlgeschlagen',
    'authentification par mot de passe échouée',
    'la autentificación password falló',
    'autenticazione con password fallita',
    'のパスワード認証に失敗しました',
    'не прошёл проверку подлинности \\(по паролю\\)',
    'Password 认证失败',
    'autenticação do tipo senha falhou',
  ],
  'no-database': [
    'Datenbank "[^"\\n]{1,200}" existiert nicht',
    'la base de données " ?[^"\\n]{1,200}" n\'existe pas',
    'no existe la base de datos "',
    'il database "[^"\\n]{1,200}" non esiste',
    'データベース"[^"\\n]{1,200}"は存在しません',
    'база данных "[^"\\n]{1,200}" не существует',
    '数据库 "[^"\\n]{1,200}" 不存在',
  ],
  'no-password': [
    'verlangt passwortbasierte Authentifizierung, jedoch wurde kein Passwort angegeben',
    "a demandé une authentification par mots de passe, mais aucun mot de passe n'a été fourni",
    'requiere autenticación basada en contraseña, pero no se ha provisto ninguna',
  ],
  'no-root-file': [
    'Root-Zertifikat-Datei "[^"\\n]{1,200}" existiert nicht',
    'le fichier de certificat racine " ?[^"\\n]{1,200}" n\'existe pas',
    'el archivo de certificado raíz "[^"\\n]{1,200}" no existe',
    'il file "[^"\\n]{1,200}" del certificato radice non esiste',
    'ルート証明書ファイル"[^"\\n]{1,200}"[がは]存在しません',
    'файл корневых сертификатов "[^"\\n]{1,200}" не существует',
    '根认证文件"[^"\\n]{1,200}"不存在',
  ],
  untrusted: [
    'von einer nicht vertrauenswürdigen Zertifizierungsstelle ausgestellt',
    "fournie par une autorité qui n'est pas approuvée",
    'emitida por una entidad en la que no se confía',
  ],
  'wrong-host': [
    'Server-Zertifikat für "[^"\\n]{1,200}" stimmt nicht mit dem Hostnamen|Der Zielprinzipalname ist falsch',
    'le certificat serveur pour " ?[^"\\n]{1,200}" ne correspond pas au nom d\'hôte',
    'el certificado de servidor para "[^"\\n]{1,200}" no coincide con el nombre de servidor',
    'il certificato per il server "[^"\\n]{1,200}" non combacia col nome host',
    'のサーバー証明書がホスト名"[^"\\n]{1,200}"とマッチしません',
    'серверный сертификат для "[^"\\n]{1,200}" не соответствует имени сервера',
    '的服务器证书与主机名不匹配',
  ],
  'no-pair': [
    'Zertifikat passt nicht zur privaten Schlüsseldatei',
    'le certificat ne correspond pas à la clé privée',
    'el certificado no coincide con la llave privada',
    'il certificato non corrisponde con il file della chiave privata',
    '証明書と秘密鍵ファイル"[^"\\n]{1,200}"が一致しません',
    'сертификат не соответствует файлу закрытого ключа',
    '证书不匹配私钥文件',
  ],
  'not-verified': [
    'Remotezertifikat ist (?:gemäß|laut) (?:dem )?Validierungsverfahren ungültig',
    "certificat distant n'est pas valide selon la procédure de validation",
    'certificado remoto no es válido según el procedimiento de validación',
    'リモート証明書は無効です',
    '远程证书无效',
  ],
  'no-tls': [
    'Server unterstützt (?:kein SSL, aber SSL wurde verlangt|SSL nicht\\.)',
    'le serveur ne supporte pas SSL(?: alors que SSL|\\.)',
    'servidor no soporta SSL',
    'il server non supporta SSL',
    'サーバー?はSSLをサポートしていません',
    'сервер не поддерживает SSL',
    '服务器不支[持援] SSL',
  ],
  dns: [
    'konnte Hostnamen "[^"\\n]{1,200}" nicht in Adresse übersetzen|Der Name oder der Dienst ist nicht bekannt',
    "n'a pas pu traduire le nom d'hôte|Nom ou service inconnu",
    'no se pudo traducir el nombre "[^"\\n]{1,200}" a una dirección|Nombre o servicio desconocido',
    'conversione del nome host "[^"\\n]{1,200}" in indirizzo fallita|Nome o servizio sconosciuto',
    'をアドレスに変換できませんでした|名前またはサービスが不明です',
    'преобразовать имя "[^"\\n]{1,200}" в адрес не удалось|Неизвестное имя или служба',
    '无法解释主机名|未知的名称或服务',
  ],
  refused: [
    'Verbindungsaufbau abgelehnt|da der Zielcomputer die Verbindung verweigerte',
    "Connexion refusée|l'ordinateur cible l'a expressément refusée",
    'Conexión rehusada|denegó expresamente dicha conexión',
    'Connessione rifiutata',
    '接続を拒否されました|への接続が拒絶されました|対象のコンピューターによって拒否された',
    'В соединении отказано|Подсоединение по адресу \\S+ отклонено',
    '拒绝连接',
  ],
  timeout: [
    'Die Wartezeit für die Verbindung ist abgelaufen',
    "Connexion terminée par expiration du délai d'attente",
    'Expiró el tiempo de conexión',
    'Connessione scaduta',
    '接続がタイムアウトしました',
    'Время ожидания соединения истекло',
    '连接超时',
  ],
  dropped: [
    'Server beendete die Verbindung unerwartet|SSL-Verbindung wurde unerwartet geschlossen',
    'la connexion (?:au serveur a été coupée|SSL a été fermée) de façon inattendue',
    'el servidor ha cerrado la conexión inesperadamente|la conexión SSL se ha cerrado inesperadamente',
    'il server ha chiuso la connessione inaspettatamente|la connessione SSL è stata chiusa inaspettatamente',
    'サーバーとの接続が想定外にクローズされました|SSL接続が意図せずにクローズされました',
    'сервер неожиданно закрыл соединение|SSL-соединение было неожиданно закрыто',
    '服务器意外地关闭了联接|SSL连接异常关闭',
  ],
}

/** By the id of the message. */
export const TRANSLATED: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(TEXTS).map(([id, texts]) => [id, new RegExp(texts.join('|'), 'i')]),
)
