import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { Popover } from './popover.tsx'

const WIDTH = 1000
const HEIGHT = 600

/** A button in the given place, whose menu has that many lines. */
const show = async (place: { left?: number; right?: number; top?: number; bottom?: number }, lines = 3) => {
  await page.viewport(WIDTH, HEIGHT)
  await render(
    <div style={{ position: 'fixed', ...place }}>
      <Popover button="Menu" buttonClass="" label="Things" align="left" popoverClass="w-72">
        {(open) => open && Array.from({ length: lines }, (_, line) => <a key={line} href="#x">{`Thing ${line}`}</a>)}
      </Popover>
    </div>,
  )
  await page.getByRole('button', { name: 'Menu' }).click()
  const menu = page.getByRole('group', { name: 'Things' })
  await expect.element(menu).toBeVisible()
  return { menu: menu.element().getBoundingClientRect(), button: page.getByRole('button').element() as HTMLElement }
}

describe('a popover', () => {
  afterEach(async () => page.viewport(1280, 800))

  it.each([
    ['left top', { left: 0, top: 0 }, 'below'],
    ['right top', { right: 0, top: 0 }, 'below'],
    ['right bottom', { right: 0, bottom: 0 }, 'above'],
    ['left bottom', { left: 0, bottom: 0 }, 'above'],
  ])('stays in the window, beside its button: %s', async (_, place, where) => {
    const { menu, button } = await show(place)
    const box = button.getBoundingClientRect()
    expect(menu.left).toBeGreaterThanOrEqual(0)
    expect(menu.right).toBeLessThanOrEqual(WIDTH)
    expect(menu.top).toBeGreaterThanOrEqual(where === 'below' ? box.bottom : 0)
    expect(menu.bottom).toBeLessThanOrEqual(where === 'below' ? HEIGHT : box.top)
  })

  it('stays in the window if there is no room on either side', async () => {
    const { menu } = await show({ left: 0, top: HEIGHT / 2 }, 200)
    expect(menu.top).toBeGreaterThanOrEqual(0)
    expect(menu.bottom).toBeLessThanOrEqual(HEIGHT)
  })

  it('is the next tab stop, also after a click that sets no focus, as in Safari', async () => {
    const { button } = await show({ left: 0, top: 0 })
    button.blur()
    for (const _ of ['close', 'open'])
      button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1 }))
    // Browsers fire `toggle` a moment later.
    await expect.element(button).toHaveFocus()
    await userEvent.tab()
    expect(document.activeElement?.textContent).toBe('Thing 0')
  })
})
