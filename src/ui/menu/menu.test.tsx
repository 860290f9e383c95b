import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { expectAccessible, expectNoSidewaysScroll } from '../testing/expect-accessible.ts'
import { Menu } from './menu.tsx'

const HINT = 'Removes its machines, keeps its backups.'
const button = page.getByRole('button', { name: 'Actions' })
const item = (name: string) => page.getByRole('menuitem', { name })

const renderMenu = async () => {
  const off = vi.fn<() => void>()
  const remove = vi.fn<() => void>()
  await render(
    <div className="flex justify-end">
      <Menu
        label="Actions"
        groups={[
          [
            { label: 'Power off', hint: HINT, onSelect: off },
            { label: 'Rename', onSelect: vi.fn<() => void>() },
          ],
          [{ label: 'Delete service', dangerous: true, onSelect: remove }],
        ]}
      />
    </div>,
  )
  return { off, remove }
}

describe('a menu', () => {
  it('opens, moves and chooses by keyboard, and returns the focus', async () => {
    const { off, remove } = await renderMenu()
    await userEvent.tab()
    await expect.element(button).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect.element(item('Power off')).toHaveFocus()
    await expect.element(button).toHaveAttribute('aria-expanded', 'true')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    expect(remove).toHaveBeenCalledOnce()
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
    await expect.element(button).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(item('Power off')).toHaveFocus()
    await userEvent.keyboard('del')
    await expect.element(item('Delete service')).toHaveFocus()
    await userEvent.keyboard('{Home}')
    await expect.element(item('Power off')).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.element(button).toHaveFocus()
    expect(off).not.toHaveBeenCalled()
  })

  it('works with the mouse: an item, the button again, a click elsewhere', async () => {
    const { off } = await renderMenu()
    await button.click()
    await item('Power off').click()
    expect(off).toHaveBeenCalledOnce()
    await button.click()
    await expect.element(page.getByRole('menu', { name: 'Actions' })).toBeVisible()
    await button.click()
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
    await button.click()
    await expect.element(page.getByRole('menu')).toBeVisible()
    await userEvent.click(document.body, { position: { x: 5, y: 300 } })
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument()
  })

  it('is accessible, and fits into 320 px', async () => {
    await page.viewport(320, 640)
    await renderMenu()
    await button.click()
    await expect.element(page.getByRole('menu', { name: 'Actions' })).toBeVisible()
    await expect.element(item('Power off')).toHaveAccessibleDescription(HINT)
    await expectAccessible()
    expectNoSidewaysScroll()
    const { left, right } = page.getByRole('menu').element().getBoundingClientRect()
    expect(left).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
    await page.viewport(1280, 800)
  })
})
