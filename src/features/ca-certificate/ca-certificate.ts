import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'

import { projectKmsGetCa } from '../../api/queries.ts'
import { readCaCertificates } from '../../crypto/files.ts'
import { fingerprint, type Certificate } from '../../crypto/x509.ts'
import type { FingerprintedCertificate } from './certificate-facts.tsx'
import type { CheckedFile } from '../files/use-file-actions.ts'

export interface CaFile extends CheckedFile {
  readonly certificates: readonly FingerprintedCertificate[]
}

export const withFingerprints = (certificates: readonly Certificate[]): Promise<FingerprintedCertificate[]> =>
  Promise.all(certificates.map(async (certificate) => ({ certificate, sha256: await fingerprint(certificate) })))

/** "SHA-256 AB:CD:…", for messages; several for a bundle. */
export const fingerprintWords = (certificates: readonly FingerprintedCertificate[]): string =>
  `SHA-256 ${certificates.map(({ sha256 }) => sha256 ?? 'not available on this page').join(' and ')}`

/**
 * The project's CA certificates as they came, no older than the query's stale time. What is no certificate is shown
 * as such, but not kept as an answer: whoever asks next asks the API.
 * @param fresh ask the API even so
 * @throws {ApiError | UnusableFileError}
 */
export const fetchCa = async (queryClient: QueryClient, project: string, fresh: boolean) => {
  const query = projectKmsGetCa(project)
  const text = await queryClient.fetchQuery({ ...query, ...(fresh && { staleTime: 0 }) })
  try {
    return { text: text ?? '', certificates: readCaCertificates(text) }
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey: query.queryKey, refetchType: 'none' })
    throw error
  }
}

/**
 * The project's CA, checked, and no older than the query's stale time.
 * @param fresh ask the API even so
 * @throws {ApiError | UnusableFileError}
 */
export const loadCa = async (queryClient: QueryClient, project: string, fresh: boolean): Promise<CaFile> => {
  const { text, certificates: read } = await fetchCa(queryClient, project, fresh)
  const certificates = await withFingerprints(read)
  const count = certificates.length > 1 ? `${String(certificates.length)} CA certificates` : 'CA certificate'
  const description = `${count} of project ${project}, ${fingerprintWords(certificates)}`
  return { text, certificates, description }
}

/** What is known of the project's CA before anyone asks for the file. */
export const useCa = (project: string) => {
  const queryClient = useQueryClient()
  const query = useQuery(projectKmsGetCa(project))
  const { data, error, isFetching, refetch } = query
  const checked = useMemo(() => {
    if (data === undefined) return undefined
    try {
      return { certificates: readCaCertificates(data) }
    } catch (problem) {
      return { problem: problem as Error }
    }
  }, [data])
  const early = error ?? checked?.problem
  return {
    certificates: checked?.certificates,
    query,
    early: early && { error: early, busy: isFetching, retry: () => void refetch() },
    load: (fresh: boolean) => loadCa(queryClient, project, fresh),
  }
}
