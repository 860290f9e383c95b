/** Texts that people paste into a search field by mistake, by kind; each contains `S3cret`. */
export const SECRETS: readonly (readonly [what: string, text: string])[] = [
  ['a service URI', 'postgres://avnadmin:S3cret@orders-db.example.com:20984/defaultdb?sslmode=require'],
  ['a URI without a password', 'postgres://S3cret@orders-db.example.com:20984/defaultdb'],
  ["Aiven's own password", 'AVNS_S3cret0123456789'],
  ['a token', 'kT9/S3cret+4vQzB7nLxW2mYpR8sHdJfGcAeUoKi=='],
  ['a header', 'aivenv1 S3cret'],
  ['a JSON web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzS3cret.x'],
  ['a private key', '-----BEGIN PRIVATE KEY----- S3cret -----END PRIVATE KEY-----'],
  ['a certificate', '-----BEGIN CERTIFICATE----- S3cret'],
  ['a private key without armour', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwS3cret'],
  ['a setting', 'ssl.key.password=S3cret'],
  ['words of libpq', 'host=h password=S3cret dbname=d'],
  ['a command', 'mysql -h h -u u -pS3cret'],
  ['a login', 'avnadmin:S3cret@orders-db.example.com'],
]
