import { useBackend } from '../../api/use-api.ts'

import { archiveName, FILE_NAMES } from '../../crypto/files.ts'
import { loadMaterial, type ClientLogin } from './client-material.ts'
import { useDownloadAll } from './use-download-all.ts'

/** Everything a user's client needs as one ZIP: the CA, and a key and certificate from one answer. */
export const useClientArchive = (project: string, login: ClientLogin, onSaved?: () => void) => {
  const backend = useBackend()
  return useDownloadAll({
    name: archiveName(login.service, login.username),
    onSaved,
    load: async (fresh) => {
      const { ca, client, doubts } = await loadMaterial(backend, project, login, fresh)
      const { certificatePem = '', keyPem = '', fingerprints = '' } = client ?? {}
      const files = { [FILE_NAMES.ca]: ca.text, [FILE_NAMES.certificate]: certificatePem }
      const description = `of ${login.username}, project ${project}, access certificate ${fingerprints}`
      return { files, secrets: { [FILE_NAMES.key]: keyPem }, description, doubts }
    },
  })
}

export type ClientArchive = ReturnType<typeof useClientArchive>
