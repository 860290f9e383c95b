import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

describe('projects', () => {
  it('are listed, and lead to their services', async () => {
    const { url } = await renderApp('/projects')
    await page.getByRole('main').getByRole('link', { name: 'demo-analytics' }).click()
    await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
    expect(url()).toBe('/project/demo-analytics/services')
  })

  it('say when there is none', async () => {
    await renderApp('/projects', { scenario: 'no-projects' })
    await expect.element(page.getByText(/Your token sees no project/)).toBeVisible()
  })

  it('the switcher leads from one to another', async () => {
    const { url } = await renderApp('/project/demo-shop/services')
    await page.getByRole('button', { name: /^Project demo-shop/ }).click()
    await page.getByRole('list', { name: 'Projects' }).getByRole('link', { name: 'demo-rotation' }).click()
    await expect.poll(url).toBe('/project/demo-rotation/services')
    await expect.element(page.getByRole('link', { name: 'warehouse' })).toBeVisible()
  })

  it('the last one opens first', async () => {
    const first = await renderApp('/')
    await expect.poll(first.url).toBe('/projects')
    await page.getByRole('main').getByRole('link', { name: 'demo-analytics' }).click()
    await expect.element(page.getByRole('link', { name: 'warehouse' })).toBeVisible()
    const second = await renderApp('/')
    await expect.poll(second.url).toBe('/project/demo-analytics/services')
  })
})

describe('addresses', () => {
  it.each([
    ['/project/demo-shop', '/project/demo-shop/services'],
    ['/project/demo-shop/services/events', '/project/demo-shop/services/events/overview'],
    ['/account/a123/project/demo-shop/services?search=pg', '/project/demo-shop/services?search=pg'],
  ])('%s leads to %s', async (from, to) => {
    const { url } = await renderApp(from)
    await expect.poll(url).toBe(to)
  })

  it('what is not there is not found', async () => {
    await renderApp('/no/such/page')
    await expect.element(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
  })
})
