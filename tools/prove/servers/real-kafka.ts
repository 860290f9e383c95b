/**
 * A real Apache Kafka, from its Maven artifacts: one node in KRaft mode with a listener per way to log in. Clients log
 * in with a certificate of the project's, or with a password by SASL (PLAIN, SCRAM) on the project's CA or a public one.
 */
import { pbkdf2Sync, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { jaasString, propertyValue } from '../../../src/snippets/escape.ts'
import { KIT } from '../kit.ts'
import { closing, freePort, runOnce, serverFolder, startProgram, waitUntil } from './program.ts'
import type { Identity } from './test-server.ts'

export const KAFKA_LIBRARIES = join(KIT, 'maven/kafka/lib')

/** Ports by login method. */
export interface RealKafka {
  readonly certificate: number
  readonly saslProject: number
  readonly saslPublic: number
  readonly close: () => Promise<void>
}

interface Options {
  readonly host: string
  readonly user: string
  readonly password: string
  /** Its certificates, signed by the project's CA and by a public one. */
  readonly project: Identity
  readonly publicCa: Identity
  /** PEM of the CA whose client certificates are accepted. */
  readonly clientCa: string
}

const JAVA = ['-Xmx384m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Dorg.apache.logging.log4j.level=INFO']
const CLUSTER = 'AnchorProofCluster0000'
const ITERATIONS = 4096
const MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-512']

/** Salted here, because the option accepts no password with quotes. */
const scramUser = (mechanism: string, user: string, password: string): string => {
  const [hash, bytes] = mechanism.endsWith('512') ? (['sha512', 64] as const) : (['sha256', 32] as const)
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, ITERATIONS, bytes, hash).toString('base64')
  return `${mechanism}=[name=${user},iterations=${String(ITERATIONS)},salt="${salt.toString('base64')}",saltedpassword="${salted}"]`
}

/** @returns undefined where Kafka or Java isn't installed */
export const realKafka = async (options: Options): Promise<RealKafka | undefined> => {
  if (!existsSync(KAFKA_LIBRARIES) || !existsSync('/usr/bin/java')) return undefined
  const { host, user, password, project, publicCa, clientCa } = options
  const { folder, data, remove } = await serverFolder('kafka', project)
  const ports = await Promise.all([host, host, host, 'localhost', 'localhost'].map(freePort))
  const [certificate = 0, saslProject = 0, saslPublic = 0, internal = 0, controller = 0] = ports
  const pem = { project: join(folder, 'project.pem'), publicCa: join(folder, 'public.pem'), ca: join(folder, 'ca.pem') }
  await writeFile(pem.project, project.key + project.certificate)
  await writeFile(pem.publicCa, publicCa.key + publicCa.certificate)
  await writeFile(pem.ca, clientCa)

  const login = `user_${user}=${jaasString(password)}`
  const sasl = (listener: string, store: string) => ({
    ...shows(listener, store),
    [`listener.name.${listener}.plain.sasl.jaas.config`]: `org.apache.kafka.common.security.plain.PlainLoginModule required ${login};`,
    ...Object.fromEntries(
      MECHANISMS.map((mechanism) => [
        `listener.name.${listener}.${mechanism.toLowerCase()}.sasl.jaas.config`,
        'org.apache.kafka.common.security.scram.ScramLoginModule required;',
      ]),
    ),
  })
  const shows = (listener: string, store: string) => ({
    [`listener.name.${listener}.ssl.keystore.type`]: 'PEM',
    [`listener.name.${listener}.ssl.keystore.location`]: store,
  })
  const external = `CERT://${host}:${String(certificate)},PROJECT://${host}:${String(saslProject)},PUBLIC://${host}:${String(saslPublic)},INTERNAL://localhost:${String(internal)}`
  const settings = {
    'process.roles': 'broker,controller',
    'node.id': '1',
    'controller.quorum.voters': `1@localhost:${String(controller)}`,
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'INTERNAL',
    listeners: `${external},CONTROLLER://localhost:${String(controller)}`,
    'advertised.listeners': external,
    'listener.security.protocol.map':
      'CERT:SSL,PROJECT:SASL_SSL,PUBLIC:SASL_SSL,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT',
    ...shows('cert', pem.project),
    'listener.name.cert.ssl.truststore.type': 'PEM',
    'listener.name.cert.ssl.truststore.location': pem.ca,
    'listener.name.cert.ssl.client.auth': 'required',
    'sasl.enabled.mechanisms': ['PLAIN', ...MECHANISMS].join(','),
    ...sasl('project', pem.project),
    ...sasl('public', pem.publicCa),
    'log.dirs': data,
    'offsets.topic.num.partitions': '1',
    'offsets.topic.replication.factor': '1',
    'transaction.state.log.replication.factor': '1',
    'group.initial.rebalance.delay.ms': '0',
  }
  const file = join(folder, 'server.properties')
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${propertyValue(value)}`)
  await writeFile(file, `${lines.join('\n')}\n`)

  const java = (main: string, ...args: string[]) => [...JAVA, '-cp', join(KAFKA_LIBRARIES, '*'), main, ...args]
  const users = MECHANISMS.flatMap((mechanism) => ['--add-scram', scramUser(mechanism, user, password)])
  const asRoot = { asRoot: true }
  const format = java('kafka.tools.StorageTool', 'format', '-t', CLUSTER, '-c', file, ...users)
  await runOnce('/usr/bin/java', format, folder, '', asRoot)
  const program = startProgram('/usr/bin/java', java('kafka.Kafka', file), folder, asRoot)
  await waitUntil(() => program.output().includes('Kafka Server started'), program)
  return {
    certificate,
    saslProject,
    saslPublic,
    close: closing(program, remove),
  }
}
