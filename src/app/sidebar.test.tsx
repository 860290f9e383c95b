/** What is beside every page, whatever the page waits for. */
import { expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from './testing/render-app.tsx'

const topOf = (element: Element): number => element.getBoundingClientRect().top

it.each(['orders-db', 'events', 'dashboards'])(
  'places, account and Sign out are there while a service loads and after Cancel, and stay where they are: %s',
  async (service) => {
    sessionStorage.setItem('token', 'the-token')
    // The service itself never answers, until it is asked for again.
    let isSilent = true
    await renderApp(`/project/demo-shop/services/${service}`, {
      access: { holder: 'sign-in', api: 'https://api.aiven.io' },
      tamper: (path, body) =>
        isSilent && path.startsWith(`/v1/project/demo-shop/service/${service}`) ? new Promise(() => undefined) : body,
    })
    const main = page.getByRole('navigation', { name: 'Main' })
    const signOut = page.getByRole('button', { name: 'Sign out' }).first()
    const cancel = page.getByRole('button', { name: 'Cancel' })
    await expect.element(cancel).toBeVisible()
    await expect.element(main).toBeInTheDocument()
    await expect.element(signOut).toBeInTheDocument()
    const places = [topOf(main.element()), topOf(signOut.element())]
    await cancel.click()
    await expect.element(page.getByTestId('cancelled')).toBeVisible()
    const settings = page.getByRole('navigation', { name: 'Service' }).getByRole('link', { name: 'Settings' })
    await expect.element(settings).toBeInTheDocument()
    expect([topOf(main.element()), topOf(signOut.element())]).toEqual(places)
    isSilent = false
    await page.getByRole('button', { name: 'Load again' }).click()
    await expect.element(settings).toBeInTheDocument()
    expect([topOf(main.element()), topOf(signOut.element())]).toEqual(places)
  },
)
