import { Link } from 'react-router'

import { FILE_NAMES } from '../../../crypto/files.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import { caCommands } from '../../../snippets/commands.ts'
import { AsCommand } from '../../../features/command-line/as-command.tsx'
import { CaChangeNote } from '../../../features/ca-certificate/ca-change-note.tsx'
import { useCa } from '../../../features/ca-certificate/ca-certificate.ts'
import { CertificateFacts, Validity } from '../../../features/ca-certificate/certificate-facts.tsx'
import { caWords } from '../../../features/ca-certificate/certificate-words.ts'
import { FileRow } from '../../../features/files/file-row.tsx'
import { KeyStoresButton, KeyStoresOutcome } from '../../../features/key-stores/key-stores.tsx'
import { useKeyStores } from '../../../features/key-stores/use-key-stores.ts'
import { useFileActions } from '../../../features/files/use-file-actions.ts'
import { paths } from '../../../lib/paths.ts'
import { VerdictReason } from './verdict-reason.tsx'

interface CaCertificateRowProps {
  project: string
  service: string
  verdict: Verdict
}

/** The main row: whether the project's CA certificate is required here, why, and the file. */
export const CaCertificateRow = ({ project, service, verdict }: CaCertificateRowProps) => {
  const { certificates, fingerprints, early, load, pem } = useCa(project)
  const actions = useFileActions({ what: 'CA certificate', fileName: FILE_NAMES.ca, load, expected: pem })
  const stores = useKeyStores({ project })
  const isRotating = certificates !== undefined && certificates.length > 1
  return (
    <FileRow
      header="CA Certificate"
      what="CA certificate"
      mark={verdict.mark}
      actions={actions}
      subject={{ kind: 'ca', project }}
      early={early}
      more={verdict.mark === 'required' && !verdict.clientCertificate && <KeyStoresButton stores={stores} />}
      footer={
        <div className="space-y-2">
          <AsCommand
            what="CA certificate"
            commands={(shell) => caCommands(shell, project)}
            note={
              verdict.clientCertificate
                ? undefined
                : 'Not with avn service user-creds-download: it writes ca.pem, and then fails because users of this service have no certificate.'
            }
          />
          <KeyStoresOutcome stores={stores} />
        </div>
      }
      renderFacts={(file) => (
        <CertificateFacts
          words={caWords(
            file.certificates.map(({ certificate }) => certificate),
            project,
            new Date(),
          )}
          certificates={file.certificates}
        />
      )}
    >
      <div className="space-y-2">
        <VerdictReason project={project} service={service} verdict={verdict} />
        {/* The CA loads after the row: its line is reserved. */}
        {isRotating ? (
          <p key="rotating" data-testid="ca-rotating" className="text-xs font-medium text-busy">
            <Link to={paths.caRotation(project)} className="underline">
              Rotating
            </Link>
            : deploy the whole file, all {certificates.length} certificates.
          </p>
        ) : (
          <p key="one" className="text-xs text-muted">
            One CA for all services of project <bdi>{project}</bdi>.
          </p>
        )}
        <p className="flex min-h-9 flex-wrap gap-x-3 text-xs text-muted sm:min-h-4.5">
          {certificates?.map(({ notAfter, serial }, index) => (
            <Validity key={`${serial}-${String(index)}`} notAfter={notAfter} />
          ))}
        </p>
        <CaChangeNote project={project} fingerprints={fingerprints} />
      </div>
    </FileRow>
  )
}
