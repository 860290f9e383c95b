/** Creates, resets and acknowledges service users. */
import type { KeyName } from './data/keys.ts'
import type { MockProject, MockService, MockUser, MockUserCertificate } from './data/model.ts'
import type { Db } from './db.ts'
import { hash } from './hash.ts'
import { signsWithNextCa } from './rotation.ts'

/** Valid for 820 days, as Aiven's are. */
const CLIENT_DAYS = 820

const USER_KEYS: readonly KeyName[] = ['user-a', 'user-b', 'user-c']

const NEXT_KEY: Partial<Record<KeyName, KeyName>> = { 'user-a': 'user-b', 'user-b': 'user-c', 'user-c': 'user-a' }

const renewed = ({ key, generation = 0 }: MockUserCertificate, project: MockProject): MockUserCertificate => ({
  key: NEXT_KEY[key] ?? 'user-a',
  daysLeft: CLIENT_DAYS,
  generation: generation + 1,
  byNextCa: signsWithNextCa(project),
})

/** A new password (the requested one, if any) and, for users with certificates, a new key and certificate. */
export const resetUser = (
  user: MockUser,
  project: MockProject,
  now: Date,
  password = `${user.password}R`,
): MockUser => ({
  ...user,
  password,
  passwordSetAt: now.getTime(),
  ...(user.certificate && { certificate: renewed(user.certificate, project) }),
})

/** Acknowledges the renewal: the old certificate is no longer reported. */
export const acknowledgeUser = (user: MockUser): MockUser => {
  if (!user.certificate) return user
  const { oldDaysLeft: _, ...certificate } = user.certificate
  return { ...user, certificate }
}

/**
 * A user with a password and, for Kafka, a key and certificate. They are derived from its names and the number of earlier
 * writes: a user who is deleted and created again gets new ones, and a reload gives the same.
 */
export const newUser = (
  user: Pick<MockUser, 'username' | 'type' | 'authentication' | 'accessControl'>,
  service: Pick<MockService, 'name' | 'type'>,
  project: MockProject,
  db: Db,
): MockUser => {
  const seed = [project.name, service.name, user.username, db.nextId()].join('/')
  return {
    ...user,
    password: `AVNS_demo${hash(seed).toString(36)}${hash(`${seed}/more`).toString(36)}`,
    passwordSetAt: db.now().getTime(),
    ...(service.type === 'kafka' && {
      certificate: {
        key: USER_KEYS[hash(seed) % USER_KEYS.length] ?? 'user-a',
        daysLeft: CLIENT_DAYS,
        generation: hash(seed),
        byNextCa: signsWithNextCa(project),
      },
    }),
  }
}
