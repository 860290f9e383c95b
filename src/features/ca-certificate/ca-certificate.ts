import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'

import { projectCa } from '../../api/project-ca.ts'
import type { FingerprintedCertificate } from '../../crypto/fingerprints.ts'
import { useBackend, type Backend } from '../../api/use-api.ts'
import { validityDoubts } from '../../domain/file-doubts.ts'
import type { CheckedFile } from '../files/use-file-actions.ts'

export interface CaFile extends CheckedFile {
  readonly certificates: readonly FingerprintedCertificate[]
}

/** "SHA-256 AB:CD:…", for messages; several for a bundle. */
export const fingerprintWords = (certificates: readonly FingerprintedCertificate[]): string =>
  `SHA-256 ${certificates.map(({ sha256 }) => sha256 ?? 'not available on this page').join(' and ')}`

/**
 * The project's CA, checked, and no older than the query's stale time.
 * @param fresh ask the API even if the CA is cached; always done if the last answer was unusable
 * @throws {ApiError | UnusableFileError}
 */
export const loadCa = async ({ api, queryClient }: Backend, project: string, fresh: boolean): Promise<CaFile> => {
  const query = projectCa(api, project)
  const again = fresh || queryClient.getQueryState(query.queryKey)?.status === 'error'
  const { pem, certificates } = await queryClient.fetchQuery({ ...query, ...(again && { staleTime: 0 }) })
  const count = certificates.length > 1 ? `${String(certificates.length)} CA certificates` : 'CA certificate'
  const description = `${count} of project ${project}, ${fingerprintWords(certificates)}`
  const validities = certificates.map(({ certificate }) => certificate)
  const doubts = validityDoubts({ kind: 'ca', name: project }, validities, new Date())
  return { text: pem, certificates, description, doubts }
}

const fingerprintsOf = (certificates: readonly FingerprintedCertificate[] | undefined) => {
  const all = certificates?.flatMap(({ sha256 }) => sha256 ?? [])
  return all?.length === certificates?.length ? all : undefined
}

/** What is known about the project's CA before anyone requests the file. */
export const useCa = (project: string) => {
  const backend = useBackend()
  const query = useQuery(projectCa(backend.api, project))
  const { data, error, isFetching, refetch } = query
  const known = error ? undefined : data?.certificates
  return {
    pem: error ? undefined : data?.pem,
    certificates: useMemo(() => known?.map(({ certificate }) => certificate), [known]),
    /** SHA-256 of each certificate; undefined until computed, and on a page without WebCrypto. */
    fingerprints: useMemo(() => fingerprintsOf(known), [known]),
    query,
    early: error === null ? undefined : { error, busy: isFetching, retry: () => void refetch() },
    load: (fresh: boolean) => loadCa(backend, project, fresh),
  }
}
