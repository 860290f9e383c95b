import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { expectAccessible } from '../../ui/testing/expect-accessible.ts'

const overview = (service: string, search = '') => `/project/demo-shop/services/${service}/overview${search}`
/** A service without protection, and one with it. */
const OPEN = 'sessions'
const PROTECTED = 'orders-db'

const dialog = page.getByRole('dialog')
const actions = page.getByRole('button', { name: 'Actions' })
const item = (name: string) => page.getByRole('menuitem', { name })
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })
const field = dialog.getByRole('textbox')
const done = page.getByTestId('action-done')

const choose = async (name: string) => {
  await actions.click()
  await item(name).click()
  await expect.element(dialog).toBeVisible()
}

/** Every change that was sent: method, path below the project, body. */
const renderWatched = async (url: string, options: Parameters<typeof renderApp>[1] = {}) => {
  const changes: string[] = []
  const app = await renderApp(url, {
    ...options,
    onWrite: ({ method, path, body }) => changes.push(`${method} ${path} ${body}`),
  })
  return { ...app, changes }
}

describe('Power off', () => {
  it('asks first, sends only the changed key and shows the result', async () => {
    const { changes, url } = await renderWatched(overview(OPEN))
    await choose('Power off')
    expect(url()).toBe(overview(OPEN, '?do=power-off'))
    await expect.element(inDialog('Cancel')).toHaveFocus()
    await expect.element(dialog.getByTestId('data-unknown')).toBeVisible()
    expect(changes).toEqual([])
    await inDialog('Power off').click()
    await expect.element(done).toHaveTextContent(OPEN)
    expect(changes).toEqual([
      `PUT /v1/project/demo-shop/service/${OPEN}?allow_unclean_poweroff=false {"powered":false}`,
    ])
    expect(url()).toBe(overview(OPEN))
    await expect.element(page.getByText('Powered off').first()).toBeVisible()
    await actions.click()
    await expect.element(item('Power on')).toBeVisible()
    expect(item('Power off').elements()).toHaveLength(0)
  })

  it('is sent once, however often the user clicks', async () => {
    const { changes } = await renderWatched(overview(OPEN, '?do=power-off'))
    await expect.element(dialog).toBeVisible()
    const button = inDialog('Power off').element() as HTMLElement
    button.click()
    button.click()
    button.click()
    await expect.element(done).toHaveTextContent(OPEN)
    expect(changes).toHaveLength(1)
  })

  it('of Kafka names what is lost, and needs the typed name', async () => {
    const { changes } = await renderWatched('/project/demo-analytics/services/clickstream/overview?do=power-off')
    await expect.element(dialog.getByTestId('data-lost')).toBeVisible()
    await expect.element(field).toHaveFocus()
    await inDialog('Power off').click()
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(changes).toEqual([])
    await field.fill('clickstream')
    await inDialog('Power off').click()
    await expect.element(done).toHaveTextContent('clickstream')
    expect(changes).toHaveLength(1)
  })

  it.each([
    ['write-403', 'http-403'],
    ['write-500', 'outcome-unknown'],
  ] as const)('scenario %s: %s, and the dialog stays', async (scenario, problem) => {
    const { changes } = await renderWatched(overview(OPEN, '?do=power-off'), { scenario })
    await inDialog('Power off').click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', problem)
    expect(dialog.getByTestId('unclean-offer').elements()).toHaveLength(0)
    expect(changes).toEqual([])
  })

  it('with data loss is offered only after the clean one was refused, and sent only on request', async () => {
    const { changes } = await renderWatched(overview('new-orders-db', '?do=power-off'))
    await inDialog('Power off').click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', 'http-409')
    await inDialog('Power off without them').click()
    await expect.element(dialog.getByTestId('unclean')).toBeVisible()
    expect(dialog.getByRole('alert').elements()).toHaveLength(0)
    expect(changes).toEqual([])
    await inDialog('Power off anyway').click()
    await expect.element(done).toHaveTextContent('new-orders-db')
    expect(changes).toEqual([
      'PUT /v1/project/demo-shop/service/new-orders-db?allow_unclean_poweroff=true {"powered":false}',
    ])
  })
})

