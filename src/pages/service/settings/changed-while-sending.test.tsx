import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

it.each([
  ['Tags', 'Add tag', 'tags-saved', 'owner', 'ops'],
  ['Contacts', 'Add contact', 'contacts-saved', 'ada@example.com', 'ops@example.com'],
])('%s entered while others are on their way stay, and can be sent', async (name, opens, saved, first, second) => {
  const sent: string[] = []
  let arrive = () => {}
  const arrival = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await renderApp('/project/demo-shop/services/orders-db/settings', {
    onWrite: ({ body }) => sent.push(body),
    tamper: async (_path, body) => {
      if (sent.length === 1) await arrival
      return body
    },
  })
  const section = page.getByRole('region', { name, exact: true })
  const changes = section.getByRole('group', { name: /^Changes/ })
  const add = async (text: string) => {
    await section.getByRole('button', { name: opens }).click()
    await section.getByRole('textbox').first().fill(text)
    if (name === 'Tags') await section.getByRole('textbox').last().fill('x')
    await userEvent.keyboard('{Enter}')
    await expect.element(changes).toHaveTextContent(text)
  }
  await add(first)
  await changes.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => sent).toHaveLength(1)
  await add(second)
  arrive()
  await expect.element(section.getByTestId(saved)).not.toBeEmptyDOMElement()
  await expect.element(changes).toHaveTextContent(second)
  await changes.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => sent).toHaveLength(2)
  expect(sent[1]).toContain(second)
  await expect.element(changes).not.toBeInTheDocument()
})
