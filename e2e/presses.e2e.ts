/** A press is never lost: what can be pressed isn't moved away while the page loads. */
import type { Route } from '@playwright/test'

import { expect, paths, test } from './fixtures.ts'

test('a button below many rows comes with them, however late their code', async ({ page }) => {
  const held: Route[] = []
  await page.route(/\/windowed-rows-[^/]+\.js$/, (route) => void held.push(route))
  await page.goto(paths.service('orders-db').replace('overview', 'logs'))
  const older = page.getByRole('main').getByRole('button', { name: 'Load older' })
  await expect(page.getByTestId('loaded')).toHaveText('500 loaded')
  await expect.poll(() => held.length).toBeGreaterThan(0)
  await expect(older).toHaveCount(0)
  for (const route of held) await route.continue()
  await older.click()
  await expect(page.getByTestId('loaded')).toHaveText('1,000 loaded')
})
