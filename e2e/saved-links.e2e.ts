/** Saved URLs and stored browser data keep working (see saved-links.json). */
import { readFileSync } from 'node:fs'

import type { Page } from '@playwright/test'

import { apiCa, expect, forgetEachTime, inGroups, sha256, test } from './fixtures.ts'

type Role = Parameters<Page['getByRole']>[0]

/** One element to find; names and texts are patterns, so that wording may change. */
interface Sight {
  readonly role?: Role
  readonly name?: string
  readonly text?: string
  readonly level?: number
  readonly checked?: boolean
  readonly value?: string
  readonly sort?: string
  readonly href?: string
  /** Text in the shown code. */
  readonly pre?: string
  readonly root?: Readonly<Record<string, string>>
  /** The element must not be there. */
  readonly not?: boolean
}

interface SavedLink {
  readonly url: string
  readonly sees: readonly Sight[]
}

interface KeptLink extends SavedLink {
  readonly keep: Readonly<Record<string, string>>
  /** A button to press first. */
  readonly press?: string
  readonly key?: string
}

const saved = JSON.parse(readFileSync(new URL('saved-links.json', import.meta.url), 'utf8')) as {
  readonly links: readonly SavedLink[]
  readonly kept: readonly KeptLink[]
}

const find = (page: Page, { role, name, text, level, pre }: Sight) => {
  const root = role === 'dialog' ? page : page.locator('body')
  if (pre !== undefined) return page.locator('pre', { hasText: pre })
  if (role === undefined) return page.getByText(new RegExp(text ?? ''))
  const found = root.getByRole(role, { ...(name !== undefined && { name: new RegExp(name) }), ...(level && { level }) })
  return text === undefined ? found : found.filter({ hasText: new RegExp(text) })
}

const look = async (page: Page, sight: Sight) => {
  const { checked, value, sort, href, root, not } = sight
  for (const [name, expected] of Object.entries(root ?? {}))
    await expect(page.locator('html')).toHaveAttribute(name, expected)
  if (root) return
  const found = find(page, sight)
  if (not) return expect(found).toHaveCount(0)
  await expect(found.filter({ visible: true }).first()).toBeVisible()
  if (checked !== undefined) await expect(found.first()).toBeChecked({ checked })
  if (value !== undefined) await expect(found.first()).toHaveValue(value)
  if (sort !== undefined) await expect(found.first()).toHaveAttribute('aria-sort', sort)
  if (href !== undefined) await expect(found.first()).toHaveAttribute('href', href)
}

/** Checks what must be there first: what must not be there could otherwise still be loading. */
const lookAll = async (page: Page, sees: readonly Sight[]) => {
  for (const sight of sees.toSorted((a, b) => Number(a.not ?? false) - Number(b.not ?? false))) await look(page, sight)
}

for (const links of inGroups(saved.links)) {
  test(`saved: ${links[0]?.url ?? ''} and the next ones`, async ({ page }) => {
    await forgetEachTime(page)
    for (const { url, sees } of links) {
      await test.step(url, async () => {
        await page.goto(url)
        await lookAll(page, sees)
      })
    }
  })
}

/** The fingerprint of a project's newest CA, for stored data that contains it. */
const newest = async (project: string) => sha256(`-----BEGIN${(await apiCa(project)).split('-----BEGIN').at(-1) ?? ''}`)

for (const { keep, url, press, key, sees } of saved.kept) {
  test(`kept: ${JSON.stringify(keep).slice(0, 60)}`, async ({ page }) => {
    const fingerprint = await newest('demo-rotation')
    const stored = Object.entries(keep).map(
      ([name, value]) => [name, value.replace('{newest CA}', fingerprint)] as const,
    )
    await page.addInitScript((entries) => {
      for (const [name, value] of entries) localStorage.setItem(name, value)
    }, stored)
    await page.goto(url)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (press !== undefined) await page.getByRole('button', { name: new RegExp(press) }).click()
    if (key !== undefined) await page.keyboard.press(key)
    await lookAll(page, sees)
  })
}
