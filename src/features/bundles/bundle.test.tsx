import { QueryClientProvider } from '@tanstack/react-query'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { ApiContext } from '../../api/use-api.ts'
import { serviceList } from '../../api/service.ts'
import { renderApp } from '../../app/testing/render-app.tsx'
import { guidesFor } from '../../snippets/guides.ts'
import { SelectionBundles } from './selection-bundles.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/connect${search}`
const button = () => page.getByRole('button', { name: 'Download bundle', exact: true })
/** Time for fetching, checking and packing on a busy machine. */
const MAKING = { timeout: 20_000 }
const saved = () => page.getByRole('status').filter({ hasText: /^Saved/ })

const notMade = () => page.getByTestId('not-made').getByRole('list')

/** Names in the archives that the page has saved while `act` ran. */
const archives = async (act: () => Promise<unknown>): Promise<Record<string, Uint8Array>[]> => {
  const blobs: Blob[] = []
  const create = URL.createObjectURL.bind(URL)
  const spy = vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    // The project's CA is handed to the browser before anyone asks for it.
    if ((blob as Blob).type === 'application/zip') blobs.push(blob as Blob)
    return create(blob)
  })
  await act()
  spy.mockRestore()
  return Promise.all(blobs.map(async (blob) => unzipSync(new Uint8Array(await blob.arrayBuffer()))))
}

describe('the bundle of Quick connect', () => {
  it('contains every file, in its own folder', async () => {
    await renderApp(url('events', '?client=kcat&os=linux'))
    const [files = {}] = await archives(async () => {
      await button().click()
      await expect.element(saved(), MAKING).toHaveTextContent(/events-kcat\.zip.*demo-shop.*([0-9A-F]{2}:){31}/)
    })
    expect(Object.keys(files).toSorted()).toEqual(
      expect.arrayContaining(
        [
          'ca.pem',
          'service.cert',
          'service.key',
          'verify.sh',
          'verify.ps1',
          'README.txt',
          'SHA256SUMS',
          '.gitignore',
        ].map((name) => `events-kcat/${name}`),
      ),
    )
  })

  it('with an expired certificate is made only after confirmation', async () => {
    await renderApp(url('events', '?client=kcat&user=audit-consumer'))
    await button().click()
    await expect.element(page.getByRole('dialog').getByTestId('expired')).toHaveTextContent('20 Nov 2026')
    expect(saved().elements()).toHaveLength(0)
    await page.getByRole('dialog').getByRole('button', { name: 'Download anyway' }).click()
    await expect.element(saved(), MAKING).toBeVisible()
  })

  it('scenario key-mismatch: nothing is saved without confirmation', async () => {
    await renderApp(url('events', '?client=kcat'), { scenario: 'key-mismatch' })
    await button().click()
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'not-a-pair')
    expect(saved().elements()).toHaveLength(0)
  })
})

/** The button of the list's selection, rendered alone. */
const renderSelection = async (names: readonly string[], options: Parameters<typeof renderApp>[1] = {}) => {
  const { queryClient, api } = await renderApp('/nowhere', options)
  const { items } = await queryClient.fetchQuery(serviceList(api, 'demo-shop'))
  const targets = names.map((name) => {
    const service = items.find(({ service_name }) => service_name === name)
    if (!service) throw new Error(`no service ${name}`)
    return { project: 'demo-shop', service }
  })
  await render(
    <QueryClientProvider client={queryClient}>
      <ApiContext value={api}>
        <SelectionBundles targets={targets} />
      </ApiContext>
    </QueryClientProvider>,
  )
}

describe('bundles of a selection', () => {
  it('have a folder per service, and a report of what could not be made', async () => {
    await renderSelection(['orders-db', 'events', 'dashboards', 'carts', 'prototype'])
    const [files = {}] = await archives(async () => {
      await page.getByRole('button', { name: 'Download bundles' }).click()
      await expect.element(saved(), MAKING).toHaveTextContent(/aiven-bundles\.zip.*2 of 5/)
    })
    await expect.element(notMade()).toHaveTextContent(/dashboards.*carts.*prototype/)
    expect(new Set(Object.keys(files).map((name) => name.split('/')[0]))).toEqual(
      new Set(['orders-db', 'events', 'REPORT.txt']),
    )
    const report = new TextDecoder().decode(files['REPORT.txt'])
    expect(report).toMatch(/5 services.*2026-11-23.*\n\nNOT MADE\n {2}demo-shop\/dashboards/)
    expect(report).toContain('demo-shop/events (events/)')
  })

  it('go without a guide that cannot be loaded', async () => {
    const [psql] = guidesFor('postgresql')
    if (!psql) throw new Error('no guide')
    const load = vi.spyOn(psql, 'load').mockRejectedValue(new TypeError('Failed to fetch'))
    await renderSelection(['orders-db', 'events'])
    await page.getByRole('button', { name: 'Download bundles' }).click()
    await expect.element(saved(), MAKING).toHaveTextContent('1 of 2')
    await expect.element(notMade()).toHaveTextContent('orders-db')
    await expect.element(notMade()).not.toHaveTextContent('events')
    load.mockRestore()
  })

  it('ask about what may be wrong: leave it out, or take it with a word in the report', async () => {
    await renderSelection(['orders-db', 'events'], { scenario: 'key-mismatch' })
    const dialog = page.getByRole('dialog')
    const start = () => page.getByRole('button', { name: 'Download bundles' }).click()
    await start()
    await expect.element(dialog.getByTestId('not-a-pair'), MAKING).toHaveTextContent('demo-shop/events')
    expect(saved().elements()).toHaveLength(0)
    await dialog.getByRole('button', { name: 'Leave these out' }).click()
    await expect.element(saved(), MAKING).toHaveTextContent('1 of 2')
    await expect.element(notMade()).toHaveTextContent('events')
    await expect.element(notMade()).not.toHaveTextContent('orders-db')
    await start()
    const [files = {}] = await archives(async () => {
      await dialog.getByRole('button', { name: 'Download anyway' }).click()
      await expect.element(saved(), MAKING).toHaveTextContent('2 of 2')
    })
    expect(Object.keys(files)).toContain('events/service.key')
    expect(new TextDecoder().decode(files['REPORT.txt'])).toMatch(/events \(events\/\): for .+match/)
  })

  it('can be cancelled, and then nothing is saved', async () => {
    await renderSelection(['events'], { scenario: 'slow' })
    await page.getByRole('button', { name: 'Download bundle' }).click()
    await expect.element(page.getByRole('progressbar', { name: 'Bundles made' })).toBeVisible()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(page.getByRole('status').filter({ hasText: /^Cancelled/ })).toBeVisible()
    expect(saved().elements()).toHaveLength(0)
  })
})
