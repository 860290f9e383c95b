/** A Kafka whose endpoints accept no client certificates: expired user certificates do no harm, but a reset would. */
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup } from 'vitest-browser-react'

import { renderApp } from '../../app/testing/render-app.tsx'
import { saslOnly } from '../../app/testing/sasl-only.ts'

const EVENTS = '/project/demo-shop/services/events'
const RESET = /reset the credentials|have ended|clients that use it are refused/i

describe('unused user certificates', () => {
  it('the overview raises no alarm, and gives no advice to reset', async () => {
    await renderApp(`${EVENTS}/overview`, { tamper: saslOnly })
    await expect.element(page.getByRole('heading', { name: 'Connection information' })).toBeVisible()
    await expect.element(page.getByRole('main')).not.toHaveTextContent(RESET)
    expect(page.getByRole('region', { name: 'Certificates that need attention' }).elements()).toHaveLength(0)
  })

  it('Users says that they are not used', async () => {
    await renderApp(`${EVENTS}/users`, { tamper: saslOnly })
    for (const user of ['audit-consumer', 'orders-producer', 'invoices-sync']) {
      await expect.element(page.getByRole('row', { name: new RegExp(user) })).toHaveTextContent('Not used')
    }
    await expect.element(page.getByRole('main')).not.toHaveTextContent(/expired|Renewed/)
  })

  it('they are not counted, and Certificates says why', async () => {
    await renderApp('/certificates', { tamper: saslOnly })
    await expect.element(page.getByRole('main').getByText('4 need attention')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search certificates' }).fill('events')
    const row = page.getByRole('row', { name: /audit-consumer of events/ })
    await expect.element(row).toHaveTextContent(/Not used.*No service.*takes client certificates/)
    await expect.element(row).not.toHaveTextContent(RESET)
  })

  it('the state can be chosen, and shows nothing else', async () => {
    await renderApp('/certificates?state=unused', { tamper: saslOnly })
    await expect.element(page.getByRole('row', { name: /audit-consumer of events/ })).toBeVisible()
    await expect.element(page.getByRole('row', { name: /avnadmin of events/ })).toHaveTextContent('Not used')
  })

  it('the list finds nothing of it by expires:', async () => {
    await renderApp('/project/demo-shop/services?columns=name,ca,expires&search=expires:<2y', { tamper: saslOnly })
    await expect.element(page.getByRole('link', { name: 'events-archive' })).toBeVisible()
    expect(page.getByRole('link', { name: 'events', exact: true }).elements()).toHaveLength(0)
  })

  it('in many projects: the same counts, and no alarm, in the list of all and in Certificates', async () => {
    const scenario = 'kafka-logins'
    await renderApp('/services?columns=name,ca,expires&search=sasl-events', { scenario })
    const rows = page.getByRole('row').filter({ has: page.getByRole('link', { name: 'sasl-events', exact: true }) })
    await expect.poll(() => rows.elements().length).toBe(4)
    for (const row of rows.elements()) {
      expect(row.textContent).toContain('Required')
      expect(row.textContent).not.toContain('client certificate')
      // Only the project's CA counts, not the users' certificates.
      // The pointer may hover a row, which then shows its actions.
      await expect.poll(() => row.textContent).toMatch(/CA(?:, rotating)?(?:Download CAQuick connect)?$/)
    }
    await cleanup()
    await renderApp('/certificates', { scenario })
    await expect.element(page.getByRole('main').getByText('7 need attention')).toBeVisible()
    await page.getByRole('searchbox', { name: 'Search certificates' }).fill('audit-consumer sasl-events')
    await expect.element(page.getByRole('row', { name: /audit-consumer of sasl-events/ }).first()).toBeVisible()
    const unused = page.getByRole('row', { name: /audit-consumer of sasl-events/ }).elements()
    expect(unused).toHaveLength(4)
    for (const row of unused) expect(row.textContent).toContain('Not used')
  })
})
