/**
 * States of services, and what is right about each, written down from Aiven's documents and not from the code. In each
 * line: a name; type; endpoints; `kafka_authentication_methods`; the project's CA; users' certificates; whether a
 * rotation is ahead, or what the API hints at (old: the project's CA signs); then mark, whether clients bring a
 * certificate, state of health, whose certificate decides, how many certificates need attention, what the overview
 * says at its top, and what it offers to do about users.
 */
const TABLE = `
  pg                           | pg                | pg                    | -                | good   | none    | -     | required | -      | valid    | ca | 0 | -                 | -
  pg, CA ends                  | pg                | pg                    | -                | ending | none    | -     | required | -      | expiring | ca | 1 | ca-expiring       | -
  pg, CA ended                 | pg                | pg                    | -                | ended  | none    | -     | required | -      | expired  | ca | 1 | ca-expired        | -
  pg, CA unread                | pg                | pg                    | -                | unread | none    | -     | required | -      | unknown  | ca | 1 | -                 | -
  pg, two CAs                  | pg                | pg                    | -                | two    | none    | -     | required | -      | rotation | ca | 1 | ca-rotation       | -
  pg, two far CAs              | pg                | pg                    | -                | far    | none    | -     | required | -      | rotation | ca | 1 | ca-rotation       | -
  pg, ahead                    | pg                | pg                    | -                | good   | none    | ahead | required | -      | rotation | ca | 1 | ca-rotation       | -
  pg, powered off              | pg                | -                     | -                | good   | none    | -     | required | -      | valid    | ca | 0 | -                 | -
  pg, off, CA ended            | pg                | -                     | -                | ended  | none    | -     | required | -      | expired  | ca | 1 | ca-expired        | -
  pg, replica                  | pg                | pg+pgbouncer          | -                | good   | none    | -     | required | -      | valid    | ca | 0 | -                 | -
  mysql, CA ended              | mysql             | mysql                 | -                | ended  | none    | -     | required | -      | expired  | ca | 1 | ca-expired        | -
  cassandra                    | cassandra         | cassandra             | -                | good   | none    | -     | required | -      | valid    | ca | 0 | -                 | -
  alloydbomni                  | alloydbomni       | -                     | -                | ending | none    | -     | required | -      | expiring | ca | 1 | ca-expiring       | -
  grafana                      | grafana           | grafana               | -                | ended  | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  grafana, off                 | grafana           | -                     | -                | ended  | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  clickhouse                   | clickhouse        | clickhouse            | -                | two    | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  connect                      | kafka_connect     | kafka_connect         | -                | ended  | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  mirror                       | kafka_mirrormaker | -                     | -                | unread | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  opensearch                   | opensearch        | opensearch+prometheus | -                | ended  | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  old elasticsearch            | elasticsearch     | elasticsearch         | -                | ended  | none    | old   | required | -      | expired  | ca | 1 | ca-expired        | -
  old redis                    | redis             | redis                 | -                | ending | none    | old   | required | -      | expiring | ca | 1 | ca-expiring       | -
  valkey                       | valkey            | valkey                | -                | ended  | none    | new   | optional | -      | unused   | -  | 0 | -                 | -
  valkey, TLS off              | valkey            | off                   | -                | ended  | none    | -     | optional | -      | unused   | -  | 0 | -                 | -
  quasar                       | quasar            | quasar                | -                | good   | none    | -     | unknown  | -      | unknown  | ca | 1 | -                 | -
  quasar, CA ended             | quasar            | quasar                | -                | ended  | none    | -     | unknown  | -      | unknown  | ca | 1 | -                 | -
  quasar, user ended           | quasar            | quasar                | -                | good   | ended   | -     | unknown  | -      | expired  | u  | 2 | users             | reset
  pg, odd endpoint             | pg                | teleport              | -                | good   | none    | -     | unknown  | -      | unknown  | ca | 1 | -                 | -
  kafka                        | kafka             | cert                  | -                | good   | good    | -     | required | client | valid    | u  | 0 | -                 | -
  kafka, user ends             | kafka             | cert                  | -                | good   | soon    | -     | required | client | expiring | u  | 1 | users             | reset
  kafka, ends later            | kafka             | cert                  | -                | good   | later   | -     | required | client | expiring | u  | 1 | users             | reset
  kafka, user ended            | kafka             | cert                  | -                | good   | ended   | -     | required | client | expired  | u  | 1 | users             | reset
  kafka, renewed               | kafka             | cert                  | -                | good   | renewed | -     | required | client | renewed  | u  | 1 | users             | acknowledge
  kafka, overdue               | kafka             | cert                  | -                | good   | overdue | -     | required | client | renewed  | u  | 1 | users             | acknowledge
  kafka, mixed                 | kafka             | cert                  | -                | good   | mixed   | -     | required | client | expired  | c  | 2 | users             | reset
  kafka, CA ended              | kafka             | cert                  | -                | ended  | good    | -     | required | client | expired  | ca | 1 | ca-expired        | -
  kafka, both ended            | kafka             | cert                  | -                | ended  | ended   | -     | required | client | expired  | ca | 2 | ca-expired+users  | reset
  kafka, rotates, user sooner  | kafka             | cert                  | -                | two    | soon    | -     | required | client | expiring | u  | 2 | ca-rotation+users | reset
  kafka, rotates, user later   | kafka             | cert                  | -                | two    | later   | -     | required | client | rotation | ca | 2 | ca-rotation+users | reset
  kafka, no end said           | kafka             | cert                  | -                | good   | unsaid  | -     | required | client | unknown  | u  | 1 | -                 | -
  kafka, CA unread, user ended | kafka             | cert                  | -                | unread | ended   | -     | required | client | expired  | u  | 2 | users             | reset
  kafka, both ways             | kafka             | sasl+cert             | -                | good   | ended   | -     | required | client | expired  | u  | 1 | users             | reset
  kafka, off                   | kafka             | -                     | -                | good   | soon    | -     | required | client | expiring | u  | 1 | users             | reset
  kafka, off, certificates on  | kafka             | -                     | certificate+sasl | good   | ended   | -     | required | client | expired  | u  | 1 | users             | reset
  kafka, off, nothing said     | kafka             | -                     | null             | good   | good    | -     | required | client | valid    | u  | 0 | -                 | -
  sasl, ended                  | kafka             | sasl                  | -                | good   | ended   | -     | required | -      | valid    | ca | 0 | -                 | -
  sasl, mixed                  | kafka             | sasl+kafka_rest       | -                | good   | mixed   | -     | required | -      | valid    | ca | 0 | -                 | -
  sasl, renewed                | kafka             | sasl                  | -                | good   | renewed | -     | required | -      | valid    | ca | 0 | -                 | -
  sasl, CA ended               | kafka             | sasl                  | -                | ended  | ended   | -     | required | -      | expired  | ca | 1 | ca-expired        | -
  sasl, public                 | kafka             | saslPublic            | -                | ended  | ended   | -     | optional | -      | unused   | u  | 0 | -                 | -
  sasl, both CAs               | kafka             | saslPublic+sasl       | -                | ending | ended   | -     | required | -      | expiring | ca | 1 | ca-expiring       | -
  off, sasl alone              | kafka             | -                     | sasl             | good   | ended   | -     | required | -      | valid    | ca | 0 | -                 | -
  off, sasl alone, CA ended    | kafka             | -                     | sasl             | ended  | ended   | -     | required | -      | expired  | ca | 1 | ca-expired        | -
  odd method                   | kafka             | oauth                 | -                | good   | ended   | -     | unknown  | -      | expired  | u  | 2 | users             | reset
`

