import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const EVENTS = '/project/demo-shop/services/events/overview'
const notices = page.getByRole('region', { name: 'Certificates that need attention' })
const dialog = page.getByRole('dialog')

describe('the banner', () => {
  it('says what happens when, for every user that needs attention', async () => {
    await renderApp(EVENTS)
    for (const text of [
      /^Renewed.*invoices-sync.*15 Jan 2027.*14 Jan 2029/,
      /^Expiring.*orders-producer.*13 Dec 2026/,
      /^Expired.*audit-consumer.*20 Nov 2026/,
    ])
      await expect.element(notices.getByRole('listitem').filter({ hasText: text })).toBeVisible()
    await expect.element(notices).not.toHaveTextContent('avnadmin')
  })

  it('is not there where all is well', async () => {
    await renderApp('/project/demo-shop/services/orders-db/overview')
    await expect.element(page.getByRole('heading', { name: 'Connection information' })).toBeVisible()
    expect(notices.elements()).toHaveLength(0)
  })

  it('leads to the pair of a user that has no newer one', async () => {
    const { url } = await renderApp(EVENTS)
    await notices.getByRole('link', { name: 'Key and certificate of orders-producer' }).click()
    await expect.poll(url).toContain('user=orders-producer')
    await expect.element(page.getByRole('row', { name: /^Access Certificate/ }).getByText('13 Dec 2026')).toBeVisible()
  })

  it('scenario redacted: no new pair is handed over, and it says why', async () => {
    await renderApp(EVENTS, { scenario: 'redacted' })
    await notices.getByRole('button', { name: 'Download new pair of invoices-sync' }).click()
    await expect.element(notices.getByRole('alert')).toHaveAttribute('data-testid', 'withheld')
  })

  it('scenario key-mismatch: asks before handing over a mismatched pair', async () => {
    await renderApp(EVENTS, { scenario: 'key-mismatch' })
    await notices.getByRole('button', { name: 'Download new pair of invoices-sync' }).click()
    await expect.element(page.getByRole('dialog').getByRole('alert')).toHaveAttribute('data-testid', 'not-a-pair')
  })
})

describe('the CA', () => {
  it.each([
    ['demo-legacy/services/reports-db', 'ca-expired', /demo-legacy expired 12 days ago/],
    ['demo-rotation/services/warehouse', 'ca-rotation', /demo-rotation is being replaced/],
  ])('%s: %s is said below the files, and in a word at the top', async (path, id, text) => {
    await renderApp(`/project/${path}/overview`)
    await expect.element(page.getByRole('link', { name: /^CA (expired|rotating)$/ })).toBeVisible()
    await expect.element(page.getByTestId(id)).toHaveTextContent(text)
    await page.getByTestId(id).getByRole('link').click()
    await expect.element(page.getByRole('heading', { level: 1, name: /CA/ })).toBeVisible()
  })

  it('of a service that needs none is not mentioned', async () => {
    await renderApp('/project/demo-shop/services/dashboards/overview')
    await expect.element(page.getByRole('row', { name: /^CA Certificate/ })).toBeVisible()
    expect(page.getByTestId(/^ca-(expired|rotation|expiring)$/).elements()).toHaveLength(0)
  })
})

describe('Acknowledge', () => {
  const open = async () => {
    await page.getByRole('button', { name: 'Acknowledge the renewal of invoices-sync' }).click()
    await expect.element(dialog).toBeVisible()
  }

  it('says what it means, does it, and says that it is done', async () => {
    const { requests } = await renderApp(EVENTS)
    await open()
    await expect.element(dialog).toHaveTextContent(/invoices-sync.*15 Jan 2027/)
    await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await dialog.getByRole('button', { name: 'Acknowledge' }).click()
    await expect.element(notices).toHaveTextContent('Acknowledged')
    await expect.element(notices).not.toHaveTextContent('15 Jan 2027')
    await expect.element(notices).toHaveFocus()
    expect(requests.filter((path) => path.endsWith('/user/invoices-sync'))).toHaveLength(1)
  })

  it('Cancel and Escape change nothing, and give the focus back', async () => {
    const { requests } = await renderApp(EVENTS)
    await open()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(page.getByRole('button', { name: /^Acknowledge/ })).toHaveFocus()
    await open()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('button', { name: /^Acknowledge/ })).toHaveFocus()
    expect(dialog.elements()).toHaveLength(0)
    expect(requests.filter((path) => path.includes('/user/'))).toEqual([])
  })
})

describe('Reset', () => {
  const USERS = EVENTS.replace('overview', 'users')

  it.each([
    ['the notice on the overview', EVENTS, 'Reset and download: audit-consumer'],
    ['the list of users', USERS, 'Reset and download: audit-consumer'],
    ['the opened user', `${USERS}?user=audit-consumer`, 'Reset credentials of audit-consumer'],
  ])('from %s: says what it breaks, resets, and hands over the new pair', async (_, place, button) => {
    const { url } = await renderApp(place)
    await page.getByRole('button', { name: button }).click()
    await expect.poll(url).toContain('reset=audit-consumer')
    await expect.element(dialog).toHaveTextContent(/audit-consumer.*password, certificate and key/)
    await dialog.getByRole('button', { name: 'Reset audit-consumer' }).click()
    const pair = dialog.getByRole('button', { name: 'Download new pair of audit-consumer' })
    await expect.element(pair).toHaveFocus()
    await pair.click()
    await expect
      .element(dialog.getByRole('status').filter({ hasText: /^Saved events-audit-consumer\.zip/ }))
      .toBeVisible()
    expect(dialog.getByRole('button', { name: /^Acknowledge/ }).elements()).toHaveLength(0)
    await userEvent.keyboard('{Escape}')
    await expect.poll(url).not.toContain('reset=')
    await expect.element(page.getByRole('main')).not.toHaveTextContent('20 Nov 2026')
  })

  it('of a user without certificate speaks of the password alone, and copies the new one', async () => {
    await renderApp('/project/demo-shop/services/orders-db/users?user=orders-api')
    await page.getByRole('button', { name: 'Reset credentials of orders-api' }).click()
    await expect.element(dialog).toHaveTextContent('new password')
    await expect.element(dialog).not.toHaveTextContent('certificate')
    await dialog.getByRole('button', { name: 'Reset orders-api' }).click()
    await expect.element(dialog.getByRole('button', { name: 'Copy new password' })).toHaveFocus()
    expect(dialog.getByRole('button', { name: /^Download/ }).elements()).toHaveLength(0)
  })

  it('of a missing user: the link opens nothing', async () => {
    await renderApp(`${EVENTS}?reset=nobody`)
    await expect.element(notices).toBeVisible()
    expect(dialog.elements()).toHaveLength(0)
  })

  it.each([
    ['write-403', 'http-403'],
    ['write-500', 'outcome-unknown'],
  ] as const)('scenario %s: %s', async (scenario, problem) => {
    await renderApp(`${EVENTS}?reset=avnadmin`, { scenario })
    await dialog.getByRole('button', { name: 'Reset avnadmin' }).click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', problem)
    expect(dialog.getByRole('button', { name: /^Download/ }).elements()).toHaveLength(0)
  })
})
