import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible } from '../../../ui/testing/expect-accessible.ts'

const dialog = page.getByRole('dialog')
const line = (name: string) => dialog.getByRole('listitem').filter({ hasText: new RegExp(`^${name}`) })

/** The dialog of an action, for the selected services. */
const openDialog = async (item: string, names: readonly string[], options: Parameters<typeof renderApp>[1] = {}) => {
  const writes: string[] = []
  const app = await renderApp('/project/demo-shop/services', {
    onWrite: ({ method, path, body }) => writes.push(`${method} ${path} ${body}`),
    ...options,
  })
  for (const name of names) await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
  await expect.element(dialog).toBeVisible()
  return { ...app, writes }
}

describe('several services at once', () => {
  it('power off: explains each, skips protected, off and name-confirmed services, and does the rest', async () => {
    const { writes } = await openDialog('Power off', ['orders-db', 'events', 'dashboards', 'sessions'])
    await expect.element(line('orders-db')).toHaveTextContent('left out')
    await expect.element(line('events')).toHaveTextContent('left out')
    await expect.element(line('dashboards')).toHaveTextContent('left out')
    await expectAccessible()
    await dialog.getByRole('button', { name: 'Power off' }).click()
    await expect.element(dialog.getByTestId('bulk-done')).toHaveTextContent('1 of 1 service')
    expect(writes).toEqual([
      'PUT /v1/project/demo-shop/service/sessions?allow_unclean_poweroff=false {"powered":false}',
    ])
  })

  it('a tag: checked at its fields, then sent to each', async () => {
    const { writes } = await openDialog('Add a tag', ['orders-db', 'events'])
    await dialog.getByRole('textbox', { name: 'Key' }).fill('9x')
    expect(dialog.getByText('Command line').elements()).toHaveLength(0)
    await dialog.getByRole('button', { name: 'Add tag' }).click()
    await expect.element(dialog.getByRole('textbox', { name: 'Key' })).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByRole('textbox', { name: 'Key' }).fill('owner')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog.getByTestId('discard')).toBeVisible()
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await dialog.getByRole('textbox', { name: 'Value' }).fill('ada')
    await dialog.getByText('Command line').click()
    const avn = dialog.getByRole('region', { name: 'command 1 for the change' })
    expect(avn.element().textContent.split('\n')).toEqual([
      'avn service tags update --add-tag=owner=ada --project=demo-shop orders-db',
      'avn service tags update --add-tag=owner=ada --project=demo-shop events',
    ])
    expect(dialog.getByRole('region', { name: 'command 2 for the change' }).element().textContent).toMatch(
      /orders-db\/tags\n.*events\/tags$/,
    )
    await dialog.getByRole('button', { name: 'Add tag' }).click()
    await expect.element(dialog.getByTestId('bulk-done')).toHaveTextContent('2 of 2 services')
    expect(writes.toSorted()).toEqual([
      'PATCH /v1/project/demo-shop/service/events/tags {"tags":{"owner":"ada"}}',
      'PATCH /v1/project/demo-shop/service/orders-db/tags {"tags":{"owner":"ada"}}',
    ])
    // What was typed has been sent.
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog).not.toBeInTheDocument()
  })

  it.each([
    ['write-403', /^sessions: Not allowed/],
    ['write-500', /Unknown whether/],
  ] as const)('scenario %s: reports what failed', async (scenario, words) => {
    await openDialog('Power off', ['sessions'], { scenario })
    await dialog.getByRole('button', { name: 'Power off' }).click()
    await expect.element(dialog.getByTestId('bulk-failed').getByRole('listitem')).toHaveTextContent(words)
    await expect.element(dialog.getByTestId('bulk-done')).toHaveTextContent('0 of 1 service')
  })

  it('says that there is nothing to do', async () => {
    await openDialog('Power on', ['orders-db'])
    await expect.element(dialog.getByTestId('nothing-to-do')).toBeVisible()
  })
})
