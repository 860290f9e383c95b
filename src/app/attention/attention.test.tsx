import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../testing/render-app.tsx'
import { watchAttention } from './attention.ts'

describe('how many certificates need attention', () => {
  it('is reported to listeners once all projects are read, and stored', async () => {
    const { backend } = await renderApp('/certificates')
    await expect.element(page.getByRole('main').getByText('7 need attention')).toBeVisible()
    sessionStorage.clear()
    const heard: unknown[] = []
    watchAttention(backend, (...found) => heard.push(found))()
    // One project of the demo can't be read: there may be more.
    expect(heard).toEqual([[7, true]])
    expect(JSON.parse(sessionStorage.getItem('attention') ?? '')).toEqual({ count: 7, partial: true, at: Date.now() })
  })

  it('sends no request at once, and reports the stored number', async () => {
    sessionStorage.setItem('attention', JSON.stringify({ count: 3, at: Date.now() }))
    const { backend, requests } = await renderApp('/tls-requirements')
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    const before = requests.length
    const heard: number[] = []
    const end = watchAttention(backend, (count) => heard.push(count))
    expect(heard).toEqual([3])
    expect(requests).toHaveLength(before)
    end()
  })

  it('is forgotten when another scenario of the demo starts', async () => {
    sessionStorage.setItem('attention', JSON.stringify({ count: 3, at: Date.now() }))
    const { backend } = await renderApp('/tls-requirements')
    const { href } = location
    const heard: number[] = []
    const asked = new URL(href)
    asked.searchParams.set('scenario', 'empty')
    history.replaceState(history.state, '', asked)
    watchAttention(backend, (count) => heard.push(count))()
    history.replaceState(history.state, '', href)
    expect(heard).toEqual([])
    expect(sessionStorage.getItem('attention')).toBeNull()
  })

  it('does not trust what is in storage', async () => {
    sessionStorage.setItem('attention', '{"count":"<b>","at":1}')
    const { backend } = await renderApp('/tls-requirements')
    const heard: number[] = []
    watchAttention(backend, (count) => heard.push(count))()
    expect(heard).toEqual([])
  })
})
