/** Graphical clients: what goes into which box. */
import type { Field, Template, Rendered } from '../guide.ts'
import { mechanismOf, usesSasl } from './kafka.ts'
import { addressOf, CA, neededFiles, PASSWORD_PLACEHOLDER, pathOf, KEY_STORE, TRUST_STORE } from './parts.ts'

const form = (fields: readonly Field[], install: string, needs: Rendered['needs'], notes: readonly string[] = []) => ({
  needs,
  install: { what: install },
  files: [],
  environment: [],
  fields,
  notes,
})

const fieldsOf = (tab: string, values: Readonly<Record<string, string>>): readonly Field[] =>
  Object.entries(values).map(([label, value]) => ({ tab, label, value }))

const PASSWORD_NOTE = 'Type the password in the client.'

export const dbeaver: Template = {
  render: (facts, system) => {
    const { host, port, user, database = '', protocol } = facts
    const ca = pathOf(facts, system, CA)
    const main = fieldsOf('Main', { Host: host, Port: String(port), Database: database, Username: user })
    const tls =
      protocol === 'postgresql'
        ? fieldsOf('SSL', { 'Use SSL': 'on', 'CA Certificate': ca, 'SSL mode': 'verify-full' })
        : [
            ...fieldsOf('SSL', { 'Use SSL': 'on', 'CA Certificate': ca }),
            ...fieldsOf('Driver properties', { sslMode: 'VERIFY_IDENTITY' }),
          ]
    return form([...main, ...tls], 'DBeaver is at dbeaver.io.', neededFiles(facts), [PASSWORD_NOTE])
  },
}

export const pgadmin: Template = {
  render: (facts, system) => {
    const { host, port, user, database = '' } = facts
    return form(
      [
        ...fieldsOf('Connection', {
          'Host name/address': host,
          Port: String(port),
          'Maintenance database': database,
          Username: user,
        }),
        ...fieldsOf('Parameters', { 'SSL mode': 'verify-full', 'Root certificate': pathOf(facts, system, CA) }),
      ],
      'pgAdmin is at pgadmin.org.',
      neededFiles(facts),
      [PASSWORD_NOTE],
    )
  },
}

/** Its settings are variables of its container. */
export const kafkaUi: Template = {
  render: (facts, system) => {
    const sasl = usesSasl(facts)
    const prefix = 'KAFKA_CLUSTERS_0'
    const ca = facts.trust === 'project-ca'
    const stores = facts.storePassword ?? PASSWORD_PLACEHOLDER
    return form(
      fieldsOf('Environment', {
        [`${prefix}_NAME`]: facts.service,
        [`${prefix}_BOOTSTRAPSERVERS`]: addressOf(facts),
        [`${prefix}_PROPERTIES_SECURITY_PROTOCOL`]: sasl ? 'SASL_SSL' : 'SSL',
        ...(sasl && { [`${prefix}_PROPERTIES_SASL_MECHANISM`]: mechanismOf(facts) }),
        ...(ca && {
          [`${prefix}_SSL_TRUSTSTORELOCATION`]: pathOf(facts, system, TRUST_STORE),
          [`${prefix}_SSL_TRUSTSTOREPASSWORD`]: stores,
        }),
        ...(!sasl && {
          [`${prefix}_PROPERTIES_SSL_KEYSTORE_LOCATION`]: pathOf(facts, system, KEY_STORE),
          [`${prefix}_PROPERTIES_SSL_KEYSTORE_PASSWORD`]: stores,
        }),
      }),
      'Kafka UI runs in a container. Mount the folder with the files into it.',
      [...(ca ? [TRUST_STORE] : []), ...(sasl ? [] : [KEY_STORE])],
      sasl
        ? [
            `Put user and password in ${prefix}_PROPERTIES_SASL_JAAS_CONFIG, written as in the Java guide’s client.properties.`,
          ]
        : [],
    )
  },
}
