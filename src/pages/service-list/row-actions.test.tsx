import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

it('a row’s actions cover what is below, and get the focus back after a dialog or another window', async () => {
  await page.viewport(1280, 800)
  await renderApp('/project/demo-shop/services', { scenario: 'ca-ended' })
  await userEvent.hover(page.getByRole('heading', { level: 1 }))
  const button = page.getByRole('button', { name: 'Download CA: orders-db' })
  const link = page.getByRole('link', { name: 'orders-db', exact: true })
  // The actions come with it.
  await expect.element(page.getByRole('button', { name: 'Columns' })).toBeVisible()
  const point = (pointerType: string) =>
    link
      .element()
      .closest('tr')
      ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType }))
  // With touch, hovering is tapping: no button appears under the finger.
  point('touch')
  await new Promise((resolve) => setTimeout(resolve, 100))
  await expect.element(button).not.toBeInTheDocument()
  point('mouse')
  await expect.element(button).toBeVisible()
  ;(link.element() as HTMLElement).focus()
  await expect.element(button).toBeVisible()
  const overlay = button.element().parentElement
  expect(overlay && getComputedStyle(overlay).backgroundColor).toMatch(/^(?!rgba\(0, 0, 0, 0\)).+/)
  ;(button.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  const question = page.getByRole('dialog')
  await expect.element(question).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(question).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
  // The event when the window loses the focus: the page's active element stays the same.
  button.element().dispatchEvent(new FocusEvent('focusout', { bubbles: true }))
  await new Promise((resolve) => requestAnimationFrame(resolve))
  await expect.element(button).toHaveFocus()
  ;(document.activeElement as HTMLElement).blur()
  await userEvent.hover(page.getByRole('heading', { level: 1 }))
  await expect.element(button).not.toBeInTheDocument()
})
