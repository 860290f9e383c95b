import { DownloadCa } from '../../features/ca-certificate/download-ca.tsx'

interface BundleDownloadProps {
  project: string
  /** Number of certificates in the file. */
  count: number
  isRotating: boolean
}

/** The file that clients should trust. */
export const BundleDownload = ({ project, count, isRotating }: BundleDownloadProps) => (
  <section aria-labelledby="bundle" className="space-y-2 rounded-lg border border-border bg-surface p-4">
    <h2 id="bundle" className="text-base font-semibold">
      The file to install
    </h2>
    <p className="max-w-3xl">
      {count > 1
        ? `It holds ${String(count)} certificates, the current CA and the new one. Deploy the whole file, so that clients trust both. Java’s keytool imports only the first certificate of a file: split it, and import each under an alias of its own.`
        : isRotating
          ? 'It holds one certificate. Once Aiven provides the new CA too, it holds two: install it again then.'
          : 'It holds one certificate: the current CA.'}
    </p>
    <DownloadCa project={project} label="Download CA certificate" variant="primary">
      Download
    </DownloadCa>
  </section>
)
