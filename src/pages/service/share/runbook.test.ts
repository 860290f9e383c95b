import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { createMockApi } from '../../../../mocks/api.ts'
import { readServiceGet } from '../../../api/service.ts'
import { readCaCertificates } from '../../../crypto/files.ts'
import { fingerprint } from '../../../crypto/x509.ts'
import { runbook, type RunbookFacts } from './runbook.ts'
import { shareLink } from './share-link.ts'
import { chooseEndpoint } from '../connection/endpoint-choice.ts'

const now = new Date('2026-11-23T12:00:00Z')
const api = createMockApi({ clock: () => now })

const ask = async (path: string): Promise<unknown> => {
  const headers = { authorization: 'aivenv1 x' }
  return (await api.fetch(new Request(`http://api.example.com/v1/project/demo-shop${path}`, { headers }))).json()
}

/** A service as the API sends it to users who may read secrets: with all of them. */
const withSecrets = async (name: string) => {
  const body = await ask(`/service/${name}?include_secrets=true`)
  return { text: JSON.stringify(body), service: readServiceGet(body) }
}

const authorities = async () => {
  const certificates = readCaCertificates(((await ask('/kms/ca')) as { certificate: string }).certificate)
  return Promise.all(certificates.map(async (certificate) => ({ certificate, sha256: await fingerprint(certificate) })))
}

const facts = async (name: string, more: Partial<RunbookFacts> = {}): Promise<RunbookFacts> => ({
  project: 'demo-shop',
  service: (await withSecrets(name)).service,
  ca: await authorities(),
  url: 'https://console.example.com/project/demo-shop/services/x/overview',
  now,
  ...more,
})

describe('runbook', () => {
  it.each(['orders-db', 'events', 'billing-mysql', 'carts'])(
    '%s: holds no secret, though it is given them',
    async (name) => {
      const { text } = await withSecrets(name)
      expect(text).toMatch(/AVNS_/)
      expect(runbook(await facts(name))).not.toMatch(/AVNS_|PRIVATE KEY|BEGIN CERTIFICATE/)
    },
  )

  it('lists endpoints with their marks, the CA, users and commands', async () => {
    const text = runbook(await facts('events'))
    expect(text).toMatch(/^# events$/m)
    expect(text).toMatch(/Apache Kafka 3\.9, Running, business-8/)
    expect(text).toMatch(
      /^- CN=5f0c8e1a-.* Project CA, valid until 14 Jun 2034, SHA-256 ([0-9A-F]{2}:){31}[0-9A-F]{2}$/m,
    )
    expect(text).toMatch(/^\| Kafka \| certificate, project\\_ca \| dynamic .* Required\b.* client certificate/m)
    expect(text).toMatch(/^\| Schema Registry .* \| Optional \| Signed by a public CA/m)
    expect(text).toMatch(/^\| orders-producer \| normal \| 13 Dec 2026 \|$/m)
    expect(text).toContain('avn service user-creds-download --project=demo-shop --username=avnadmin')
  })

  it('says what it does not know', async () => {
    const text = runbook(await facts('dashboards', { ca: 'Nothing came' }))
    expect(text).toContain('Nothing came')
    expect(text).not.toContain('SHA-256')
    expect(text).toMatch(/## Endpoints\s.*\boptional\b/s)
  })

  it('TLS that is off is said', async () => {
    expect(runbook(await facts('carts'))).toMatch(/TLS is off/)
  })

  it('names stay text: every table row keeps its cells, and no code fence closes early', async () => {
    const base = await facts('orders-db')
    const hostile = fc.oneof(
      fc.string(),
      fc.constantFrom('|', '`', '```', '\n', '\\|', '<b>', '[x](y)', '# h').map((text) => `a${text}b`),
    )
    fc.assert(
      fc.property(hostile, hostile, (name, host) => {
        const components = base.service.components.map((component) => ({ ...component, host }))
        const service = {
          ...base.service,
          service_name: name,
          components,
          users: [{ ...base.service.users[0], username: name }],
        }
        const text = runbook({ ...base, project: name, service })
        const cells = text
          .split('\n')
          .filter((line) => line.startsWith('| ') && line.includes('20984'))
          .map((line) => line.replaceAll(/\\[\s\S]/g, '').split('|').length)
        expect(new Set(cells)).toEqual(new Set([10]))
        expect(text.match(/^## /gm)).toHaveLength(4)
      }),
    )
  })
})

describe('shareLink', () => {
  it('contains project, service, endpoint and user, and nothing else of the URL', async () => {
    const { service } = await withSecrets('events')
    const here = new URLSearchParams('auth=sasl&token=secret&scenario=slow')
    const choice = chooseEndpoint(service.service_type, service.components, (name) => here.get(name))
    const link = shareLink('https://console.example.com', 'demo-shop', 'events', choice, 'orders-producer')
    expect(link).toBe(
      'https://console.example.com/project/demo-shop/services/events/overview?component=kafka&auth=sasl&ca=project_ca&route=dynamic&user=orders-producer',
    )
  })
})
