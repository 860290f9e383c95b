import type { ConnectionFacts, Field, Template } from '../guide.ts'
import { CA, CERTIFICATE, KEY, neededFiles, pathOf } from './parts.ts'

const login = ({ authentication, mechanism, user }: ConnectionFacts): Readonly<Record<string, string | undefined>> =>
  authentication === 'certificate' ? {} : { User: user, 'SASL mechanism': mechanism }

/** Settings that every client has, under one name or another. */
export const anotherClient: Template = {
  render: (facts, system) => {
    const { host, port, path, database, protocol, authentication, trust } = facts
    const withKey = authentication === 'certificate'
    const fields = (tab: string, values: Readonly<Record<string, string | undefined>>): Field[] =>
      Object.entries(values).flatMap(([label, value]) => (value === undefined ? [] : [{ tab, label, value }]))
    return {
      needs: neededFiles(facts),
      install: {
        what: 'See your client’s documentation for where to set these values. They’re the same for every client.',
      },
      files: [],
      environment: [],
      fields: [
        ...fields('Connection', {
          Host: host,
          Port: String(port),
          Path: path,
          Database: database,
          ...login(facts),
          'Security protocol': protocol === 'kafka' ? (withKey ? 'SSL' : 'SASL_SSL') : undefined,
        }),
        ...fields('TLS', {
          TLS: 'on: from the first byte, or by the protocol’s own upgrade (STARTTLS)',
          'Verify the certificate': 'on',
          'Verify the host name': `on, as ${host}`,
          'CA certificate': trust === 'project-ca' ? pathOf(facts, system, CA) : 'the system’s own',
          'Client certificate': withKey ? pathOf(facts, system, CERTIFICATE) : undefined,
          'Client key': withKey ? pathOf(facts, system, KEY) : undefined,
        }),
      ],
      notes: [
        'Clients call it verify-full, VERIFY_IDENTITY, rejectUnauthorized or hostname verification. A mode that only encrypts, like require, accepts any server.',
        ...(withKey ? [] : ['Type the password in the client.']),
      ],
    }
  },
}
