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

  it('say that they are loading', async () => {
    await renderApp('/projects', { scenario: 'slow' })
    await expect.element(page.getByText('Loading projects')).toBeInTheDocument()
  })

  it('say what went wrong, with Retry', async () => {
    const { requests } = await renderApp('/projects', { scenario: '500' })
    await expect.element(page.getByRole('alert')).toHaveTextContent(/Internal server error/)
    const before = requests.length
    await page.getByRole('button', { name: 'Retry' }).click()
    await expect.poll(() => requests.length).toBeGreaterThan(before)
  })

  it('say when there is none', async () => {
    await renderApp('/projects', { scenario: 'no-projects' })
    await expect.element(page.getByTestId('no-projects')).toBeVisible()
  })

  it('the switcher leads from one to another', async () => {
    const { url } = await renderApp('/project/demo-shop/services')
    await page.getByRole('button', { name: /^Project demo-shop/ }).click()
    await page.getByRole('list', { name: 'Projects' }).getByRole('link', { name: 'demo-rotation' }).click()
    await expect.poll(url).toBe('/project/demo-rotation/services')
    await expect.element(page.getByRole('link', { name: 'warehouse' })).toBeVisible()
  })

  it('the last one is in the sidebar of the next visit', async () => {
    await renderApp('/projects')
    await page.getByRole('main').getByRole('link', { name: 'demo-analytics' }).click()
    await expect.element(page.getByRole('link', { name: 'warehouse' })).toBeVisible()
    await page.getByRole('link', { name: /^Anchor/ }).click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'Home' })).toBeVisible()
    await expect
      .element(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Services', exact: true }))
      .toHaveAttribute('href', '/project/demo-analytics/services')
  })
})

describe('the last project', () => {
  it('is never a missing or forbidden one', async () => {
    for (const project of ['nowhere', 'demo-restricted']) {
      const { requests } = await renderApp(`/project/${project}/services`)
      await expect.poll(() => requests).toContain(`/v1/project/${project}/service`)
    }
    await expect.element(page.getByRole('alert')).toBeVisible()
    expect(localStorage.getItem('last-project')).toBeNull()
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

  it('an unknown address shows Not found', async () => {
    await renderApp('/no/such/page')
    await expect.element(page.getByRole('heading', { level: 1, name: 'Not found' })).toBeVisible()
  })
})
