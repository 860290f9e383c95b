import type { ReactNode } from 'react'

import type { ServiceUser } from '../../../api/service-user.ts'
import type { Mark } from '../../../domain/verdict.ts'
import { FILE_NAMES } from '../../../crypto/files.ts'
import { clientCommands } from '../../../snippets/commands.ts'
import type { ConnectionFacts } from '../../../snippets/guide.ts'
import { Button } from '../../../ui/button.tsx'
import { FactRow } from '../../../ui/fact-table.tsx'
import { AsCommand } from '../../../features/command-line/as-command.tsx'
import { ArchiveOutcome } from '../../../features/credentials/archive-outcome.tsx'
import { CertificateFacts, Validity } from '../../../features/ca-certificate/certificate-facts.tsx'
import { clientWords, keyWords } from '../../../features/ca-certificate/certificate-words.ts'
import { useClientCredentials, type ClientCredentials } from '../../../features/credentials/client-credentials.ts'
import { FileRow } from '../../../features/files/file-row.tsx'
import { KeyStoresButton, KeyStoresOutcome } from '../../../features/key-stores/key-stores.tsx'
import { useKeyStores } from '../../../features/key-stores/use-key-stores.ts'
import { useClientArchive } from '../../../features/credentials/use-client-archive.ts'
import { useFileActions, type CheckedFile } from '../../../features/files/use-file-actions.ts'

interface ClientCredentialRowsProps {
  project: string
  service: string
  user: ServiceUser
  /** Content beside the marks: the source of "required". */
  why?: ReactNode
  /** Whether the service asks for them at all. */
  mark?: Mark
  /** For the configuration that goes with key stores, where it is known which endpoint they are for. */
  facts?: ConnectionFacts | undefined
  /** The CA certificate's row, where it is there: stands first. */
  children?: ReactNode
}

/** Access Key, Access Certificate, and everything in one go, for one service user. */
export const ClientCredentialRows = ({
  project,
  service,
  user,
  why,
  mark = 'required',
  facts,
  children,
}: ClientCredentialRowsProps) => {
  const { username } = user
  const ends = new Date(user.access_cert_not_valid_after_time ?? NaN)
  const owner = { service, username }
  const load = useClientCredentials(project, service, username)
  const key = useFileActions({
    what: 'access key',
    fileName: FILE_NAMES.key,
    load: async (fresh) => {
      const { keyPem, fingerprints, certificate: own, doubts } = await load(fresh)
      return {
        doubts,
        text: keyPem,
        words: keyWords(own, username, new Date()),
        description: `access key of ${username}, project ${project}; its certificate has ${fingerprints}`,
      }
    },
  })
  const certificate = useFileActions<ClientCredentials & CheckedFile & { words: string }>({
    what: 'access certificate',
    fileName: FILE_NAMES.certificate,
    load: async (fresh) => {
      const pair = await load(fresh)
      const description = `access certificate of ${username}, project ${project}, ${pair.fingerprints}`
      const words = clientWords(pair.certificate, new Date())
      return { ...pair, words, text: pair.certificatePem, description }
    },
  })
  const login = { service, username, load }
  const archive = useClientArchive(project, login)
  const stores = useKeyStores({ project, login, facts })
  return (
    <>
      {children}
      <FileRow
        header="Access Key"
        what="access key"
        mark={mark}
        actions={key}
        subject={{ kind: 'key', project, owner }}
        renderFacts={({ words }) => (
          <p data-testid="meaning" className="wrap-anywhere">
            {words}
          </p>
        )}
      >
        <p>
          The private key of <bdi>{username}</bdi>: keep it secret, it grants <bdi>{username}</bdi>’s access. {why}
        </p>
      </FileRow>
      <FileRow
        header="Access Certificate"
        what="access certificate"
        mark={mark}
        actions={certificate}
        subject={{ kind: 'certificate', project, owner }}
        renderFacts={({ certificates, words }) => <CertificateFacts words={words} certificates={certificates} />}
      >
        <p>
          The certificate that <bdi>{username}</bdi> logs in with. Renewal replaces the key too. Download both. {why}
        </p>
        {!Number.isNaN(ends.getTime()) && (
          <p>
            <Validity notAfter={ends} />
          </p>
        )}
      </FileRow>
      <FactRow
        header="All files"
        bar={
          <>
            <Button icon="download" aria-label="Download all three files" busy={archive.busy} onClick={archive.run}>
              Download all
            </Button>
            <KeyStoresButton stores={stores} />
          </>
        }
        below={
          <div className="space-y-2">
            <ArchiveOutcome archive={archive} />
            <AsCommand
              what="access key and certificate"
              commands={(shell) => clientCommands(shell, project, service, username)}
            />
            <KeyStoresOutcome stores={stores} />
          </div>
        }
      >
        <p className="text-muted">
          One ZIP with {FILE_NAMES.ca}, {FILE_NAMES.certificate} and {FILE_NAMES.key}, named as avn names them.
        </p>
      </FactRow>
    </>
  )
}
