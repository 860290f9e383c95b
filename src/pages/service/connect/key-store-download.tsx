import type { ReactNode } from 'react'

import type { Service } from '../../../api/read.ts'
import type { ServiceUser } from '../../../api/schemas.ts'
import { CodeSnippet } from '../../../components/code-snippet.tsx'
import { clientCommands } from '../../../snippets/commands.ts'
import type { Rendered } from '../../../snippets/guide.ts'
import { FactTable } from '../../../ui/fact-table.tsx'

interface KeyStoreDownloadProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  needs: Rendered['needs']
  /** The CA certificate's row. */
  children: ReactNode
}

/**
 * Key stores for Java clients. The place where the page hands them over; until it makes them itself, it says how avn
 * and keytool do.
 */
export const KeyStoreDownload = ({ project, service, user, needs, children }: KeyStoreDownloadProps) => {
  const [, java] = user ? clientCommands('sh', project, service.service_name, user.username) : []
  const trustStore = needs.find(({ role }) => role === 'truststore')
  return (
    <>
      {needs.some(({ role }) => role === 'keystore') && java ? (
        <>
          <p>{java.what} Its trust store is called client.truststore.jks.</p>
          <CodeSnippet label="command that makes the key stores" text={java.text} />
        </>
      ) : (
        trustStore && (
          <>
            <p>Make the trust store out of ca.pem; keytool asks for a password.</p>
            <CodeSnippet
              label="command that makes the trust store"
              text={`keytool -importcert -noprompt -alias ca -file ca.pem -storetype PKCS12 -keystore ${trustStore.name}`}
            />
          </>
        )
      )}
      <FactTable label="Files to download">{children}</FactTable>
    </>
  )
}
