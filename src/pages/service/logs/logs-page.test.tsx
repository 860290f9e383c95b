import { afterEach, describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp, TODAY } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/logs${search}`
const table = () => page.getByRole('table', { name: 'Logs' })
const loaded = () => page.getByTestId('loaded')
const search = () => page.getByRole('searchbox', { name: 'Search logs' })
const calls = (requests: readonly string[]) => requests.filter((path) => path.endsWith('/logs')).length
const elements = () => document.querySelectorAll('main *').length

interface Line {
  readonly time: string
  readonly msg: string
  readonly severity?: string
  readonly unit?: string
}
/** The answers to requests for logs, one after the other; then the last again. */
const answering = (...pages: readonly { logs: readonly Line[]; offset: string | null }[]) => {
  let nth = 0
  return (path: string, body: unknown) => {
    if (!path.endsWith('/logs')) return body
    const answer = pages[Math.min(nth, pages.length - 1)]
    nth += 1
    return { ...answer, first_log_offset: null }
  }
}
const line = (second: number, msg = `line ${String(second)}`): Line => ({
  time: new Date(TODAY.getTime() + second * 1000).toISOString(),
  msg,
  severity: 'info',
  unit: 'a.service',
})
const lines = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => line(from - index))

/** Timeout in real time, beside the clock that the test controls. */
const PATIENCE = { timeout: 60_000 }

afterEach(async () => {
  vi.useRealTimers()
  scrollTo(0, 0)
  await page.viewport(1280, 800)
})

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

  it('follow: new lines on top, and a gap where there were too many', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout'] })
    await renderApp(url('orders-db'), {
      tamper: answering(
        { logs: lines(0, -4), offset: 'log1-a' },
        { logs: lines(0, -4), offset: 'log1-a' },
        { logs: lines(3, -1), offset: 'log1-b' },
        { logs: lines(30, 20), offset: 'log1-c' },
        { logs: lines(19, 1), offset: 'log1-d' },
      ),
    })
    await vi.waitUntil(() => document.querySelector('[data-testid=loaded]')?.textContent === '5 loaded', PATIENCE)
    const follow = page.getByRole('switch', { name: 'Follow' })
    expect(follow.element().getAttribute('aria-checked')).toBe('false')
    ;(follow.element() as HTMLElement).click()
    const said = async (text: string) => {
      for (let seconds = 0; seconds < 25; seconds++) {
        if (document.querySelector('[data-testid=loaded]')?.textContent === text) return
        await vi.advanceTimersByTimeAsync(1000)
      }
      throw new Error(`${text}: ${String(document.querySelector('[data-testid=loaded]')?.textContent)}`)
    }
    await said('8 loaded')
    await said('19 loaded')
    expect(table().element().textContent).toContain('Gap')
    ;(follow.element() as HTMLElement).click()
    ;(page.getByRole('button', { name: 'Load', exact: true }).element() as HTMLElement).click()
    await said('35 loaded')
    expect(table().element().textContent).not.toContain('Gap')
  })

  it('follow a burst of 500 lines a second: shows gaps, which can be loaded, with few elements', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'setInterval', 'clearInterval', 'clearTimeout'] })
    const PAGE = 500
    const numbered = (from: number) =>
      Array.from({ length: PAGE }, (_, index) => line((from - index) / 500, `number ${String(from - index)}`))
    /** The newest line that there is, and the one that older lines are asked for from. */
    const wire: { newest: number; older?: number } = { newest: PAGE }
    await renderApp(url('orders-db'), {
      tamper: (path, body) => {
        if (!path.endsWith('/logs')) return body
        const from = wire.older ?? wire.newest
        if (wire.older !== undefined) wire.older -= PAGE
        return { logs: numbered(from), offset: `log1-${from.toString(36)}`, first_log_offset: null }
      },
    })
    const shown = () => document.querySelector('[data-testid=loaded]')?.textContent
    const press = (role: 'switch' | 'button', name: string) => {
      ;(page.getByRole(role, { name, exact: true }).first().element() as HTMLElement).click()
    }
    const gaps = () => table().getByText('Gap', { exact: true }).elements().length
    await vi.waitUntil(() => shown() === '500 loaded', PATIENCE)
    press('switch', 'Follow')
    for (let tens = 1; tens <= 6; tens++) {
      wire.newest += 5000
      await vi.advanceTimersByTimeAsync(10_000)
      await vi.waitUntil(() => shown() === `${((tens + 1) * PAGE).toLocaleString('en-GB')} loaded`, PATIENCE)
      expect(elements()).toBeLessThanOrEqual(400)
    }
    expect(table().element().textContent).toContain(`number ${String(wire.newest)}`)
    press('switch', 'Follow')
    // A search without matches shows only the gaps: one for each time that lines arrived faster than they were read.
    vi.useRealTimers()
    await search().fill('no line has this')
    await expect.element(loaded()).toHaveTextContent('0 of 3,500 loaded')
    await expect.poll(gaps).toBe(6)
    wire.older = wire.newest - PAGE
    press('button', 'Load')
    await expect.element(loaded()).toHaveTextContent('0 of 8,000 loaded')
    // One more request finds that nothing is missing.
    await expect.poll(gaps).toBe(5)
    expect(elements()).toBeLessThanOrEqual(400)
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

  it('work for 100,000 lines as for 1,000: few elements, and what is typed is found', async () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, index) => line(-index, `checkpoint ${String(index)} complete`))
    const typed = async (count: number) => {
      const app = await renderApp(url('orders-db'), { tamper: answering({ logs: many(count), offset: null }) })
      await expect.element(loaded()).toHaveTextContent(new RegExp(`^${count.toLocaleString('en-GB')} loaded`))
      search().element().focus()
      await userEvent.keyboard('c')
      await userEvent.keyboard('heck')
      await expect.element(loaded()).toHaveTextContent(new RegExp(` of ${count.toLocaleString('en-GB')} loaded`))
      expect(elements()).toBeLessThanOrEqual(400)
      app.queryClient.clear()
    }
    await typed(1000)
    document.body.replaceChildren()
    await typed(100_000)
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
