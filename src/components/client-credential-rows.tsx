import { useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'

import type { ServiceUser } from '../api/schemas.ts'
import type { Mark } from '../tls/verdict.ts'
import { archiveName, FILE_NAMES } from '../tls/files.ts'
import { clientCommands } from '../snippets/commands.ts'
import type { ConnectionFacts } from '../snippets/guide.ts'
import { Button } from '../ui/button.tsx'
import { FactRow } from '../ui/fact-table.tsx'
import { Waiting } from '../ui/waiting.tsx'
import { AsCommand } from './as-command.tsx'
import { ApiProblem } from './api-problem.tsx'
import { loadCa } from './ca-certificate.ts'
import { CertificateFacts, Validity } from './certificate-facts.tsx'
import { clientWords, keyWords } from './certificate-words.ts'
import { useClientCredentials, type ClientCredentials } from './client-credentials.ts'
import { FileRow } from './file-row.tsx'
import { KeyStores } from './key-stores/key-stores.tsx'
import { useDownloadAll } from './use-download-all.ts'
import { useFileActions, type CheckedFile } from './use-file-actions.ts'

interface ClientCredentialRowsProps {
  project: string
  service: string
  user: ServiceUser
  /** What stands beside the marks: who says that key and certificate are required. */
  why?: ReactNode
  /** Whether the service asks for them at all. */
  mark?: Mark
  /** For the configuration that goes with key stores, where it is known which endpoint they are for. */
  facts?: ConnectionFacts | undefined
  /** The CA certificate's row, where it is there: stands between the pair and what hands over all three. */
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
  const queryClient = useQueryClient()
  const load = useClientCredentials(project, service, username)
  const key = useFileActions({
    what: 'access key',
    fileName: FILE_NAMES.key,
    load: async (fresh) => {
      const { keyPem, fingerprints, certificate: own } = await load(fresh)
      return {
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
  const all = useDownloadAll({
    name: archiveName(service, username),
    load: async (fresh) => {
      const [ca, pair] = await Promise.all([loadCa(queryClient, project, fresh), load(fresh)])
      const files = { [FILE_NAMES.ca]: ca.text, [FILE_NAMES.certificate]: pair.certificatePem }
      const description = `of ${username}, project ${project}, access certificate ${pair.fingerprints}`
      return { files, secrets: { [FILE_NAMES.key]: pair.keyPem }, description }
    },
  })
  return (
    <>
      <FileRow
        header="Access Key"
        what="access key"
        mark={mark}
        actions={key}
        subject={{ kind: 'key', project, owner }}
        renderFacts={({ words }) => <p className="wrap-anywhere">{words}</p>}
      >
        <p>
          The private key of {username}: whoever holds it can act as {username}. {why}
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
          The certificate that {username} logs in with. A renewal makes a new key as well: always take both. {why}
        </p>
        {!Number.isNaN(ends.getTime()) && (
          <p>
            <Validity notAfter={ends} />
          </p>
        )}
      </FileRow>
      {children}
      <FactRow
        header="All files"
        actions={
          <Button icon="download" aria-label="Download all three files" busy={all.busy} onClick={all.run}>
            Download all
          </Button>
        }
        below={
          <div className="space-y-2">
            {all.busy && <Waiting onCancel={all.cancel} />}
            {all.error && (
              <ApiProblem
                error={all.error}
                what="The archive could not be made. Nothing was saved."
                busy={all.busy}
                onRetry={all.run}
              />
            )}
            <p role="status" className="font-medium wrap-anywhere text-ok empty:sr-only">
              {all.message}
            </p>
            <AsCommand
              what="access key and certificate"
              commands={(shell) => clientCommands(shell, project, service, username)}
            />
            <KeyStores project={project} login={{ service, username, load }} facts={facts} />
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
