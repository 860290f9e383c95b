/** Files on the client's machine. */
import type { Message } from './message.ts'

export const FILES: readonly Message[] = [
  {
    id: 'empty-trust-store',
    phase: 'local-file',
    signs: [/the trustAnchors parameter must be non-empty/],
    cause:
      'Java opened the trust store and found no certificate: the file is empty, or a PKCS#12 store whose certificates aren’t marked as trusted.',
    fix: 'Create the trust store with keytool -importcert, or with Key stores on the service page. Check the store here to see what’s in it.',
  },
  {
    id: 'store-password',
    phase: 'local-file',
    signs: [
      /(?:keystore|store)\b[^\n]{0,80}password was incorrect|Password verification failed|specified network password is not correct|mac verify (?:failure|error)/i,
      /Get Key failed: Given final block not properly padded/,
    ],
    cause:
      'The password doesn’t open the key store. Older Java versions say the same about a PKCS#12 store whose encryption they don’t know.',
    fix: 'Check the store here with the same password. If it opens, your Java is too old for it: 8u301 and 11.0.12 are the first versions that read current PKCS#12.',
  },
  {
    id: 'store-format',
    phase: 'local-file',
    signs: [
      /Invalid keystore format|Unrecognized keystore format|toDerInputStream rejects tag type|DerInputStream\.getLength/,
    ],
    cause: 'The file isn’t a key store of the configured type, or it’s damaged.',
    fix: 'Check the file here to see what it is. Then set that type: ssl.truststore.type=PEM, PKCS12 or JKS.',
  },
  {
    id: 'store-too-new',
    phase: 'local-file',
    signs: [
      /HmacPBESHA256 not available|PBES2 not available|1\.2\.840\.113549\.1\.5\.1[23] SecretKeyFactory not available/,
    ],
    cause: 'This Java is too old for the encryption of the PKCS#12 store.',
    fix: 'Update Java: 8u301 and 11.0.12 are the first versions that read current PKCS#12. Or use PEM or JKS: the service page has both.',
  },
  {
    id: 'no-store-file',
    phase: 'local-file',
    signs: [
      /(?:FileNotFoundException|NoSuchFileException)[^\n]{0,200}\.(?:jks|p12|pfx|keystore|truststore)\b(?! \((?:Permission denied|Is a directory)\))/,
      /certificate present, but not private key file/,
      /open [^\n:]{1,200}\.(?:key|pfx|p12|jks): (?:no such file|The system cannot find)|ENOENT[^\n]{0,200}\.(?:key|pfx|p12|jks)\b/,
    ],
    cause: 'The client can’t find the key store, trust store or key file it’s told to use.',
    fix: 'Give the full path as the program sees it: in a container, the path inside the container. Only shells expand ~.',
  },
  {
    id: 'key-format',
    phase: 'local-file',
    signs: [
      /Could not read SSL key file|Could not decrypt SSL key file|Could not load the private key[^\n]{0,80}PKCS-?8/,
    ],
    cause:
      'pgJDBC can’t read the private key: it accepts PKCS#8 in DER (.pk8) or PKCS#12, and PEM only in newer versions.',
    fix: 'Check the key here to see its format. openssl pkcs8 -topk8 -nocrypt -outform DER creates the file that pgJDBC reads.',
  },
  {
    id: 'pkcs1-key',
    phase: 'local-file',
    signs: [/algid parse error, not a sequence/],
    cause: 'Java can’t read the private key: it takes PKCS#8 (BEGIN PRIVATE KEY), and this one is in an older form.',
    fix: 'Check the key here to see its format. openssl pkcs8 -topk8 -nocrypt -in old.key -out service.key converts it.',
  },
  {
    id: 'java-stores',
    phase: 'local-file',
    order: 1,
    signs: [
      /Error constructing implementation \(algorithm: Default|problem accessing trust store|Could not load store from/,
    ],
    cause: 'Java can’t open the trust store or the key store that it’s told to use.',
    fix: 'The lines below it that begin with “Caused by” say why. Check the paths, types and passwords of both stores (javax.net.ssl.trustStore and javax.net.ssl.keyStore, or the framework’s own settings).',
  },
  {
    id: 'key-password',
    phase: 'local-file',
    signs: [/private key[^\n]{0,200}\bbad[ _]decrypt\b/i, /UnrecoverableKeyException: Cannot recover key/],
    cause: 'The password doesn’t open the private key.',
    fix: 'Check the key here with the same password. Aiven’s access keys have none: this is your own key, or one that a tool encrypted. In a key store, a key may have a password of its own (ssl.key.password).',
  },
  {
    id: 'bad-decrypt',
    phase: 'local-file',
    order: 1,
    signs: [/\bBAD_DECRYPT\b|(?:routines[^\n]{0,60}:|PRIV key: )bad decrypt/],
    cause: 'Something encrypted can’t be opened with the given password or key. The message doesn’t say what.',
    causes: [
      'The private key: it has a different password.',
      'The program’s own data: a call such as Decipheriv below the message shows that. TLS isn’t involved.',
    ],
    fix: 'If the client was given a key, check it here with the same password. Otherwise look in the lines below the message for what was opened.',
  },
  {
    id: 'old-encryption',
    phase: 'local-file',
    order: 1,
    signs: [/digital envelope routines:[^\n]{0,60}unsupported|ERR_OSSL_EVP_UNSUPPORTED/],
    cause: 'The program asked OpenSSL for encryption or a hash that it doesn’t offer: OpenSSL 3 turns old ones off.',
    causes: [
      'A key store or key uses old encryption: check the file here to see which, and how to convert it.',
      'A build tool uses an old hash: createHash in the lines below shows that. TLS isn’t involved: update the tool.',
    ],
    fix: 'Look at the lines below the message: they name the call that failed.',
  },
  {
    id: 'no-root-file',
    phase: 'local-file',
    follows: ['file-permission', 'is-directory'],
    signs: [
      /root certificate file "[^"]*" does not exist/,
      /Could not open SSL root certificate file/,
      /Could not find a suitable TLS CA certificate bundle|cacertfile[^\n]{0,200}\benoent\b/,
      /load_verify_locations\([^\n]{0,200}\n[\s~^]{0,200}FileNotFoundError|Ignoring extra certs from [^\n]{1,200}No such file/,
      /\bopen [^\n:]{1,200}\.(?:pem|crt|cert|cer): (?:no such file|The system cannot find)/,
      /ENOENT[^\n]{0,200}\.(?:pem|crt|cert|cer)\b|FileNotFoundException[^\n]{0,200}\.(?:pem|crt)\b(?! \((?:Permission denied|Is a directory)\))|No such file or directory[^\n]{0,200}\.(?:pem|crt|cert)\b/,
    ],
    cause: 'Your client is set to verify the server but can’t find the CA file.',
    fix: 'Save the CA certificate from the service page and give its full path (sslrootcert, --cacert, ssl.ca.location).',
  },
  {
    id: 'bad-file',
    phase: 'local-file',
    follows: ['file-permission', 'is-directory', 'no-pair'],
    signs: [
      /PEM routines[^\n]{0,80}(?:no start line|bad base64 decode|bad end line)|PEM_R_NO_START_LINE|\bno[ _]start[ _]line\b/i,
      /could not (?:load|read|open|stat) (?:SSL )?(?:certificate|private key)(?: from)? file/,
      // These say the same of a file that isn't there and of one that is something else.
      /error setting certificate (?:verify locations|file)|SSL_CTX_set_default_verify_paths failed/,
      /could not read root certificate file|couldn't parse pem in ssl|(?:failed loading|no valid certs found) cafile stream/,
      /tls: failed to find (?:any|certificate|PEM block)|`Err` value: NoItemsFound/,
      /ssl\.(?:ca|certificate|key)\.location failed|DECODER routines:[^\n]{0,60}unsupported|[Uu]nable to set (?:private key|local cert chain) file/,
      /Input not an X\.509 certificate|Eingabe kein X\.509-Zertifikat|cadata does not contain a certificate|\[ASN1: [A-Z_]{1,40}\]/,
      /NO_CERTIFICATE_OR_CRL_FOUND|no certificate or crl found|\[SSL\] PEM lib|No matching (?:CERTIFICATE|PRIVATE KEY) entries in PEM/,
      /Error opening a TLS connection: bad certificate format|failed to find any PEM (?:data|certificate)|Missing (?:private key|certificates) or unrecognized format|Missing -----BEGIN |no certificates in input stream|signed fields invalid|No PEM encoded data found|Failed to parse TLS CA PEM certificate|No supported private key|Could not parse certificate|InvalidPem|NoCertificateFound/i,
    ],
    cause: 'The client can’t get a certificate or key out of the file.',
    causes: [
      'The file is empty or contains something else: a web page, a path, a base64 value.',
      'Its lines were changed on the way: line breaks written as \\n, leading spaces, a missing first or last line.',
      'Certificate and key are swapped.',
      'The file isn’t where the client looks for it, or the client isn’t allowed to read it: give its full path.',
    ],
    fix: 'Check the file here to see what’s in it and, if it can be repaired, get a repaired copy.',
  },
  {
    id: 'file-permission',
    phase: 'local-file',
    signs: [
      /Permission denied: '[^'\n]{1,200}\.(?:pem|crt|cert|cer|key|jks|p12|pfx)'|\bEACCES\b[^\n]{0,200}\.(?:pem|crt|cert|cer|key|jks|p12|pfx)\b/,
      /\.(?:pem|crt|cert|cer|key|jks|p12|pfx)"?: permission denied|\.(?:pem|crt|cert|cer|key|jks|p12|pfx) \(Permission denied\)/i,
    ],
    cause: 'The program isn’t allowed to read the file.',
    fix: 'Let the user that the program runs as read it, with chown or chmod. In a container that user is often not root.',
  },
  {
    id: 'is-directory',
    phase: 'local-file',
    signs: [
      /\.(?:pem|crt|cert|cer|key|jks|p12|pfx): is a directory|Is a directory: '[^'\n]{1,200}\.(?:pem|crt|cert|cer|key|jks|p12|pfx)'|\.(?:pem|crt|cert|cer|key|jks|p12|pfx) \(Is a directory\)/i,
    ],
    cause: 'There is a folder where the client expects a file.',
    fix: 'Docker creates a folder where a mounted file is missing on the host: save the file there first, remove the folder, and start the container again.',
  },
  {
    id: 'key-permissions',
    phase: 'local-file',
    signs: [
      /has group or world access|permissions should be u=rw \(0600\)|private key file "[^"\n]{1,200}" has wrong permissions/,
    ],
    cause: 'libpq rejects a private key that other users can read.',
    fix: 'chmod 0600 service.key',
  },
  {
    id: 'pem-password',
    phase: 'local-file',
    signs: [/SSL (?:trust|key) store password cannot be specified (?:for|with) PEM format/],
    cause: 'Kafka’s client doesn’t accept a store password with PEM.',
    fix: 'Remove ssl.truststore.password and ssl.keystore.password. For an encrypted key, set ssl.key.password.',
  },
]
