/** Every certificate of a project with its state: its CA, and those of its service users. */
import { queryOptions } from '@tanstack/react-query'

import { serviceList } from '../../api/service.ts'
import type { Service } from '../../api/service.ts'
import { projectCa } from '../../api/project-ca.ts'
import type { FingerprintedCertificate } from '../../crypto/fingerprints.ts'
import { PROJECT_CERTIFICATES } from '../../api/service-write.ts'
import type { Backend } from '../../api/use-api.ts'
import type { CertificateRow } from '../../domain/certificate-row.ts'
import { needsAttention } from '../../domain/expiry.ts'
import { caHealth, rotationAhead, userHealth } from '../../domain/health.ts'
import { serviceVerdict } from '../../domain/verdict.ts'
import { loadCa } from '../ca-certificate/ca-certificate.ts'

const MINUTE = 60_000

/** A list of services is large, and isn't needed any more once the certificates are known. */
const KEEP_LIST_MS = 10_000

/** The certificates of one project. A failed read affects only this project. */
export interface ProjectCertificates {
  readonly project: string
  readonly rows: readonly CertificateRow[]
  /** Number of services; undefined if they couldn't be read. */
  readonly services: number | undefined
  /** What couldn't be read, as a sentence, and why. */
  readonly failure: { readonly what: string; readonly error: Error } | undefined
  /** Sentences about services that couldn't be read. */
  readonly problems: readonly string[]
}

/** Services whose clients need the project's CA. */
export const usersOfCa = (services: readonly Service[]): Service[] =>
  services.filter((service) => serviceVerdict(service).mark === 'required')

const userRows = (project: string, services: readonly Service[], now: Date): CertificateRow[] =>
  services.flatMap((one) =>
    userHealth(one, now).map((item) => ({
      ...item,
      id: JSON.stringify(['user', project, one.service_name, item.username]),
      project,
      service: one.service_name,
      usedBy: item.state === 'unused' ? [] : [one.service_name],
      sha256: undefined,
    })),
  )

const caRows = (
  project: string,
  certificates: readonly FingerprintedCertificate[],
  services: readonly Service[],
  now: Date,
): CertificateRow[] => {
  const usedBy = usersOfCa(services).map(({ service_name }) => service_name)
  const validities = certificates.map((one) => ({ ...one, ...one.certificate }))
  return caHealth(validities, services.some(rotationAhead), now).map(({ certificate, ...item }) => ({
    ...item,
    id: JSON.stringify(['ca', project, certificate.serial]),
    project,
    service: undefined,
    usedBy,
    sha256: certificate.sha256,
  }))
}

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)))

const failureOf = (
  project: string,
  services: PromiseSettledResult<unknown>,
  ca: PromiseSettledResult<unknown>,
): ProjectCertificates['failure'] => {
  if (services.status === 'rejected') {
    const what =
      ca.status === 'rejected'
        ? `Project ${project} couldn’t be read.`
        : `The services of project ${project} couldn’t be read.`
    return { what, error: asError(services.reason) }
  }
  return ca.status === 'rejected'
    ? { what: `The CA of project ${project} couldn’t be read.`, error: asError(ca.reason) }
    : undefined
}

const look = async (backend: Backend, project: string): Promise<ProjectCertificates> => {
  const { api, queryClient } = backend
  const [services, ca] = await Promise.allSettled([
    queryClient.fetchQuery({ ...serviceList(api, project), gcTime: KEEP_LIST_MS }),
    loadCa(backend, project, false),
  ])
  const { items, problems } = services.status === 'fulfilled' ? services.value : { items: [], problems: [] }
  const certificates = ca.status === 'fulfilled' ? ca.value.certificates : []
  const now = new Date()
  return {
    project,
    services: services.status === 'fulfilled' ? items.length + problems.length : undefined,
    rows: [...caRows(project, certificates, items, now), ...userRows(project, items, now)],
    failure: failureOf(project, services, ca),
    problems: [...problems, ...items.flatMap((item) => item.problems)],
  }
}

/** A project's certificates; read again after five minutes, or at once if something failed. */
export const projectCertificates = (backend: Backend, project: string) =>
  queryOptions({
    queryKey: [PROJECT_CERTIFICATES, { project }] as const,
    queryFn: () => look(backend, project),
    staleTime: ({ state }) => (state.data?.failure ? 0 : 5 * MINUTE),
    gcTime: 30 * MINUTE,
    // Errors and dates aren't JSON, so React Query can't compare them.
    structuralSharing: false,
  })

/** What failed while reading, if anything did. */
export const inventoryError = ({ failure }: ProjectCertificates): Error | undefined => failure?.error

/** The cached answers behind an inventory may be minutes old too: the next read fetches them again. */
export const forgetProject = async ({ api, queryClient }: Backend, project: string): Promise<void> => {
  for (const { queryKey } of [serviceList(api, project), projectCa(api, project)])
    await queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
}

/** How many certificates need attention. */
export const countAttention = (rows: readonly CertificateRow[]): number =>
  rows.filter(({ state }) => needsAttention(state)).length

/** Whether a part of the project couldn't be read: then "nothing" isn't certain. */
export const isIncomplete = ({ failure, problems }: ProjectCertificates): boolean =>
  failure !== undefined || problems.length > 0

/** Whether nothing of the project could be read. */
export const isUnread = ({ failure, rows }: ProjectCertificates): boolean => failure !== undefined && rows.length === 0
