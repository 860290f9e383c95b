import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { answering, elements, line, lines, loaded, search, table, url } from './testing/logs.ts'

/** Timeout in real time, beside the clock that the test controls. */
const PATIENCE = { timeout: 60_000 }

describe('logs that grow, and many of them', () => {
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
})
