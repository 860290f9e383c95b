import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'
import { answering, calls, elements, line, lines, loaded, search, table, url } from './testing/logs.ts'

describe('logs', () => {
  it('are a table, the newest first, and go on', async () => {
    const app = await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    await expect.element(table().getByRole('row').nth(1)).toHaveTextContent(/23 Nov 2026, /)
    const before = calls(app.requests)
    await page.getByRole('button', { name: 'Load older' }).click()
    await expect.element(loaded()).toHaveTextContent('1,000 loaded')
    expect(calls(app.requests)).toBe(before + 1)
    await expectAccessible()
  })

  it.each(['orders-db', 'events'])('of %s are one tab stop: arrow keys move between them', async (service) => {
    await renderApp(url(service))
    await expect.element(loaded()).toHaveTextContent(/loaded/)
    await expect.element(table()).toBeVisible()
    const lineAt = (row: number) => table().getByRole('row').nth(row).getByRole('button')
    const [first, second] = [lineAt(1).element(), lineAt(2).element()]
    page
      .getByRole('button', { name: /^\.jsonl/ })
      .element()
      .focus()
    await userEvent.keyboard('{Tab}')
    expect(document.activeElement).toBe(first)
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(second)
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByRole('button', { name: 'Load older' })).toHaveFocus()
    // Back to a line in view: the second is no longer in the document.
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}{ArrowUp}')
    const focused = document.activeElement
    expect(table().element().contains(focused)).toBe(true)
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => focused?.getAttribute('aria-expanded')).toBe('true')
    await userEvent.keyboard('{Tab}')
    await expect.element(page.getByRole('button', { name: 'Copy line' })).toHaveFocus()
    // From the details to their line, and out above.
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    expect(document.activeElement).toBe(focused)
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    await expect.element(page.getByRole('button', { name: /^\.jsonl/ })).toHaveFocus()
    await expectAccessible()
  })

  it('are searched as far as they are loaded, and say so', async () => {
    const app = await renderApp(url('orders-db'))
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    const before = calls(app.requests)
    await search().fill('CHECKPOINT')
    await expect.element(loaded()).toHaveTextContent(/^\d+ of 500 loaded/)
    await expect.element(table().getByRole('row').nth(1)).toHaveTextContent(/checkpoint/)
    await search().fill('nothing like it')
    await expect.element(loaded()).toHaveTextContent('0 of 500 loaded')
    await page.getByRole('button', { name: 'Clear search' }).click()
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    expect(calls(app.requests)).toBe(before)
    // The search may be a secret.
    expect(app.url()).not.toContain('CHECKPOINT')
  })

  it('are asked for by severity', async () => {
    const app = await renderApp(url('orders-db'))
    await page.getByRole('combobox', { name: 'Severity' }).selectOptions('err')
    await expect.poll(() => app.url()).toContain('severity=err')
    await expect.element(table().getByRole('row').nth(1)).toHaveTextContent(/err/)
    await expect.element(table()).not.toHaveTextContent(/info/)
  })

  it('go to a moment of the URL, and can be stopped', async () => {
    await renderApp(url('orders-db', '?at=2026-11-22T12:00:00Z'))
    await expect
      .element(
        table()
          .getByText(/^22 Nov 2026, 1[123]:/)
          .first(),
      )
      .toBeVisible()
    await expect.element(page.getByTestId('moment-missed')).not.toBeInTheDocument()
  })

  it('answer every press: a moment that is asked for while older lines load, then another one instead', async () => {
    await renderApp(url('orders-db'))
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    const press = (name: string) => {
      ;(page.getByRole('button', { name, exact: true }).element() as HTMLElement).click()
    }
    const moment = page.getByLabelText(/^Go to a moment/)
    await expect.element(page.getByRole('button', { name: 'Load older' })).toBeInTheDocument()
    await moment.fill('2026-11-23T00:00')
    press('Load older')
    press('Go')
    await expect.poll(() => page.getByText('Going back').elements().length).toBe(1)
    await moment.fill('2026-11-22T12:00')
    press('Go')
    await expect
      .element(
        table()
          .getByText(/^22 Nov 2026, 1[123]:/)
          .first(),
      )
      .toBeVisible()
    await expect.element(page.getByTestId('moment-missed')).not.toBeInTheDocument()
  })

  it('say how far they go back if a moment is too long ago', async () => {
    await renderApp(url('orders-db', '?at=2026-01-01T12:00:00Z'), {
      tamper: answering(
        { logs: lines(-1, -5), offset: 'log1-a' },
        { logs: lines(-6, -9), offset: 'log1-b' },
        { logs: [], offset: 'log1-b' },
      ),
    })
    await expect.element(page.getByTestId('moment-missed')).toHaveTextContent(/1 Jan 2026.*23 Nov 2026/)
  })

  it('open a line: its text, a link to it, its neighbours', async () => {
    const app = await renderApp(url('orders-db'))
    await search().fill('checkpoint')
    await expect.element(loaded()).toHaveTextContent(/ of 500/)
    await table().getByRole('button').first().click()
    await expect
      .element(page.getByTestId('log-line'))
      .toHaveTextContent(/checkpoint.*orders-db-\d|orders-db-\d.*checkpoint/)
    await expect.poll(() => app.url()).toMatch(/at=.*line=2026-11-23T/)
    await expect
      .element(page.getByRole('link', { name: /^Fork and restore/ }))
      .toHaveAttribute('href', expect.stringMatching(/orders-db\/backups\?do=fork&at=2026-11-23T[\d%A]+\.000Z$/))
    await expectAccessible()
    await page.getByRole('button', { name: 'Show surrounding lines' }).click()
    await expect.element(loaded()).toHaveTextContent(/^500 loaded/)
    await expect.element(page.getByTestId('log-line')).toBeVisible()
  })

  it('show what is hidden in a line, as text', async () => {
    const strange = 'user \u202Etxet <script>globalThis.ran = 1</script>\u0007 postgres://u:AVNS_secret@h/db'
    await renderApp(url('orders-db'), {
      tamper: answering({ logs: [line(0, strange), line(-1, 'x'.repeat(1_000_000))], offset: null }),
    })
    await expect.element(table()).toHaveTextContent('user ‹U+202E›txet <script>globalThis.ran = 1</script>␇')
    expect(globalThis).not.toHaveProperty('ran')
    expect(document.body.textContent.length).toBeLessThan(20_000)
    await table().getByRole('button').nth(1).click()
    await expect.element(page.getByTestId('log-line')).toHaveTextContent(/1.0 million/)
    expect(document.body.textContent.length).toBeLessThan(50_000)
    // Nothing of it is kept, nor in the title or URL.
    expect(
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), document.title]),
    ).not.toContain('AVNS')
  })

  it('that arrive too late, or with an expired offset: say so, and keep the loaded lines', async () => {
    await renderApp(url('orders-db'), { scenario: 'logs-timeout' })
    await expect.element(page.getByTestId('http-503')).toBeVisible()
    await expect.element(page.getByTestId('http-503').getByRole('button', { name: 'Retry' })).toBeVisible()
  })

  it('with an expired offset: keep the loaded lines, and start again', async () => {
    await renderApp(url('orders-db'), {
      tamper: (path, body) => (path.endsWith('/logs') ? { ...(body as object), offset: 'of-yesterday' } : body),
    })
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    await page.getByRole('button', { name: 'Load older' }).click()
    await expect.element(page.getByTestId('http-400')).toBeVisible()
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    await page.getByRole('button', { name: 'Start again from the newest' }).click()
    await expect.element(page.getByTestId('http-400')).not.toBeInTheDocument()
    await expect.element(loaded()).toHaveTextContent('500 loaded')
  })

  it('without a permission: name it', async () => {
    await renderApp(url('orders-db'), { scenario: 'role-read-only' })
    await expect.element(page.getByTestId('http-403')).toHaveTextContent(/service:logs:read/)
  })

  it('of a service that is off are not asked for', async () => {
    const app = await renderApp(url('dashboards'))
    await expect.element(page.getByRole('main').getByRole('button', { name: 'Power on' })).toBeVisible()
    expect(calls(app.requests)).toBe(0)
  })

  it('are files of what is shown, which say from when to when', async () => {
    await renderApp(url('orders-db'))
    await page.getByRole('button', { name: '.jsonl' }).click()
    await expect.element(page.getByTestId('saved')).toHaveTextContent(/500 lines, from .*23 Nov 2026/)
  })

  it('keep their position after the page was hidden', async () => {
    await renderApp(url('orders-db'))
    await expect.element(loaded()).toHaveTextContent('500 loaded')
    const main = page.getByRole('main').element() as HTMLElement
    const height = () => Math.round(table().element().getBoundingClientRect().height)
    await expect.poll(() => height()).toBeGreaterThan(10_000)
    const before = elements()
    main.style.display = 'none'
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(elements()).toBeLessThanOrEqual(before + 50)
    main.style.display = ''
    await expect.element(table()).toBeVisible()
    expect(elements()).toBeLessThanOrEqual(400)
  })

  it('fit a phone', async () => {
    await page.viewport(320, 640)
    await renderApp(url('orders-db'))
    await expect.element(table()).toBeVisible()
    expectNoSidewaysScroll()
    await expectAccessible()
  })
})
