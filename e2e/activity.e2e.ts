import { download, expect, paths, PROJECT, test } from './fixtures.ts'

const of = (service: string, page: string) => paths.service(service).replace('/overview', `/${page}`)

test(
  'a connection that is terminated is gone, and the event log says who did it',
  { tag: '@smoke' },
  async ({ page }) => {
    await page.goto(of('orders-db', 'current-queries'))
    const terminate = page.getByRole('button', { name: /^Terminate connection/ }).first()
    const pid = /\d+/.exec((await terminate.getAttribute('aria-label')) ?? '')?.[0] ?? 'none'
    await terminate.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Command line').click()
    await expect(dialog.locator('pre').first()).toContainText('/query/cancel')
    await dialog.getByRole('button', { name: 'Terminate', exact: true }).click()
    await expect(page.getByTestId('stopped')).toContainText(pid)
    await expect(page.getByRole('rowheader', { name: pid, exact: true })).toHaveCount(0)
    await page.getByRole('link', { name: 'Back to services' }).click()
    await page.getByRole('link', { name: 'Event log', exact: true }).click()
    await page.getByRole('combobox', { name: 'Service' }).selectOption('orders-db')
    const newest = page.getByRole('table', { name: 'Events' }).getByRole('row').nth(1)
    await expect(newest).toContainText(pid)
    await expect(newest).toContainText('demo@example.com')
    const { name, bytes } = await download(page, page.getByRole('button', { name: /^CSV/ }))
    expect(name).toBe(`${PROJECT}-events.csv`)
    const [header, first] = bytes.toString().split('\r\n')
    expect(header).toBe('"time","actor","event_type","service_name","event_desc","id"')
    expect(first).toMatch(new RegExp(`^"2026-11-23T12:00:00.*","demo@example.com",".*","orders-db",".*${pid}.*",".*"$`))
  },
)

test('a moment is chosen, and leads to a new service that begins with it', async ({ page }) => {
  await page.goto(of('orders-db', 'backups'))
  await page.getByRole('button', { name: 'Fork and restore' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('State to restore').selectOption('moment')
  await dialog.getByText('UTC', { exact: true }).click()
  await dialog.getByLabel('Moment', { exact: true }).fill('2026-11-20T10:00:30')
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(
    (url) =>
      url.pathname === `/project/${PROJECT}/new-service` &&
      url.searchParams.get('fork') === 'orders-db' &&
      url.searchParams.get('at') === '2026-11-20T10:00:30.000Z',
  )
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('2026-11-20 10:00:30')
  await page.goBack()
  await expect(dialog).toBeVisible()
})

test('statistics are reset, and counting begins anew', async ({ page }) => {
  await page.goto(of('billing-mysql', 'query-statistics'))
  await expect(page.getByRole('table', { name: 'Query statistics' })).toBeVisible()
  await page.getByRole('button', { name: 'Reset statistics' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reset statistics' }).click()
  await expect(page.getByTestId('reset')).not.toBeEmpty()
  await expect(page.getByRole('table', { name: 'Query statistics' })).toHaveCount(0)
})
