/** Checks the table of service states on the pages: mark, health, notice and offered actions. */
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import type { ExpiryState } from '../../domain/expiry.ts'
import { SERVICE_STATES, type ServiceState } from '../../domain/testing/service-states.ts'
import { CA, healthFacts } from '../../domain/testing/state-facts.ts'
import { lookup } from '../../lib/lookup.ts'

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

/** A CA of so many certificates, as the API would send it. */
const caPem = async (kind: string): Promise<string> => {
  const made = (lookup(CA, kind) ?? []).map(async (validity) => {
    const keys = await crypto.subtle.generateKey(SIGNING, false, ['sign', 'verify'])
    const basic = new x509.BasicConstraintsExtension(true, 0, true)
    const options = { ...validity, name: 'CN=Project CA', keys, signingAlgorithm: SIGNING, extensions: [basic] }
    return `${(await x509.X509CertificateGenerator.createSelfSigned(options)).toString('pem')}\n`
  })
  return (await Promise.all(made)).join('')
}

const nameOf = ({ name }: ServiceState): string => name.replaceAll(/[^a-z]+/gi, '-').toLowerCase()

const wireOf = (state: ServiceState, name: string) => ({
  ...healthFacts(state),
  service_name: name,
  state: state.endpoints.length > 0 ? 'RUNNING' : 'POWEROFF',
})

/** Name of a service that the mock has: it answers 404 for others. */
const KNOWN = 'events'

/** A project with services in the states that are given, and its CA. */
const answersOf = async (states: readonly ServiceState[], name?: string) => {
  const certificate = await caPem(states[0]?.ca ?? '')
  return (path: string, body: unknown): unknown => {
    if (path.includes('/kms/ca')) return { certificate }
    const services = states.map((state) => wireOf(state, name ?? nameOf(state)))
    if (/\/project\/demo-shop\/service(\?|$)/.test(path)) return { services }
    return path.includes(`/service/${KNOWN}?`) || path.endsWith(`/service/${KNOWN}`) ? { service: services[0] } : body
  }
}

/** Texts of the list, repeated here independently of the code. */
const HEALTH: Record<ExpiryState, RegExp> = {
  expired: /Expired .* ago/,
  expiring: /Ends in \d+ (day|month)/,
  renewed: /renewed/,
  rotation: /rotating/,
  unknown: /End unknown/,
  valid: /Ends in \d+ year/,
  unused: /Not used/,
}

/** Services of one project share its CA, and whether a rotation is ahead. */
const groupName = ({ ca, ahead }: ServiceState): string => `${ca}${ahead ? ', ahead' : ''}`
const groups = [...new Set(SERVICE_STATES.map(groupName))]

describe('the list', () => {
  it.each(groups)('shows the right states if the CA is: %s', async (group) => {
    const states = SERVICE_STATES.filter((state) => groupName(state) === group)
    await renderApp('/project/demo-shop/services?columns=name,ca,expires', { tamper: await answersOf(states) })
    for (const state of states) {
      const [mark = '', client, health, decides = ''] = state.is
      const row = page.getByRole('row').filter({ has: page.getByRole('link', { name: nameOf(state), exact: true }) })
      await expect.element(row.getByText(new RegExp(`^${mark}$`, 'i')).first()).toBeVisible()
      await expect.element(row).toHaveTextContent(HEALTH[health as ExpiryState])
      expect(row.element().textContent.includes('+ client certificate')).toBe(client === 'client')
      if (health !== 'unused' && decides !== '-')
        await expect.element(row.getByText(decides === 'ca' ? 'CA' : decides, { exact: true }).first()).toBeVisible()
    }
  })
})

describe('the overview', () => {
  it.each(SERVICE_STATES.filter(({ notice, type }) => notice !== '-' || type === 'kafka'))('$name', async (state) => {
    await renderApp(`/project/demo-shop/services/${KNOWN}/overview`, { tamper: await answersOf([state], KNOWN) })
    const parts = state.notice.split('+')
    const caNotice = parts.find((part) => part.startsWith('ca-'))
    const notices = page.getByRole('region', { name: 'Certificates that need attention' })
    await expect.element(page.getByRole('rowheader', { name: 'CA Certificate' })).toBeVisible()
    if (caNotice !== undefined) await expect.element(page.getByTestId(caNotice)).toBeVisible()
    // Where users are spoken of, that is there at once.
    expect(notices.elements()).toHaveLength(parts.includes('users') ? 1 : 0)
    expect(page.getByTestId(/^ca-(expired|expiring|rotation)$/).elements()).toHaveLength(caNotice === undefined ? 0 : 1)
    const offers = (name: RegExp) => page.getByRole('button', { name }).elements().length > 0
    expect(offers(/^Reset and download/)).toBe(state.advice === 'reset')
    expect(offers(/^Acknowledge/)).toBe(state.advice === 'acknowledge')
  })
})
