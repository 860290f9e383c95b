import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const url = (search = '') => `/project/demo-shop/services/search/indexes${search}`
const table = () => page.getByRole('table', { name: 'Indexes' })
const index = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
const dialog = () => page.getByRole('dialog')
const confirm = () => dialog().getByRole('button', { name: 'Delete index', exact: true })

const wire = async (search = '') => {
  const writes: string[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ method, path }) => writes.push(`${method} ${path.replace(/.*\/service\/[^/]+/, '')}`),
  })
  return { ...app, writes }
}

describe('the indexes of an OpenSearch service', () => {
  it('are listed with health and size, and lead back to the certificate', async () => {
    await renderApp(url())
    await expect.element(index('orders')).toHaveTextContent(/Read-only.*Green.*1,204,882.*6, 1 replica/)
    await expect.element(index('reviews')).toHaveTextContent(/Yellow/)
    await expect.element(index('suggestions')).toHaveTextContent(/Red/)
    // For a closed index, the API sends neither.
    await expect.element(index('catalogue-v1')).toHaveTextContent(/Closed.*Unknown.*Unknown/)
    await expect.element(page.getByTestId('certificate-trail')).toHaveTextContent(/ca\.pem/)
    await expectAccessible()
    await page.viewport(320, 800)
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })

  it('those in trouble come first when the list is sorted by health', async () => {
    await renderApp(url('?sort=-health'))
    const rows = table().getByRole('rowheader')
    await expect.element(rows.nth(0)).toHaveTextContent('suggestions')
    await expect.element(rows.nth(1)).toHaveTextContent('reviews')
  })

  it('deleting one asks for its name', async () => {
    const { writes } = await wire()
    await page.getByRole('button', { name: 'Delete index reviews' }).click()
    await expect.element(dialog()).toHaveTextContent('88,140')
    await confirm().click()
    await expect.element(dialog().getByRole('textbox')).toHaveAttribute('aria-invalid', 'true')
    expect(writes).toEqual([])
    await dialog().getByRole('textbox').fill('reviews')
    await confirm().click()
    await expect.element(page.getByTestId('list-outcome')).toHaveTextContent('reviews')
    await expect.element(index('reviews')).not.toBeInTheDocument()
    expect(writes).toEqual(['DELETE /index/reviews'])
  })

  it('of the system: the API’s refusal is shown, with what it means', async () => {
    await wire('?do=delete-index&index=.kibana_1')
    await dialog().getByRole('textbox').fill('.kibana_1')
    await confirm().click()
    await expect.element(dialog().getByTestId('advice-opensearch_delete_system_index')).toBeVisible()
  })
})
