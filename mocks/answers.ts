/** Turns the mock's objects into the JSON of Aiven's API. */
import type { MockProject, MockService, MockUser } from './data/model.ts'
import { keyPem, type Pki } from './pki.ts'
import { signingAuthority } from './rotation.ts'

export const DAY = 86_400_000
export const REDACTED = '<redacted>'

/** A time as the API writes it. */
export const iso = (time: number) => new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z')

export interface AnswerContext {
  readonly pki: Pki
  readonly now: Date
  readonly secrets: boolean
}

export const userAnswer = async (
  user: MockUser,
  service: MockService,
  project: MockProject,
  { pki, secrets }: AnswerContext,
) => {
  // The day the mock started, so that certificates stay the same past midnight.
  const day = pki.today.getTime()
  const { certificate } = user
  const secret = async (value: () => string | Promise<string>) => (secrets ? value() : REDACTED)
  return {
    username: user.username,
    type: user.type,
    password: await secret(() => user.password),
    password_updated_time: iso(user.passwordSetAt ?? service.createdAt ?? day - service.createdDaysAgo * DAY - DAY / 3),
    ...(user.authentication && { authentication: user.authentication }),
    ...(user.accessControl && { access_control: user.accessControl }),
    ...(certificate && {
      access_cert: await secret(() =>
        pki.clientCertificatePem(
          {
            key: certificate.key,
            service: service.name,
            username: user.username,
            daysLeft: certificate.daysLeft,
            ...(certificate.generation !== undefined && { generation: certificate.generation }),
          },
          signingAuthority(project, certificate),
        ),
      ),
      access_key: await secret(() => keyPem(certificate.key)),
      access_cert_not_valid_after_time: iso(day + certificate.daysLeft * DAY),
      ...(certificate.oldDaysLeft !== undefined && {
        expiring_cert_not_valid_after_time: iso(day + certificate.oldDaysLeft * DAY),
      }),
    }),
  }
}

export const projectAnswer = ({ name, organization, cloud }: MockProject) => ({
  project_name: name,
  account_id: 'a4f1c0ffee00',
  account_name: organization,
  organization_id: 'org4f1c0ffee00',
  billing_group_id: 'c6f2a7f0-0000-4000-8000-000000000001',
  billing_group_name: 'Default billing group',
  billing_address: '',
  billing_emails: [],
  // Aiven's own client requires it.
  billing_extra_text: '',
  country: '',
  country_code: '',
  default_cloud: cloud,
  estimated_balance: '0.00',
  payment_method: 'no_payment_expected',
  tags: {},
  tech_emails: [],
  tenant_id: 'aiven',
  vat_id: '',
})

export const meAnswer = (projects: readonly MockProject[]) => ({
  user: {
    user: 'demo@example.com',
    user_id: 'u4f1c0ffee00',
    real_name: 'Demo User',
    state: 'active',
    tenant: 'aiven',
    auth: ['token'],
    token_validity_begin: '2022-01-01T00:00:00Z',
    invitations: [],
    projects: projects.map(({ name }) => name),
    project_membership: Object.fromEntries(projects.map(({ name }) => [name, 'admin'])),
    project_memberships: Object.fromEntries(projects.map(({ name }) => [name, ['admin']])),
  },
})
