import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { ConfirmDialog, Dialog } from './dialog.tsx'

type Kind = 'dialog' | 'question'

const Opener = ({ kind }: { kind: Kind }) => {
  const [open, setOpen] = useState(false)
  const close = () => {
    setOpen(false)
  }
  return (
    <>
      <button
        type="button"
        onClick={() => {
          setOpen(true)
        }}
      >
        Open
      </button>
      {open && kind === 'dialog' && (
        <Dialog title="Things" onClose={close}>
          <p>Some text</p>
        </Dialog>
      )}
      {open && kind === 'question' && (
        <ConfirmDialog title="Things" confirm="Do it" busy={false} onConfirm={close} onClose={close}>
          <p>Some text</p>
        </ConfirmDialog>
      )}
    </>
  )
}

const open = async (kind: Kind) => {
  await render(<Opener kind={kind} />)
  await page.getByRole('button', { name: 'Open' }).click()
  const dialog = page.getByRole('dialog', { name: 'Things' })
  await expect.element(dialog).toBeVisible()
  return dialog
}

/** Presses and releases like a mouse. The click goes to the common ancestor of both places. */
const mouse = (dialog: HTMLElement, from: 'inside' | 'beside', to: 'inside' | 'beside') => {
  const { left, top } = dialog.getBoundingClientRect()
  const at = (where: 'inside' | 'beside') => {
    const by = where === 'inside' ? 5 : -5
    return { bubbles: true, clientX: left + by, clientY: top + by }
  }
  const text = dialog.querySelector('p')
  const pressed = from === 'inside' ? text : dialog
  pressed?.dispatchEvent(new PointerEvent('pointerdown', at(from)))
  const clicked = from === 'inside' && to === 'inside' ? text : dialog
  clicked?.dispatchEvent(new MouseEvent('click', at(to)))
}

describe('a dialog', () => {
  it('closes by a click outside it in every engine, and returns the focus', async () => {
    const dialog = await open('dialog')
    // Removes the browser's own way to close it, as in an engine without `closedby`.
    expect(dialog.element().hasAttribute('closedby')).toBe(false)
    mouse(dialog.element() as HTMLElement, 'beside', 'beside')
    await expect.poll(() => dialog.elements()).toHaveLength(0)
    expect(document.activeElement?.textContent).toBe('Open')
  })

  it.each([
    ['inside', 'inside'],
    ['inside', 'beside'],
    ['beside', 'inside'],
  ] as const)('stays open when the mouse goes down %s and up %s', async (from, to) => {
    const dialog = await open('dialog')
    mouse(dialog.element() as HTMLElement, from, to)
    await expect.element(dialog).toBeVisible()
  })

  it('that asks before a change stays open on a click outside it', async () => {
    const dialog = await open('question')
    mouse(dialog.element() as HTMLElement, 'beside', 'beside')
    await expect.element(dialog).toBeVisible()
  })

  it.each(['dialog', 'question'] as const)('closes by Escape: %s', async (kind) => {
    const dialog = await open(kind)
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => dialog.elements()).toHaveLength(0)
  })
})

const ignore = () => {}

it('the focus ring of the name field does not cover its label', async () => {
  await render(
    <ConfirmDialog
      title="Things"
      confirm="Do it"
      typedName="orders-db"
      busy={false}
      onConfirm={ignore}
      onClose={ignore}
    >
      <p>Some text</p>
    </ConfirmDialog>,
  )
  const field = page.getByRole('textbox', { name: /orders-db/ }).element()
  const { outlineOffset, outlineWidth } = getComputedStyle(field)
  const ring = parseFloat(outlineOffset) + parseFloat(outlineWidth)
  expect(document.activeElement).toBe(field)
  const label = document.querySelector('label')?.getBoundingClientRect()
  expect(label?.bottom).toBeLessThanOrEqual(field.getBoundingClientRect().top - ring)
})

it.each(['the mouse', 'a link'])(
  'gives the focus to the page’s content if nothing had it before: opened by %s',
  async (by) => {
    const Page = () => {
      const [isOpen, setOpen] = useState(by === 'a link')
      return (
        <>
          <a href="#main">Skip</a>
          <button
            type="button"
            onPointerEnter={() => {
              setOpen(true)
            }}
          >
            Open
          </button>
          <main id="main" tabIndex={-1}>
            <h1>Page</h1>
          </main>
          {isOpen && (
            <Dialog
              title="Things"
              onClose={() => {
                setOpen(false)
              }}
            >
              <p>Some text</p>
            </Dialog>
          )}
        </>
      )
    }
    await render(<Page />)
    if (by === 'the mouse') await page.getByRole('button', { name: 'Open' }).hover()
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument()
    await expect.element(page.getByRole('main')).toHaveFocus()
  },
)

it('a running action keeps the dialog open and the focus where it was, however often Escape is pressed', async () => {
  await render(
    <ConfirmDialog title="Things" confirm="Do it" busy onConfirm={() => undefined} onClose={() => undefined}>
      <p>Some text</p>
    </ConfirmDialog>,
  )
  const button = page.getByRole('button', { name: 'Do it' })
  button.element().focus()
  await userEvent.keyboard('{Escape}{Escape}{Escape}')
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await expect.element(button).toHaveFocus()
})
