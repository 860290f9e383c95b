import { useApi } from '../../api/use-api.ts'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link, useParams } from 'react-router'

import { statusOf } from '../../api/errors.ts'
import { projectCa } from '../../api/project-ca.ts'
import { serviceList } from '../../api/service.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { CaChangeNote } from '../../features/ca-certificate/ca-change-note.tsx'
import { useCa } from '../../features/ca-certificate/ca-certificate.ts'
import { usersOfCa } from '../../features/certificates/certificate-inventory.ts'
import { rotationAhead } from '../../domain/health.ts'
import { Pending } from '../../features/problems/pending.tsx'
import { NotFound } from '../../features/problems/not-found.tsx'
import { useListReady } from '../../features/projects/use-list-ready.ts'
import { formatCount } from '../../lib/format-number.ts'
import { paths } from '../../lib/paths.ts'
import { oldestFirst } from '../../domain/expiry.ts'
import { Note } from '../../ui/notice.tsx'
import { Loading, Skeleton } from '../../ui/skeleton.tsx'
import { useTitle } from '../../ui/use-title.ts'
import { BundleDownload } from './bundle-download.tsx'
import { CaCards } from './ca-cards.tsx'
import { KafkaUsers, withUserCertificates } from './kafka-users.tsx'
import { RotationSteps } from './rotation-steps.tsx'
import { ServiceChecklist } from './service-checklist.tsx'
import { ServicesOfCa } from './services-of-ca.tsx'

/** The visible state of a rotation; the API doesn't report Aiven's progress. */
const whatIsSeen = (count: number, ahead: number): string => {
  const updates = `Maintenance for TLS certificates is ahead of ${formatCount(ahead, 'service')}.`
  if (count > 1) {
    return `Rotating: the CA download holds ${String(count)} certificates, the current one and the new one. ${ahead > 0 ? updates : 'No maintenance for it is announced yet, or all of it is done.'}`
  }
  if (ahead > 0) return `${updates} The CA download holds one certificate: check back once Aiven provides the new one.`
  return 'No CA rotation in progress. The download holds one certificate, and no maintenance for TLS certificates is announced.'
}

const CaSkeleton = () => (
  <div className="grid gap-3 lg:grid-cols-2">
    <Skeleton className="h-56 w-full" />
    <Skeleton className="h-56 w-full" />
  </div>
)

const Rotation = ({ project }: { project: string }) => {
  const { certificates, fingerprints: unordered, early, query: ca } = useCa(project)
  const api = useApi()
  const query = useQuery(serviceList(api, project))
  const { data, error, isFetching, refetch } = query
  const cas = useMemo(() => certificates && oldestFirst(certificates), [certificates])
  const fingerprints = useMemo(
    () => cas?.flatMap((one) => unordered?.[certificates?.indexOf(one) ?? -1] ?? []),
    [cas, certificates, unordered],
  )
  const services = data?.items ?? []
  const users = usersOfCa(services)
  const kafka = withUserCertificates(services)
  const ahead = services.filter(rotationAhead).length
  const newest = fingerprints?.at(-1)
  const isRotating = cas !== undefined && (cas.length > 1 || ahead > 0)
  const hasCa = cas !== undefined || early !== undefined
  // How far a rotation is stands above the CA, and the services say it: shown before them, the CA would move.
  const isShown = useListReady(hasCa, data !== undefined || error !== null || !isFetching)
  if (!hasCa) {
    return (
      <Pending what="the CA" query={ca} queryKey={projectCa(api, project).queryKey}>
        <CaSkeleton />
      </Pending>
    )
  }
  if (!isShown) {
    return (
      <>
        <Loading what="services" />
        <CaSkeleton />
      </>
    )
  }
  return (
    <div className="space-y-4">
      {cas && data && (
        <p
          data-testid={cas.length > 1 ? 'rotating' : ahead > 0 ? 'rotation-ahead' : 'no-rotation'}
          className="max-w-3xl"
        >
          {whatIsSeen(cas.length, ahead)}
        </p>
      )}
      {/* As high as what comes. */}
      {cas && !data && !error && isFetching && (
        <p>
          <Skeleton className="w-120" />
        </p>
      )}
      <CaChangeNote project={project} fingerprints={fingerprints} />
      {early && (
        <ApiProblem
          error={early.error}
          what="There is no usable CA certificate."
          busy={early.busy}
          onRetry={early.retry}
        />
      )}
      {error && (
        <ApiProblem
          error={error}
          what="The services couldn’t be loaded."
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      {data?.problems.map((problem) => (
        <Note key={problem} testId="unread">
          {problem}
        </Note>
      ))}
      {cas && (
        <>
          <CaCards certificates={cas} fingerprints={fingerprints} rotating={isRotating} />
          <BundleDownload project={project} count={cas.length} isRotating={isRotating} />
        </>
      )}
      {!data && !error && (
        <Pending what="services" query={query} queryKey={serviceList(api, project).queryKey}>
          <Skeleton className="h-32 w-full" />
        </Pending>
      )}
      {cas && !isRotating && users.length > 0 && <ServicesOfCa project={project} services={users} />}
      {isRotating && newest !== undefined && users.length > 0 && (
        <ServiceChecklist key={`services/${newest}`} project={project} services={users} fingerprint={newest} />
      )}
      {cas && kafka.length > 0 && (
        <KafkaUsers key={`users/${String(newest)}`} project={project} services={kafka} cas={cas} />
      )}
      <RotationSteps open={isRotating} />
    </div>
  )
}

/** A project's CA: who needs it and the file to install; during a rotation also old and new CA, progress and next steps. */
export const CaRotationPage = () => {
  const { project = '' } = useParams()
  const api = useApi()
  const { error } = useQuery(serviceList(api, project))
  useTitle(`CA of ${project}`)
  if (statusOf(error) === 404) return <NotFound what={`Project ${project}`} />
  return (
    <>
      <p className="mb-2 text-xs text-muted">
        <Link to={paths.certificates()} className="text-accent underline">
          Certificates
        </Link>{' '}
        / <span className="wrap-anywhere">{project}</span>
      </p>
      <h1 className="mb-3 text-xl font-semibold wrap-anywhere">
        CA of project <bdi>{project}</bdi>
      </h1>
      <Rotation key={project} project={project} />
    </>
  )
}
