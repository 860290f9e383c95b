import { safeStem } from '../../crypto/files.ts'
import { makeStore, STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { saveFile } from '../../lib/save-file.ts'
import type { ClientMaterial } from '../credentials/client-material.ts'
import { useTask } from '../../ui/use-task.ts'
import { makeZip } from '../../lib/zip.ts'

/** Makes stores and saves them: one as it is, several as one ZIP. */
export const useMakeStores = (project: string, { ca, client }: ClientMaterial, onMade: () => void) => {
  const { busy, message, failure, run } = useTask<'make'>()
  const make = (kinds: readonly StoreKind[], password: string) =>
    void run('make', async ({ signal }) => {
      const contents = { authorities: ca.certificates.map(({ certificate }) => certificate), client }
      const stores = await Promise.all(
        kinds.map(async (kind) => [STORE_NAMES[kind], await makeStore(kind, contents, password)] as const),
      )
      signal.throwIfAborted()
      onMade()
      const [first] = stores
      const whose = `${client ? `access certificate ${client.fingerprints}; ` : ''}${ca.description}`
      if (first && stores.length === 1) {
        saveFile(first[0], first[1], 'application/octet-stream')
        return `Saved ${first[0]}: ${whose}`
      }
      const name = `${safeStem(client ? `${client.service}-${client.username}` : project)}-key-stores.zip`
      const isSecret = (store: string) => store === STORE_NAMES.keyStore || store === STORE_NAMES.jksKeyStore
      const secrets = Object.fromEntries(stores.filter(([store]) => isSecret(store)))
      const files = Object.fromEntries(stores.filter(([store]) => !isSecret(store)))
      saveFile(name, makeZip(files, secrets), 'application/zip')
      return `Saved ${name}: ${stores.map(([store]) => store).join(', ')}; ${whose}`
    })
  return { busy: busy !== undefined, message, failure: failure?.error, make }
}
