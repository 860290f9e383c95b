import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

import type { Page } from '@playwright/test'

import { expect, forgetEachTime, inGroups, paths, test } from './fixtures.ts'
import { ACTIVITY_STATES } from './states/activity.ts'
import { CERTIFICATE_STATES } from './states/certificates.ts'
import { OBSERVE_STATES } from './states/observe.ts'
import { PAGE_STATES } from './states/pages.ts'
import { SERVICE_STATES } from './states/service.ts'
import type { State } from './states/state.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** All problems that axe finds, without exceptions, including small targets, which axe checks only on request. */
const axe = async (page: Page): Promise<string[]> => {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource)
  const { violations } = await page.evaluate(async () => {
    const { axe: engine } = globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResult> } }
    // Report only violations: describing passes takes most of the time.
    return engine.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  })
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

// Each test has many steps: a slow machine must not fail it.
test.slow()

/** Every page, in every state that it has. */
const STATES: readonly State[] = [
  ...PAGE_STATES,
  ...SERVICE_STATES,
  ...CERTIFICATE_STATES,
  ...OBSERVE_STATES,
  ...ACTIVITY_STATES,
]

const LOOKS = [
  { width: 1280, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
] as const

for (const states of inGroups(STATES)) {
  test(`${states[0]?.[0] ?? ''} and the next ones: axe finds nothing, and nothing runs out of the page`, async ({
    page,
  }) => {
    await forgetEachTime(page)
    for (const [state, url, prepare] of states) {
      await test.step(state, async () => {
        await page.setViewportSize({ width: 1280, height: 800 })
        await page.emulateMedia({ colorScheme: 'light' })
        await page.mouse.move(0, 0)
        await page.goto(url)
        await prepare(page)
        await expect(page).toHaveTitle(/ – Anchor$/)
        for (const { width, colorScheme } of LOOKS) {
          await page.setViewportSize({ width, height: 800 })
          await page.emulateMedia({ colorScheme })
          expect.soft(await axe(page)).toEqual([])
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          expect.soft(overflow).toBeLessThanOrEqual(0)
        }
      })
    }
  })
}

test('axe can fail', async ({ page }) => {
  await page.goto(paths.services())
  await expect(page.getByRole('table')).toBeVisible()
  await page.evaluate(() => {
    document.querySelector('main')?.append(document.createElement('button'))
  })
  expect(await axe(page)).toEqual([expect.stringMatching(/^button-name/)])
})
