/** Kinds of keys by their object identifiers (RFC 3279, 4055, 8410), as certificates and PKCS#8 name them. */
export const KEY_TYPES = {
  '1.2.840.113549.1.1.1': 'RSA',
  '1.2.840.113549.1.1.10': 'RSA-PSS',
  '1.2.840.113549.1.3.1': 'DH',
  '1.2.840.10040.4.1': 'DSA',
  '1.2.840.10046.2.1': 'DH',
  '1.2.840.10045.2.1': 'EC',
  '1.3.101.110': 'X25519',
  '1.3.101.111': 'X448',
  '1.3.101.112': 'Ed25519',
  '1.3.101.113': 'Ed448',
} as const satisfies Record<string, string>

/** `other`: an algorithm that isn't known here. */
export type KeyType = (typeof KEY_TYPES)[keyof typeof KEY_TYPES] | 'other'
