import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/users${search}`
const table = () => page.getByRole('table', { name: 'Service users' })
const user = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) })
const headers = () =>
  table()
    .getByRole('columnheader')
    .elements()
    .map(({ textContent }) => textContent)
const open = (name: string) => page.getByRole('button', { name: `Open credentials of ${name}` }).click()
const row = (header: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })
    .last()

describe('the users of a service', () => {
  it('of Kafka: with type, age of the password and validity of the certificate', async () => {
    await renderApp(url('events'))
    await expect.element(user('avnadmin')).toHaveTextContent(/Primary.*24 Aug 2028/)
    await expect.element(user('audit-consumer')).toHaveTextContent(/Normal.*3 days ago/)
    await expect.element(user('avnadmin')).toHaveTextContent(/2 years ago \(1[23] Sep 2024\)/)
    expect(headers()).toEqual(['User', 'Type', 'Password set', 'Certificate', 'Credentials'])
  })

  it('of other services: no certificates, and how users log in where the API says', async () => {
    await renderApp(url('billing-mysql'))
    await expect.element(user('avnadmin')).toHaveTextContent('caching_sha2_password')
    expect(headers()).toEqual(['User', 'Type', 'Authentication', 'Password set', 'Credentials'])
    await open('avnadmin')
    await expect.element(page.getByRole('table', { name: 'Credentials of avnadmin' })).toBeVisible()
    expect(page.getByText('Access Key').elements()).toHaveLength(0)
  })

  it('is one of the service links, which mark the current page', async () => {
    await renderApp('/project/demo-shop/services/events/overview')
    const links = page.getByRole('navigation', { name: 'Service' })
    await expect.element(links.getByRole('link', { name: 'Overview' })).toHaveAttribute('aria-current', 'page')
    await links.getByRole('link', { name: 'Users' }).click()
    await expect.element(links.getByRole('link', { name: 'Users' })).toHaveAttribute('aria-current', 'page')
    await expect.element(table()).toBeVisible()
  })

  it('shows a renewed certificate, with the day on which the old one expires', async () => {
    await renderApp(url('events', '?search=client-007'), { scenario: 'many-users' })
    await expect.element(user('client-007')).toHaveTextContent(/Renewed.* 23 Jan 2027/)
  })

  it('none: says so', async () => {
    await renderApp(url('region-mirror'))
    await expect.element(page.getByText('No service users')).toBeVisible()
  })

  it('searches, keeps the search in the URL, and says when nothing matches', async () => {
    const { url: here } = await renderApp(url('events'))
    await page.getByRole('searchbox', { name: 'Search users' }).fill('orders')
    await expect.element(page.getByText('1 of 4 users')).toBeVisible()
    await expect.poll(here).toBe(url('events', '?search=orders'))
    await page.getByRole('searchbox').fill('nobody')
    await expect.element(page.getByText(/^No user matches/)).toBeVisible()
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect.element(page.getByText('4 users', { exact: true })).toBeVisible()
  })

  it('typed text stays in the field while the URL is written', async () => {
    const { url: here } = await renderApp(url('events'), { scenario: 'many-users' })
    const field = page.getByRole('searchbox', { name: 'Search users' })
    await expect.element(field).toBeVisible()
    const seen = new Set<string>()
    const input = field.element() as HTMLInputElement
    const watch = new MutationObserver(() => {
      if (seen.size > 0 || input.value === 'client-495') seen.add(input.value)
    })
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    await field.fill('client-495')
    await expect.poll(here).toBe(url('events', '?search=client-495'))
    await expect.element(user('client-495')).toBeVisible()
    watch.disconnect()
    expect([...seen]).toEqual(['client-495'])
  })

  it('hundreds of them: only visible ones are in the document, the search finds all', async () => {
    await renderApp(url('events'), { scenario: 'many-users' })
    await expect.element(page.getByText('500 users')).toBeVisible()
    await expect.element(table()).toHaveAttribute('aria-rowcount', '501')
    expect(document.querySelectorAll('tbody tr').length).toBeLessThan(50)
    await page.getByRole('searchbox').fill('client-495')
    await expect.element(user('client-495')).toBeVisible()
  })

  it('hundreds of them: the one that the URL opens is visible', async () => {
    await renderApp(url('events', '?user=client-400'), { scenario: 'many-users' })
    const credentials = page.getByRole('table', { name: 'Credentials of client-400' })
    await expect.element(credentials).toBeInViewport()
  })
})

it('uses the same word for a certificate as the overview', async () => {
  await renderApp('/project/demo-shop/services/events/users')
  for (const [name, word] of [
    ['audit-consumer', 'Expired'],
    ['orders-producer', 'Expiring'],
    ['invoices-sync', 'Renewed'],
  ] as const)
    await expect.element(page.getByRole('row', { name: new RegExp(name) })).toHaveTextContent(word)
  await expect.element(page.getByRole('row', { name: /avnadmin/ })).not.toHaveTextContent(/Expir|Renewed/)
})

describe('credentials of a user', () => {
  it('are open if the URL says so, fetched on request, and gone when closed', async () => {
    const { url: here, requests } = await renderApp(url('events'))
    await open('orders-producer')
    await expect.poll(here).toBe(url('events', '?user=orders-producer'))
    expect(requests.filter((path) => path.includes('/user/'))).toEqual([])
    await page.getByRole('button', { name: 'Show password' }).click()
    await expect.element(row('Password')).toHaveTextContent('AVNS_')
    await page.getByRole('button', { name: 'Show access key' }).click()
    await expect.element(row('Access Key')).toHaveTextContent('BEGIN PRIVATE KEY')
    await page.getByRole('button', { name: 'Show access certificate' }).click()
    await expect.element(row('Access Certificate')).toHaveTextContent('BEGIN CERTIFICATE')
    // Key and certificate come from one answer, so they match.
    expect(requests.filter((path) => path.endsWith('/user/orders-producer'))).toHaveLength(2)
    await page.getByRole('button', { name: 'Close credentials of orders-producer' }).click()
    await expect.poll(() => document.body.textContent).not.toMatch(/AVNS_|PRIVATE KEY|BEGIN CERTIFICATE/)
    expect(here()).toBe(url('events'))
  })

  it('of another user: the previous one’s are hidden', async () => {
    await renderApp(url('events', '?user=avnadmin'))
    await page.getByRole('button', { name: 'Show password' }).click()
    await expect.element(row('Password')).toHaveTextContent('AVNS_')
    await open('orders-producer')
    await expect.element(page.getByRole('table', { name: 'Credentials of orders-producer' })).toBeVisible()
    expect(document.body.textContent).not.toContain('AVNS_')
  })

  it('by keyboard alone', async () => {
    await renderApp(url('events'))
    await expect.element(user('avnadmin')).toBeVisible()
    page.getByRole('button', { name: 'Open credentials of avnadmin' }).element().focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('button', { name: 'Close credentials of avnadmin' })).toHaveFocus()
    const show = page.getByRole('button', { name: 'Show password' }).element()
    for (let presses = 0; presses < 6 && document.activeElement !== show; presses++) await userEvent.keyboard('{Tab}')
    await userEvent.keyboard('{Enter}')
    await expect.element(row('Password')).toHaveTextContent('AVNS_')
  })

  it.each([
    ['redacted', 'Show access key', 'withheld'],
    ['user-403', 'Show access key', 'http-403'],
    ['key-mismatch', 'Show access certificate', 'not-a-pair'],
    ['redacted', 'Show password', 'withheld'],
    ['user-403', 'Show password', 'http-403'],
  ] as const)('scenario %s, %s: nothing is shown, and the message is about %s', async (scenario, button, problem) => {
    await renderApp(url('events', '?user=avnadmin'), { scenario })
    await page.getByRole('button', { name: button }).click()
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', problem)
    if (problem !== 'not-a-pair')
      await expect.element(page.getByRole('alert')).toHaveTextContent('service:secrets:read')
    expect(document.body.textContent).not.toMatch(/AVNS_|-----BEGIN/)
  })

  it('a missing user: says so, and opens nobody instead', async () => {
    await renderApp(url('events', '?user=nobody'))
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'no-such-user')
    expect(page.getByRole('table', { name: /^Credentials/ }).elements()).toHaveLength(0)
  })
})
