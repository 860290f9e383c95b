import { describe, expect, it } from 'vitest'

import { explainErrors, otherSubjectOf } from './explain.ts'

/** What browsers show, and what Windows and .NET print in other languages, by what it means. */
const SHOWN: Readonly<Record<string, readonly string[]>> = {
  untrusted: [
    'NET::ERR_CERT_AUTHORITY_INVALID',
    'SEC_ERROR_UNKNOWN_ISSUER',
    'Die Zertifikatkette wurde von einer nicht vertrauenswürdigen Zertifizierungsstelle ausgestellt.',
    "La chaîne de certificats a été fournie par une autorité qui n'est pas approuvée.",
    'La cadena de certificación fue emitida por una entidad en la que no se confía.',
    '证书链是由不受信任的颁发机构颁发的。',
    '信頼されていない機関によって証明書チェーンが発行されました。',
    'Цепочка сертификатов выпущена центром сертификации, не имеющим доверия.',
  ],
  'wrong-host': ['SSL_ERROR_BAD_CERT_DOMAIN', 'NET::ERR_CERT_COMMON_NAME_INVALID'],
  expired: ['SEC_ERROR_EXPIRED_CERTIFICATE'],
  dates: ['NET::ERR_CERT_DATE_INVALID'],
  'self-signed': ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT'],
  'not-verified': [
    'Safari can’t verify the identity of the website “h.example.com”.',
    'This website may be impersonating “h.example.com” to steal your personal or financial information.',
    'Das Remotezertifikat wurde laut Validierungsverfahren für ungültig erklärt.',
    'Удаленный сертификат недействителен согласно результатам проверки подлинности.',
    '无法为 SSL/TLS 安全通道建立信任关系',
  ],
  dns: [
    'DNS_PROBE_FINISHED_NXDOMAIN',
    'Hôte inconnu.',
    'Host desconocido.',
    'Этот хост неизвестен.',
    '不知道这样的主机。',
  ],
  refused: ['ERR_CONNECTION_REFUSED', '由于目标计算机积极拒绝，无法连接。'],
  timeout: [
    'ERR_CONNECTION_TIMED_OUT',
    'Ein Verbindungsversuch ist fehlgeschlagen, da die Gegenstelle nach einer bestimmten Zeitspanne nicht richtig reagiert hat',
  ],
  'hung-up': ['ERR_CONNECTION_RESET', 'PR_END_OF_FILE_ERROR', 'PR_CONNECT_RESET_ERROR'],
}
const AROUND: readonly ((shown: string) => string)[] = [
  (shown) => shown,
  (shown) => `Your connection isn’t private\n${shown}`,
  (shown) => `web-1  | 2026-11-30T10:00:00Z ERROR ${shown}`,
  (shown) => `{"time":"2026-11-30T10:00:00Z","level":"error","message":"${shown}"}`,
  (shown) => `My colleague opened the page of our service today and it said ${shown}`,
]

describe('what browsers show, and other languages', () => {
  const rows = Object.entries(SHOWN).flatMap(([id, texts]) =>
    texts.flatMap((shown) => AROUND.map((around) => [around(shown), id] as const)),
  )
  it.each(rows)('%s', (text, id) => {
    expect(explainErrors(text).map((explanation) => explanation.id)).toEqual([id])
  })

  it.each([
    'gpg: keyserver receive failed: No route to host',
    'dirmngr[12]: TLS handshake failed: The certificate is not trusted',
    'Attempting to renew cert (example.com) from /etc/letsencrypt/renewal/example.com.conf produced an unexpected error: certificate verify failed',
    'Detail: 1.2.3.4: Fetching http://example.com/.well-known/acme-challenge/x: Connection refused',
  ])('is about something else: %s', (text) => {
    expect(explainErrors(text)).toEqual([])
    expect(otherSubjectOf(text)).toBeDefined()
  })
})
