import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

const URL = '/project/demo-rotation/ca-rotation'

describe('the rotation of a CA', () => {
  it('shows old and new side by side, with the bundle', async () => {
    await renderApp(URL)
    await expect.element(page.getByTestId('rotating')).toBeVisible()
    for (const [heading, day] of [
      ['Current CA', '22 Jan 2027'],
      ['New CA', '14 Nov 2036'],
    ] as const) {
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: heading }) })
      await expect.element(card).toHaveTextContent(day)
      await expect.element(card).toHaveTextContent(/([0-9A-F]{2}:){31}[0-9A-F]{2}/)
    }
    await page.getByRole('button', { name: 'Download CA certificate' }).click()
    await expect.element(page.getByText(/^Saved ca\.pem.* 2 CA certificates .*demo-rotation/)).toBeVisible()
  })

  it('shows the CA while its services are awaited, and after Cancel', async () => {
    await renderApp(URL, {
      tamper: (path, body) =>
        path.startsWith('/v1/project/demo-rotation/service?') ? new Promise(() => undefined) : body,
    })
    const download = page.getByRole('button', { name: 'Download CA certificate' })
    await expect.element(download).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(page.getByTestId('cancelled')).toBeVisible()
    await expect.element(download).toBeVisible()
    for (const id of ['rotating', 'no-rotation']) expect(page.getByTestId(id).elements()).toEqual([])
  })

  it.each([
    ['rotation-announced', 'rotating', false],
    ['rotation-first-update', 'rotating', true],
    ['rotation-done', 'no-rotation', false],
  ] as const)('scenario %s: %s, maintenance ahead: %s', async (scenario, state, ahead) => {
    await renderApp(URL, { scenario })
    await expect.element(page.getByTestId(state)).toBeVisible()
    expect(page.getByTestId(state).element().textContent.includes('2 services')).toBe(ahead)
  })

  it('has nothing to tick if no CA rotates', async () => {
    await renderApp('/project/demo-shop/ca-rotation')
    await expect.element(page.getByTestId('no-rotation')).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'orders-db' }).first()).toBeVisible()
    expect(page.getByRole('checkbox').elements()).toHaveLength(0)
    expect(page.getByText(/\d of \d+ services/).elements()).toHaveLength(0)
  })

  it('ticks are stored as names and the fingerprint only, until the CA changes', async () => {
    const first = await renderApp(URL)
    await page.getByRole('checkbox', { name: /warehouse/ }).click()
    await expect.element(page.getByText('1 of 2 services')).toBeVisible()
    const stored = JSON.parse(localStorage.getItem('ca-rotation-ticks') ?? '{}') as Record<string, object>
    expect(stored['demo-rotation']).toEqual({
      fingerprint: expect.stringMatching(/^[0-9A-F:]{95}$/),
      services: ['warehouse'],
    })
    first.queryClient.clear()
    await renderApp(URL)
    await expect.element(page.getByRole('checkbox', { name: /warehouse/ }).last()).toBeChecked()
    localStorage.setItem(
      'ca-rotation-ticks',
      JSON.stringify({ 'demo-rotation': { ...stored['demo-rotation'], fingerprint: 'AA' } }),
    )
    await renderApp(URL)
    await expect.element(page.getByRole('checkbox', { name: /warehouse/ }).last()).not.toBeChecked()
  })

  it('shows on request which users have certificates of the old CA; a reset moves them to the new one', async () => {
    const { requests } = await renderApp(URL)
    await expect.element(page.getByRole('button', { name: 'Check the users' })).toBeVisible()
    expect(requests.filter((path) => path.endsWith('/clickstream'))).toEqual([])
    await page.getByRole('button', { name: 'Check the users' }).click()
    const users = page.getByRole('list', { name: 'Users and their CA' })
    await expect.element(users).toHaveTextContent(/avnadmin of clickstreamOld CA.*clicks-loader of clickstreamNew CA/)
    await page.getByRole('button', { name: 'Reset and download: avnadmin of clickstream' }).click()
    await page.getByRole('button', { name: 'Reset avnadmin' }).click()
    await expect.element(page.getByRole('button', { name: 'Download new pair of avnadmin' })).toBeVisible()
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.getByRole('button', { name: 'Check again' }).click()
    await expect.element(users).toHaveTextContent(/avnadmin of clickstreamNew CA/)
    await expect.element(users).not.toHaveTextContent('Old CA')
  })

  it('nothing of the credentials is kept', async () => {
    const { queryClient } = await renderApp(URL)
    await page.getByRole('button', { name: 'Check the users' }).click()
    await expect.element(page.getByRole('list', { name: 'Users and their CA' })).toBeVisible()
    await expect
      .poll(() =>
        JSON.stringify(
          queryClient
            .getQueryCache()
            .getAll()
            .map(({ state }) => state.data),
        ),
      )
      .not.toMatch(/AVNS_|PRIVATE KEY/)
    expect(document.body.textContent).not.toContain('BEGIN CERTIFICATE')
  })

  it('a project that is not there is not found; a broken CA is said', async () => {
    await renderApp('/project/nowhere/ca-rotation')
    await expect.element(page.getByRole('heading', { name: 'Not found' })).toBeVisible()
    await renderApp(URL, { scenario: 'ca-html' })
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'web-page')
  })
})
