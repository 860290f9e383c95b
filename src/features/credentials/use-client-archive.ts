import { useBackend } from '../../api/use-api.ts'

import { archiveName, FILE_NAMES } from '../../crypto/files.ts'
import { loadCa } from '../ca-certificate/ca-certificate.ts'
import type { ClientLogin } from './client-material.ts'
import { useDownloadAll } from './use-download-all.ts'

/** All that a user's client needs as one ZIP: the CA, and key and certificate as one checked pair. */
export const useClientArchive = (project: string, { service, username, load }: ClientLogin) => {
  const backend = useBackend()
  return useDownloadAll({
    name: archiveName(service, username),
    load: async (fresh) => {
      const [ca, pair] = await Promise.all([loadCa(backend, project, fresh), load(fresh)])
      const files = { [FILE_NAMES.ca]: ca.text, [FILE_NAMES.certificate]: pair.certificatePem }
      const description = `of ${username}, project ${project}, access certificate ${pair.fingerprints}`
      return { files, secrets: { [FILE_NAMES.key]: pair.keyPem }, description }
    },
  })
}

export type ClientArchive = ReturnType<typeof useClientArchive>