export interface ServiceState {
  readonly name: string
  readonly type: string
  readonly endpoints: readonly string[]
  /** `kafka_authentication_methods`, as the API would send it; undefined where it sends none. */
  readonly methods: unknown
  readonly ca: string
  readonly users: string
  readonly ahead: boolean
  readonly letsencrypt: boolean | undefined
  /** Mark, client certificate, state, what decides, how many need attention. */
  readonly is: readonly string[]
  /** At the top of the overview: what is said of the CA, and whether users are spoken of. */
  readonly notice: string
  /** What is offered for users: a reset, or to acknowledge. */
  readonly advice: string
}

const methodsOf = (text: string): unknown => {
  if (text === '-') return undefined
  return text === 'null' ? null : { certificate: text.includes('certificate'), sasl: text.includes('sasl') }
}

export const SERVICE_STATES: readonly ServiceState[] = TABLE.trim()
  .split('\n')
  .map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const [name = '', type = '', endpoints = '-', methods = '-', ca = '', users = '', more = '-', ...right] = cells
    const [notice = '-', advice = '-'] = right.slice(5)
    return {
      name,
      type,
      endpoints: endpoints === '-' ? [] : endpoints.split('+'),
      methods: methodsOf(methods),
      ca,
      users,
      ahead: more === 'ahead',
      letsencrypt: more === 'old' ? false : more === 'new' ? true : undefined,
      is: right.slice(0, 5),
      notice,
      advice,
    }
  })
