import { IN_DEMO_SHOP } from '../mocks/testing/how-many.ts'
import { expect, paths, row, test } from './fixtures.ts'

test('a deep link, a reload, back and forward show the same', async ({ page }) => {
  const link = paths.service('events', '?auth=sasl&ca=letsencrypt')
  await page.goto(link)
  const optional = row(page, 'CA Certificate').getByRole('cell', { name: 'Optional', exact: true })
  await expect(optional).toBeVisible()
  await page.reload()
  await expect(optional).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Back to services' }).click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  await page.goBack()
  await expect(optional).toBeVisible()
  await expect(page).toHaveURL(link)
  await page.goForward()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
})

test('search and sort come back with the back button', async ({ page }) => {
  await page.goto(paths.services())
  await page.getByRole('searchbox', { name: 'Search services' }).fill('kafka')
  await expect(page).toHaveURL(/search=kafka/)
  await page.getByRole('link', { name: 'events', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'events' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('searchbox')).toHaveValue('kafka')
  await expect(page.getByText(`4 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
})

test('a link to the list without a search shows the list without one', async ({ page }) => {
  await page.goto(`${paths.services()}?search=kafka`)
  await expect(page.getByText(`4 of ${String(IN_DEMO_SHOP)} services`)).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: 'Services', exact: true }).click()
  await expect(page.getByRole('searchbox')).toHaveValue('')
  await expect(page.getByText(`${String(IN_DEMO_SHOP)} services`, { exact: true })).toBeVisible()
})

test('a search and a sort in quick succession are both kept', async ({ page }) => {
  await page.goto(paths.services())
  await page.getByRole('searchbox').fill('kafka')
  await page.getByRole('columnheader', { name: 'Plan' }).getByRole('button').click()
  await expect(page).toHaveURL(`${paths.services()}?search=kafka&sort=plan`)
  await page.getByRole('searchbox').fill('zzz')
  await page.getByRole('button', { name: 'Clear search' }).click()
  await expect(page.getByRole('searchbox')).toBeFocused()
  await expect(page).toHaveURL(`${paths.services()}?sort=plan`)
})

test('a page opens at its top, and the list comes back where it was', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 600 })
  await page.goto(paths.services())
  await page.getByRole('link', { name: 'timeseries' }).scrollIntoViewIfNeeded()
  const scrolled = () => page.evaluate(() => scrollY)
  const before = await scrolled()
  expect(before).toBeGreaterThan(500)
  await page.getByRole('link', { name: 'timeseries' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'timeseries' })).toBeInViewport()
  await page.goBack()
  await expect.poll(scrolled).toBeGreaterThan(before - 300)
})

test('an account in front of the path is left out, and leads to no other host', async ({ page, baseURL }) => {
  for (const path of ['/account/x//evil.example/p', '/account/x/%2Fevil.example/p', '/account/x/\\\\evil.example/p']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
    expect(new URL(page.url()).origin).toBe(new URL(baseURL ?? '').origin)
  }
  await page.goto('/account/a1/project/demo-shop/services/a%3Fb%23c%2525/overview?scenario=default')
  await expect(page).toHaveURL(/services\/a%3Fb%23c%2525\/overview/)
})

test('a theme that is chosen holds after a reload, before any script of the app', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.goto(paths.services())
  expect(await ground()).toBe('rgb(246, 247, 249)')
  await page.getByRole('radio', { name: 'Dark' }).check()
  expect(await ground()).toBe('rgb(14, 18, 23)')
  await page.reload({ waitUntil: 'domcontentloaded' })
  expect(await ground()).toBe('rgb(14, 18, 23)')
  await page.getByRole('radio', { name: 'System' }).check()
  expect(await ground()).toBe('rgb(246, 247, 249)')
})

test('the reason of a mark opens on hover and on focus, and closes with Escape', async ({ page }) => {
  await page.goto(paths.services())
  const mark = page.getByRole('row', { name: /\bevents Apache/ }).getByRole('button', { name: 'Required' })
  await mark.hover()
  await expect(page.getByRole('tooltip')).not.toBeEmpty()
  const reason = (await page.getByRole('tooltip').innerText()).trim()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('tooltip')).toHaveCount(0)
  // The pointer may move to the tooltip, and focus keeps it open when the pointer leaves.
  await page.mouse.move(0, 0)
  await mark.hover()
  await page.getByRole('tooltip').hover()
  await page.waitForTimeout(400)
  await expect(page.getByRole('tooltip')).toBeVisible()
  await mark.focus()
  await page.mouse.move(0, 0)
  await page.waitForTimeout(400)
  await expect(page.getByRole('tooltip')).toBeVisible()
  await expect(mark).toHaveAccessibleDescription(reason)
})

test('a choice holds while another changes, as far as there is such an endpoint', async ({ page }) => {
  await page.goto(paths.service('events'))
  await page.getByRole('radio', { name: 'Public', exact: true }).check()
  await page.getByRole('radio', { name: 'SASL' }).check()
  await expect(page).toHaveURL(/auth=sasl&?.*route=public|route=public&?.*auth=sasl/)
  await expect(row(page, 'Host')).toContainText('public-events')
  await page.goto(paths.service('events', '?auth=sasl&route=wormhole'))
  await expect(page.getByTestId('no-such-endpoint').getByText(/wormhole/)).toBeVisible()
})

test('sort buttons do not overlap where it is narrow', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(paths.services())
  await expect(page.getByRole('table', { name: 'Services' }).getByRole('row')).toHaveCount(IN_DEMO_SHOP + 1)
  for (const button of await page.getByRole('columnheader').getByRole('button').all()) {
    const hit = await button.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
    })
    expect(hit).toBe(true)
  }
})

test('what is chosen looks chosen in high contrast', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  await page.goto(paths.service('events'))
  const ground = (name: string) =>
    page.getByRole('tab', { name, exact: true }).evaluate((tab) => getComputedStyle(tab).backgroundColor)
  await expect(page.getByRole('tab', { name: 'Kafka', exact: true })).toBeVisible()
  expect(await ground('Kafka')).not.toBe(await ground('REST'))
})

test('tables keep their roles where they are stacked', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 })
  await page.goto(paths.service('orders-db'))
  await expect(row(page, 'CA Certificate').getByRole('cell', { name: 'Required', exact: true })).toBeVisible()
  await page.goto(paths.services())
  await expect(page.getByRole('table', { name: 'Services' }).getByRole('row')).toHaveCount(IN_DEMO_SHOP + 1)
  await expect(page.getByRole('columnheader', { name: 'CA certificate' })).toBeVisible()
})

test('arrow keys move between tabs', async ({ page }) => {
  await page.goto(paths.service('events'))
  await page.getByRole('tab', { name: 'Kafka', exact: true }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Connect' })).toBeFocused()
  await expect(page).toHaveURL(/component=kafka_connect/)
  await page.keyboard.press('End')
  await expect(page.getByRole('tab', { name: 'Jolokia' })).toHaveAttribute('aria-selected', 'true')
})

test('secrets are nowhere until asked for, and in no storage, URL or title after', async ({ page }) => {
  await page.goto(paths.services())
  await page.getByRole('link', { name: 'events', exact: true }).click()
  await expect(row(page, 'Access Key')).toBeVisible()
  const everything = () =>
    page.evaluate(() => ({
      page: document.documentElement.outerHTML,
      kept: JSON.stringify([
        Object.entries(localStorage),
        Object.entries(sessionStorage),
        document.cookie,
        location.href,
        document.title,
        history.state,
      ]),
    }))
  expect((await everything()).page).not.toMatch(/AVNS_|PRIVATE KEY/)
  await row(page, 'Access Key').getByRole('button', { name: 'Show access key' }).click()
  await page.getByRole('radio', { name: 'SASL' }).check()
  await page.getByRole('button', { name: 'Show password' }).click()
  await expect(row(page, 'Password')).toContainText('AVNS_')
  const after = await everything()
  expect(after.page).not.toContain('PRIVATE KEY')
  expect(after.kept).not.toMatch(/AVNS_|PRIVATE KEY/)
  await page.getByRole('navigation').getByRole('link', { name: 'Back to services' }).click()
  await expect(page.getByRole('table', { name: 'Services' })).toBeVisible()
  expect((await everything()).page).not.toMatch(/AVNS_|PRIVATE KEY/)
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations())).toEqual([])
})

test('the page says whose it is not', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('contentinfo')).toContainText(/\bnot\b.* Aiven/i)
})

test('headers: a strict policy, hashed files for ever, the page never', async ({ request }) => {
  const page = await request.get('/project/demo-shop/services')
  expect(page.headers()).toMatchObject({
    'content-security-policy': expect.stringContaining("require-trusted-types-for 'script'"),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  })
  const script = /src="(\/assets\/[^"]+)"/.exec(await page.text())?.[1]
  expect((await request.get(script ?? '')).headers()['cache-control']).toContain('immutable')
  expect((await request.get('/assets/nowhere.js')).status()).toBe(404)
  expect((await request.get('/v1/project')).status()).toBe(404)
})
