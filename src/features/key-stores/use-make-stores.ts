import { safeStem } from '../../crypto/files.ts'
import { makeStore, STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { saveFile } from '../../lib/save-file.ts'
import type { ClientMaterial } from '../credentials/client-material.ts'
import { useTask } from '../../ui/use-task.ts'
import { makeZip } from '../../lib/zip.ts'

/** Makes stores and saves them: one as it is, several as one ZIP. */
export const useMakeStores = (project: string, { ca, client }: ClientMaterial) => {
  const { busy, message, failure, run } = useTask<'make'>()
  const make = (kinds: readonly StoreKind[], password: string) =>
    void run('make', async ({ signal }) => {
      const contents = { authorities: ca.certificates.map(({ certificate }) => certificate), client }
      const stores = await Promise.all(
        kinds.map(async (kind) => [STORE_NAMES[kind], await makeStore(kind, contents, password)] as const),
      )
      signal.throwIfAborted()
      const [first] = stores
      if (first && stores.length === 1) {
        saveFile(first[0], first[1], 'application/octet-stream')
      } else {
        const name = `${safeStem(client ? `${client.service}-${client.username}` : project)}-key-stores.zip`
        const secrets = Object.fromEntries(stores.filter(([store]) => store === STORE_NAMES.keyStore))
        const files = Object.fromEntries(stores.filter(([store]) => store !== STORE_NAMES.keyStore))
        saveFile(name, makeZip(files, secrets), 'application/zip')
      }
      const names = stores.map(([name]) => name).join(', ')
      const whose = client ? `access certificate ${client.fingerprints}; ` : ''
      return `Saved ${names}: ${whose}${ca.description}`
    })
  return { busy: busy !== undefined, message, failure: failure?.error, make }
}
