/** A project's CA, parsed and checked in one place, so that a result always has certificates. */
import * as v from 'valibot'

import type { FingerprintedCertificate } from '../crypto/fingerprints.ts'
import type { Api } from './client.ts'
import { readQuery, SECOND } from './query.ts'

export interface ProjectCa {
  /** As the API sent it, byte for byte: what is saved. */
  readonly pem: string
  /** At least one; several during a rotation. */
  readonly certificates: readonly FingerprintedCertificate[]
}

const Schema = v.object({ certificate: v.nullish(v.string(), null) })

const read = async (body: unknown): Promise<ProjectCa> => {
  const { certificate: pem } = v.parse(Schema, body)
  // Loaded on demand, so that no list waits for the certificate parser.
  const [{ readCaCertificates }, { withFingerprints }] = await Promise.all([
    import('../crypto/files.ts'),
    import('../crypto/fingerprints.ts'),
  ])
  return { certificates: await withFingerprints(readCaCertificates(pem)), pem: pem ?? '' }
}

/**
 * `GET /v1/project/{project}/kms/ca`. A CA can rotate, so an answer older than two minutes isn't saved.
 * @throws {ApiError} if the request fails
 * @throws {UnusableFileError} if the answer isn't a CA certificate
 */
export const projectCa = (api: Api, project: string) => ({
  ...readQuery(api, { operation: 'ProjectKmsGetCA', params: { project }, read, staleTime: 120 * SECOND }),
  // A broken answer is shown with Retry; opening a page doesn't request it again.
  retryOnMount: false,
  // The same text is the same CA, so nothing is computed again.
  structuralSharing: (old: unknown, next: unknown) =>
    (old as ProjectCa | undefined)?.pem === (next as ProjectCa).pem ? old : next,
})
