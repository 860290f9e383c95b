import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'

import { nameText } from './text-kinds.ts'

/** Texts that stand where a file's content should. */
const STAND_INS: Readonly<Record<string, string>> = {
  'a pointer of Git LFS': 'version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12\n',
  'Ansible Vault': '$ANSIBLE_VAULT;1.1;AES256\n30313233\n',
  SOPS: 'ca: ENC[AES256_GCM,data:ab,iv:x,tag:y,type:str]\n',
  'a path': '/etc/ssl/certs/ca.pem\n',
  'a path at home': '"~/certs/ca.pem"',
  'a path of Windows': 'C:\\certs\\ca.pem',
  'gzip in base64': gzipSync('a').toString('base64'),
}

describe('nameText', () => {
  it.each(Object.entries(STAND_INS))('names %s', (_, text) => {
    expect(nameText(text)?.tone).toBe('attention')
  })

  it.each(['hello', '/ is the root', 'and/or', 'H4', '// a comment'])('claims nothing of %j', (text) => {
    expect(nameText(text)).toBeUndefined()
  })
})
