import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { serviceGet } from '../../../api/service.ts'
import { renderApp, TODAY } from '../../../app/testing/render-app.tsx'

const url = (service: string, search = '') => `/project/demo-shop/services/${service}/overview${search}`
const row = (header: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })

describe('saved files are fresh', () => {
  const minutesLater = (minutes: number) => {
    vi.setSystemTime(TODAY.getTime() + minutes * 60_000)
  }

  it('the CA is fetched again once the answer is two minutes old', async () => {
    const { requests } = await renderApp(url('orders-db'))
    const asked = () => requests.filter((path) => path.endsWith('/kms/ca')).length
    const show = async () => {
      await page.getByRole('button', { name: 'Show CA certificate' }).click()
      await page.getByRole('button', { name: 'Hide CA certificate' }).click()
    }
    await show()
    // Well below two minutes: the clock runs on while a busy machine clicks.
    minutesLater(1)
    await show()
    expect(asked()).toBe(1)
    minutesLater(2.1)
    await show()
    expect(asked()).toBe(2)
  })

  it('key and certificate come from one answer for two minutes, then from another', async () => {
    const { requests } = await renderApp(url('events'))
    const asked = () => requests.filter((path) => path.endsWith('/user/avnadmin')).length
    for (const [what, minutes, times] of [
      ['key', 0, 1],
      ['certificate', 1, 1],
      ['key', 2.1, 2],
    ] as const) {
      minutesLater(minutes)
      await page.getByRole('button', { name: `Show access ${what}` }).click()
      await page.getByRole('button', { name: `Hide access ${what}` }).click()
      expect(asked()).toBe(times)
    }
  })
})

describe('shown secrets belong to the named user', () => {
  it('a password is hidden when a refresh puts another user first', async () => {
    const { queryClient, api } = await renderApp(url('orders-db'))
    await page.getByRole('button', { name: 'Show password' }).click()
    await expect.element(row('Password')).toHaveTextContent(/AVNS_/)
    const { queryKey } = serviceGet(api, 'demo-shop', 'orders-db')
    queryClient.setQueryData(queryKey, (service) => service && { ...service, users: service.users.toReversed() })
    await expect.element(page.getByLabelText('User')).toHaveValue('orders-api')
    expect(document.body.textContent).not.toContain('AVNS_')
  })
})