describe('Protection', () => {
  it.each(['power-off', 'delete'])(
    'stands before ?do=%s, and leads to its switch without throwing it',
    async (action) => {
      const { changes, url } = await renderWatched(overview(PROTECTED, `?do=${action}`))
      await expect.element(dialog.getByTestId('protected')).toBeVisible()
      await inDialog('Termination protection').click()
      expect(url()).toBe(overview(PROTECTED, '?do=termination-protection'))
      await expect.element(inDialog('Turn off protection')).toBeVisible()
      expect(changes).toEqual([])
      await inDialog('Turn off protection').click()
      await expect.element(done).toHaveTextContent(PROTECTED)
      expect(changes).toEqual([`PUT /v1/project/demo-shop/service/${PROTECTED} {"termination_protection":false}`])
      await choose('Termination protection')
      await expect.element(inDialog('Turn on protection')).toBeVisible()
    },
  )
})

describe('Delete service', () => {
  it('needs the typed name, then opens the list, which shows the result', async () => {
    const name = 'warehouse'
    const { changes, url } = await renderWatched('/project/demo-analytics/services/warehouse/overview')
    await choose('Delete service')
    await expect.element(field).toHaveFocus()
    await userEvent.keyboard('ware{Enter}')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(changes).toEqual([])
    await field.fill(name)
    await expect.element(dialog.getByRole('list', { name: 'Deleted with the service' })).toHaveTextContent('defaultdb')
    await inDialog('Delete service').click()
    await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
    expect(url()).toBe('/project/demo-analytics/services')
    await expect.element(page.getByTestId('arrival')).toHaveTextContent(name)
    await expect.poll(() => page.getByRole('link', { name, exact: true }).elements()).toHaveLength(0)
    expect(changes).toEqual([`DELETE /v1/project/demo-analytics/service/${name} `])
  })

  it('retries only with the typed name, and keeps the focus in the dialog', async () => {
    const { deletions } = await renderWatched(overview(OPEN, '?do=delete'), { scenario: 'write-403' })
    await field.fill(OPEN)
    await inDialog('Delete service').click()
    await expect.element(inDialog('Retry')).toBeVisible()
    await field.fill('another')
    await inDialog('Retry').click()
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(deletions).toHaveLength(1)
    await field.fill(OPEN)
    await inDialog('Retry').click()
    await expect.poll(() => deletions).toHaveLength(2)
    await expect.element(dialog.getByRole('alert')).toBeVisible()
    expect(dialog.element().contains(document.activeElement)).toBe(true)
  })

  it('with an unknown outcome keeps its dialog open, with a link to the list', async () => {
    await renderWatched(overview(OPEN, '?do=delete'), { scenario: 'write-500' })
    await field.fill(OPEN)
    await inDialog('Delete service').click()
    await expect.element(dialog.getByTestId('outcome-unknown').getByRole('link')).toBeVisible()
  })
})

it('by keyboard: the menu, Escape, and the focus returns to its button', async () => {
  const { url } = await renderApp(overview(OPEN))
  await expect.element(actions).toBeVisible()
  ;(actions.element() as HTMLElement).focus()
  await userEvent.keyboard('{Enter}')
  await expect.element(item('Power off')).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.element(inDialog('Cancel')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => dialog.elements()).toHaveLength(0)
  await expect.element(actions).toHaveFocus()
  expect(url()).toBe(overview(OPEN))
})

it('"Command line" shows the request that would be sent', async () => {
  await renderApp(overview(OPEN, '?do=power-off'))
  await dialog.getByText('Command line').click()
  await expect.element(dialog).toHaveTextContent(`avn service update --power-off --project=demo-shop ${OPEN}`)
  await expect.element(dialog).toHaveTextContent('allow_unclean_poweroff=false')
  await expectAccessible()
})

it.each([
  [OPEN, 'power-on'],
  ['dashboards', 'power-off'],
])('%s: a link to %s finds nothing to do', async (service, action) => {
  await renderApp(overview(service, `?do=${action}`))
  await expect.element(dialog.getByTestId('nothing-to-do')).toBeVisible()
})

it.each([
  ['orders-db', 1],
  // Its backups hold no messages, and Aiven can't fork it.
  ['events', 0],
  // It has no backups.
  ['connectors', 0],
  // The catalogue doesn't know its type: the API decides.
  ['prototype', 1],
])('Fork is offered only for what can be forked: %s', async (service, offered) => {
  await renderApp(overview(service))
  await actions.click()
  await expect.element(item('Maintenance')).toBeVisible()
  expect(item('Fork').elements()).toHaveLength(offered)
})
