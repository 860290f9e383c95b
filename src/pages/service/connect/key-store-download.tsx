import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { useClientCredentials } from '../../../features/credentials/client-credentials.ts'
import { KeyStoresButton, KeyStoresOutcome } from '../../../features/key-stores/key-stores.tsx'
import { useKeyStores } from '../../../features/key-stores/use-key-stores.ts'
import type { ConnectionFacts, Rendered } from '../../../snippets/guide.ts'

interface KeyStoreDownloadProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  facts: ConnectionFacts
  needs: Rendered['needs']
}

/** Key stores for Java clients, made in the page. */
export const KeyStoreDownload = ({ project, service: { service_name }, user, facts, needs }: KeyStoreDownloadProps) => {
  const username = user?.username ?? ''
  const load = useClientCredentials(project, service_name, username)
  const withKey = needs.some(({ role }) => role === 'keystore')
  const stores = useKeyStores({
    project,
    login: withKey ? { service: service_name, username, load } : undefined,
    facts,
  })
  return (
    <>
      <p>They’re created in your browser, with a password that you choose or copy.</p>
      <KeyStoresButton variant="outline" stores={stores} />
      <KeyStoresOutcome stores={stores} />
    </>
  )
}
