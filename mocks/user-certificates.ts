/** What a reset or an acknowledgement makes of a service user. */
import type { MockProject, MockUser, MockUserCertificate } from './data/model.ts'
import type { KeyName } from './data/keys.ts'
import { nextCaSigns } from './rotation.ts'

/** Valid for 820 days, as Aiven's are. */
const CLIENT_DAYS = 820

const NEXT_KEY: Partial<Record<KeyName, KeyName>> = { 'user-a': 'user-b', 'user-b': 'user-c', 'user-c': 'user-a' }

const renewed = ({ key, generation = 0 }: MockUserCertificate, project: MockProject): MockUserCertificate => ({
  key: NEXT_KEY[key] ?? 'user-a',
  daysLeft: CLIENT_DAYS,
  generation: generation + 1,
  byNextCa: nextCaSigns(project),
})

/** A new password and, for users with certificates, a new key and certificate. */
export const resetUser = (user: MockUser, project: MockProject): MockUser => ({
  ...user,
  password: `${user.password}R`,
  passwordAgeDays: 0,
  ...(user.certificate && { certificate: renewed(user.certificate, project) }),
})

/** The reminders stop: the old certificate is not spoken of any more. */
export const acknowledgeUser = (user: MockUser): MockUser => {
  if (!user.certificate) return user
  const { oldDaysLeft: _, ...certificate } = user.certificate
  return { ...user, certificate }
}
