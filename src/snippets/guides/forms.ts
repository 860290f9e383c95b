/** Graphical clients: what goes into which field. */
import type { Field, Template, Rendered } from '../guide.ts'
import { CA, neededFiles, pathOf } from './parts.ts'

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
