/** Simulates a CA rotation as Aiven does it. */
import type { MockProject, MockService, MockUserCertificate, RotationStage } from './data/model.ts'
import type { CertificateAuthority } from './pki.ts'

const DAY = 86_400_000
/** Duration of each stage in the scenario that progresses by itself. */
const STAGE_MS = 30_000

const STAGES: readonly RotationStage[] = ['announced', 'first-update', 'second-update', 'done']

/** The stage of a rotation that progresses with the clock. */
export const stageAfter = (elapsed: number): RotationStage => STAGES[Math.floor(elapsed / STAGE_MS)] ?? 'done'

/** The CA certificates that a project currently publishes. */
export const publishedCas = ({ rotation, authorities }: MockProject): readonly CertificateAuthority[] =>
  rotation === 'done' ? authorities.slice(1) : authorities

/** Whether new certificates are signed by the next CA. */
export const signsWithNextCa = ({ rotation }: MockProject): boolean =>
  rotation === 'second-update' || rotation === 'done'

/** The CA that signed a user's certificate. */
export const signingAuthority = (
  { authorities }: MockProject,
  { byNextCa = false }: MockUserCertificate,
): CertificateAuthority => (byNextCa ? (authorities[1] ?? authorities[0]) : authorities[0])

const IMPACTS: Partial<Record<RotationStage, string>> = {
  'first-update': 'The service will trust the new project CA. It still presents certificates of the current one.',
  'second-update': 'The service will present certificates of the new project CA. Clients that do not trust it fail.',
}

/** The pending maintenance updates of a rotation for a service of the project. */
export const rotationUpdates = ({ rotation }: MockProject, { installedUpTo }: MockService, now: Date) => {
  const impact = rotation && IMPACTS[rotation]
  if (impact === undefined || rotation === installedUpTo) return []
  const midnight = Math.floor(now.getTime() / DAY) * DAY
  return [
    {
      description: 'Scheduled maintenance for TLS certificate update',
      impact,
      start_after: new Date(midnight + 6 * DAY).toISOString(),
      deadline: new Date(midnight + 20 * DAY).toISOString(),
      documentation_link: 'https://aiven.io/docs/platform/concepts/tls-ssl-certificates',
    },
  ]
}
