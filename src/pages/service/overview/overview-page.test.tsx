import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { paths } from '../../../lib/paths.ts'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/overview${search}`
const row = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })

describe('the service page', () => {
  it('shows what a client needs, the password masked', async () => {
    await renderApp(url('orders-db'))
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
    await expect.element(page.getByRole('region', { name: 'Connection information' })).toBeVisible()
    for (const [header, text] of [
      [
        'Service URI',
        'postgres://CLICK_TO:REVEAL_PASSWORD@orders-db-demo-shop.a.example.com:20984/defaultdb?sslmode=verify-full&sslrootcert=ca.pem',
      ],
      ['Host', 'orders-db-demo-shop.a.example.com'],
      ['Port', '20984'],
      ['Database Name', 'defaultdb'],
      ['SSLmode', 'require'],
      ['Connection Limit', '200'],
      ['CA Certificate', 'Required'],
    ] as const)
      await expect.element(row(header)).toHaveTextContent(text)
    expect(document.body.textContent).not.toContain('AVNS_')
  })

  it('the cell with the mark contains only the mark', async () => {
    await renderApp(url('dashboards'))
    await expect.element(row('CA Certificate').getByRole('cell').first()).toHaveTextContent(/^Optional$/)
  })

  it('reveals the password when asked, in both places, and hides it again', async () => {
    await renderApp(url('orders-db'))
    await page.getByRole('button', { name: 'CLICK_TO:REVEAL_PASSWORD' }).click()
    await expect.element(row('Password')).toHaveTextContent(/AVNS_/)
    await expect.element(row('Service URI')).toHaveTextContent(/avnadmin:AVNS_/)
    await page.getByRole('button', { name: 'Hide password' }).click()
    expect(document.body.textContent).not.toContain('AVNS_')
  })

  it('has the URI as Aiven gives it beside the one that verifies, and says what it lacks', async () => {
    await renderApp(url('orders-db'))
    await expect.element(row('Service URI').getByTestId('uri-lacks-verification')).toHaveTextContent('sslmode=require')
    await row('Service URI').getByRole('button', { name: 'As Aiven gives it' }).click()
    await expect
      .element(row('Service URI'))
      .toHaveTextContent(
        'postgres://CLICK_TO:REVEAL_PASSWORD@orders-db-demo-shop.a.example.com:20984/defaultdb?sslmode=require',
      )
    const write = vi.spyOn(navigator.clipboard, 'write').mockResolvedValue()
    const copied = async () => {
      const [item] = write.mock.lastCall?.[0] ?? []
      return (await item?.getType('text/plain'))?.text()
    }
    await row('Service URI').getByRole('button', { name: 'Copy Service URI', exact: true }).click()
    await expect.poll(copied).toMatch(/^postgres:\/\/avnadmin:AVNS_.*sslmode=verify-full&sslrootcert=ca\.pem$/)
    await row('Service URI')
      .getByRole('button', { name: /^Copy service URI as/ })
      .click()
    await expect.poll(copied).toMatch(/^postgres:\/\/avnadmin:AVNS_.*sslmode=require$/)
    write.mockRestore()
  })

  it.each([
    ['billing-mysql', 'verification'],
    ['events', 'settings'],
  ])('the URI of %s stays as it is, says what it lacks, and leads to Quick connect', async (service, lack) => {
    await renderApp(url(service))
    await expect.element(row('Service URI').getByTestId(`uri-lacks-${lack}`)).toBeVisible()
    expect(row('Service URI').getByRole('button', { name: 'As Aiven gives it' }).elements()).toHaveLength(0)
    await expect
      .element(row('Service URI').getByRole('link'))
      .toHaveAttribute('href', expect.stringContaining(`/services/${service}/connect`))
  })

  it('paints at once from the list', async () => {
    await renderApp('/project/demo-shop/services', { scenario: 'slow' })
    await page.getByRole('link', { name: 'orders-db', exact: true }).click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
    expect(page.getByText('Loading the service').elements()).toHaveLength(0)
  })

  it('says that it is loading', async () => {
    await renderApp(url('orders-db'), { scenario: 'slow' })
    await expect.element(page.getByText('Loading the service')).toBeInTheDocument()
  })

  it.each([
    ['500', 'http-500'],
    ['html', 'contract'],
  ] as const)('scenario %s: a message with Retry', async (scenario, problem) => {
    await renderApp(url('orders-db'), { scenario })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', problem)
    await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible()
  })

  it('a service that is not there is not found', async () => {
    await renderApp(url('nowhere'))
    await expect.element(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Go to services' })).toBeVisible()
  })

  it.each([
    ['new-orders-db', 'being-built', 'Required'],
    ['dashboards', 'powered-off', 'Optional'],
    ['region-mirror', 'no-clients', 'Optional'],
  ])('%s: says what is not there yet, and still has the CA', async (service, reason, mark) => {
    await renderApp(url(service))
    await expect.element(page.getByTestId(reason)).toBeVisible()
    const powersOn = page.getByTestId(reason).getByRole('button', { name: 'Power on' }).elements().length
    expect(powersOn).toBe(reason === 'powered-off' ? 1 : 0)
    await expect.element(row('CA Certificate')).toHaveTextContent(mark)
    await expect.element(row('CA Certificate')).toHaveTextContent('demo-shop')
    await row('CA Certificate').getByRole('button', { name: 'Show CA certificate' }).click()
    await expect.element(row('CA Certificate')).toHaveTextContent(/-----BEGIN CERTIFICATE-----/)
  })

  it('shows every fact of the CA', async () => {
    await renderApp(url('orders-db'))
    await page.getByRole('button', { name: 'Show CA certificate' }).click()
    await expect
      .element(row('CA Certificate'))
      .toHaveTextContent(
        /SubjectCN=5f0c8e1a-9b1d-4c57-8a56-3f6f0f6c2d11 Project CAIssuerCN=5f0c8e1a.*Valid from16 Jun 2024Valid until.*14 Jun 2034.*SHA-256 fingerprint([0-9A-F]{2}:){31}[0-9A-F]{2}Serial number.*KeyRSA 3072 bitSignature algorithmsha384WithRSAEncryption/,
      )
  })

  it('says that a rotation is under way, and shows both certificates', async () => {
    await renderApp('/project/demo-rotation/services/warehouse/overview')
    const rotating = row('CA Certificate').getByTestId('ca-rotating')
    await expect.element(rotating.getByRole('link')).toHaveAttribute('href', paths.caRotation('demo-rotation'))
    await page.getByRole('button', { name: 'Show CA certificate' }).click()
    await expect.element(page.getByText('Certificate 2 of 2')).toBeVisible()
  })

  it('says clearly that TLS is off', async () => {
    await renderApp(url('carts'))
    await expect.element(page.getByTestId('plaintext')).toBeVisible()
    await expect.element(row('Service URI')).toHaveTextContent(/^Service URIredis:/)
  })

  it('an unknown type is Unknown, with what to check', async () => {
    await renderApp(url('prototype'))
    await expect.element(row('CA Certificate').getByRole('cell').first()).toHaveTextContent(/^Unknown$/)
    await expect.element(row('CA Certificate').getByTestId('basis-unknown')).toHaveTextContent('quasar')
  })
})

describe('odd services', () => {
  it.each(['bare-bones', 'all-null', 'unknown-state', 'unknown-component', 'half-broken'])(
    '%s has a page',
    async (service) => {
      await renderApp(url(service), { scenario: service === 'half-broken' ? 'wrong-shapes' : 'odd' })
      await expect.element(page.getByRole('heading', { level: 1, name: service })).toBeVisible()
      await expect.element(row('CA Certificate')).toBeVisible()
      if (service === 'half-broken')
        await expect.element(page.getByTestId('unread').getByText(/pgbouncer/)).toBeVisible()
    },
  )

  it.each([
    '<img src=x onerror=alert(1)>"\'&amp;',
    'names with spaces/slashes?and#more%',
    '名前-ñandú-שלום-🦀',
    'a'.repeat(300),
  ])('the name %s leads to its page, and is text there', async (name) => {
    await renderApp('/project/demo-shop/services', { scenario: 'odd' })
    await page.getByRole('link', { name, exact: true }).click()
    await expect.element(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
    await expect.element(row('CA Certificate')).toBeVisible()
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })
})

it('a long download can be cancelled, and nothing is saved', async () => {
  await renderApp(url('events'), { scenario: 'slow-user' })
  await page.getByRole('button', { name: 'Download access key' }).click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect
    .element(
      row('Access Key')
        .getByRole('status')
        .filter({ hasText: /^Cancelled/ }),
    )
    .toBeVisible()
  await expect.element(page.getByRole('button', { name: 'Download access key' })).toHaveAttribute('aria-busy', 'false')
})

it('a click as soon as the button appears works', async () => {
  const clicked = new Promise<void>((resolve) => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector<HTMLElement>('button[aria-label="Download access key"]')
      if (!button) return
      observer.disconnect()
      button.click()
      resolve()
    })
    observer.observe(document.body, { childList: true, subtree: true })
  })
  await renderApp(url('events'))
  await clicked
  await expect.element(page.getByText(/^Saved service\.key/)).toBeVisible()
})
