import type { ReactNode } from 'react'

import type { Service } from '../../../api/service.ts'
import type { ServiceUser } from '../../../api/service-user.ts'
import { CaCertificateRow } from '../connection/ca-certificate-row.tsx'
import { ClientCredentialRows } from '../connection/client-credential-rows.tsx'
import type { ConnectionFacts, Rendered } from '../../../snippets/guide.ts'
import { trustOf } from '../../../snippets/facts.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { FactTable } from '../../../ui/fact-table.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'

const KeyStoreDownload = onDemand(
  async () => (await import('./key-store-download.tsx')).KeyStoreDownload,
  <Skeleton className="h-24 w-full" />,
)

interface NeededFilesProps {
  project: string
  service: Service
  user: ServiceUser | undefined
  verdict: Verdict
  facts: ConnectionFacts
  needs: Rendered['needs']
  /** Folder of the files, for display. */
  folder: ReactNode
}

/** The files that the client needs, with their buttons; or why it needs none. */
export const NeededFiles = ({ project, service, user, verdict, facts, needs, folder }: NeededFilesProps) => {
  const roles = new Set(needs.map(({ role }) => role))
  const caRow = <CaCertificateRow project={project} service={service.service_name} verdict={verdict} />
  if (needs.length === 0 && !trustOf(verdict).sure) {
    return (
      <>
        <p data-testid="public-ca" className="max-w-prose">
          Your system trusts public CAs already. If the client rejects the server, choose Project CA above.
        </p>
        {verdict.mark === 'unknown' && <FactTable label="Files to download">{caRow}</FactTable>}
      </>
    )
  }
  if (needs.length === 0) {
    return (
      <p data-testid="public-ca" className="max-w-prose">
        The endpoint has a certificate from a public CA, which your system already trusts. The project’s CA didn’t sign
        it: a client that trusts only that one can’t connect.
      </p>
    )
  }
  return (
    <>
      {facts.directory === '' ? (
        <p>Put {needs.length > 1 ? 'them' : 'it'} into the folder in which the client runs.</p>
      ) : (
        <p className="wrap-anywhere">
          Put {needs.length > 1 ? 'them' : 'it'} into {facts.directory}.
        </p>
      )}
      {folder}
      {roles.has('truststore') || roles.has('keystore') ? (
        <KeyStoreDownload project={project} service={service} user={user} facts={facts} needs={needs} />
      ) : (
        <FactTable label="Files to download">
          {roles.has('certificate') && user ? (
            <ClientCredentialRows project={project} service={service.service_name} user={user} facts={facts}>
              {caRow}
            </ClientCredentialRows>
          ) : (
            caRow
          )}
        </FactTable>
      )}
    </>
  )
}
