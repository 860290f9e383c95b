import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { useClientCredentials } from '../../../features/credentials/client-credentials.ts'
import { KeyStores } from '../../../features/key-stores/key-stores.tsx'
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
  return (
    <>
      <p>They are made in this page, with a password that you choose or copy.</p>
      <KeyStores
        project={project}
        login={withKey ? { service: service_name, username, load } : undefined}
        facts={facts}
      />
    </>
  )
}
