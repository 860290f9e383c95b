import { expect, it } from 'vitest'

import type { Service } from '../../api/service.ts'
import { withUserCertificates } from './kafka-users.tsx'

const kafka = (methods: { readonly certificate: boolean }, ends?: string) =>
  ({
    service_type: 'kafka',
    components: [],
    unreadEndpoints: 0,
    user_config: { kafka_authentication_methods: { ...methods, sasl: true } },
    users: [{ username: 'avnadmin', access_cert_not_valid_after_time: ends }],
  }) as unknown as Service

const ENDS = '2028-08-24T00:00:00Z'

it.each([
  ['certificates that clients log in with', kafka({ certificate: true }, ENDS), 1],
  ['certificates, but clients log in with SASL alone', kafka({ certificate: false }, ENDS), 0],
  ['no certificates', kafka({ certificate: true }), 0],
])('users with %s: the service is asked about in a rotation %#', (_, service, count) => {
  expect(withUserCertificates([service])).toHaveLength(count)
})
