import { safeStem } from '../../crypto/files.ts'
import { makeStore, STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { saveFile } from '../../lib/save-file.ts'
import type { CodeFile } from '../../snippets/guide.ts'
import type { ClientMaterial } from '../credentials/client-material.ts'
import { useTask } from '../../ui/use-task.ts'
import { makeZip } from '../../lib/zip.ts'

/**
 * Makes and saves stores: a single one as a file, several, or any with settings, as a ZIP.
 * @param onSaved called once the browser has saved them, with whether the ZIP contains the password
 */
export const useMakeStores = (
  project: string,
  { ca, client }: ClientMaterial,
  onSaved: (withPassword: boolean) => void,
) => {
  const { busy, message, failure, run } = useTask<'make'>()
  const make = (kinds: readonly StoreKind[], password: string, settings: CodeFile | undefined) =>
    void run('make', async ({ signal }) => {
      const contents = { authorities: ca.certificates.map(({ certificate }) => certificate), client }
      const stores = await Promise.all(
        kinds.map(async (kind) => [STORE_NAMES[kind], await makeStore(kind, contents, password)] as const),
      )
      signal.throwIfAborted()
      const [first] = stores
      const whose = `${client ? `access certificate ${client.fingerprints}; ` : ''}${ca.description}`
      if (first && stores.length === 1 && !settings) {
        saveFile(first[0], first[1], 'application/octet-stream')
        onSaved(false)
        return `Saved ${first[0]}: ${whose}`
      }
      const name = `${safeStem(client ? `${client.service}-${client.username}` : project)}-key-stores.zip`
      const isSecret = (store: string) => store === STORE_NAMES.keyStore || store === STORE_NAMES.jksKeyStore
      const secrets = {
        ...Object.fromEntries(stores.filter(([store]) => isSecret(store))),
        ...(settings && { [settings.name]: settings.text }),
      }
      const files = Object.fromEntries(stores.filter(([store]) => !isSecret(store)))
      saveFile(name, makeZip(files, secrets), 'application/zip')
      onSaved(settings !== undefined)
      const names = [
        ...stores.map(([store]) => store),
        ...(settings ? [`${settings.name} with the password in it`] : []),
      ]
      return `Saved ${name}: ${names.join(', ')}; ${whose}`
    })
  return { busy: busy !== undefined, message, failure: failure?.error, make }
}
