import { beforeEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { expectAccessible, expectNoSidewaysScroll } from '../../../ui/testing/expect-accessible.ts'

const plan = page.getByRole('region', { name: 'Service plan' })
const cloud = page.getByRole('region', { name: 'Cloud and network' })
const dialog = page.getByRole('dialog')
const inDialog = (name: string) => dialog.getByRole('button', { name, exact: true })

let sent: string[] = []
beforeEach(() => {
  sent = []
})

const render = async (service: string, options: Parameters<typeof renderApp>[1] = {}) => {
  const app = await renderApp(`/project/demo-shop/services/${service}/settings`, {
    ...options,
    onWrite: ({ method, path, body }) => sent.push(`${method} ${path.replace(/.*\/service\//, '')} ${body}`),
  })
  await expect.element(plan.getByTestId('price')).toHaveTextContent('$')
  return app
}

describe('Service plan', () => {
  it('another one: with its price and what it means, and the disk is not named', async () => {
    const { url } = await render('orders-db')
    await plan.getByRole('button', { name: 'Change plan' }).click()
    await expect.element(plan.getByRole('table', { name: 'Plans' })).toBeVisible()
    await expect.poll(url).toContain('open=plans')
    const current = plan.getByRole('button', { name: 'Choose business-8' })
    await expect.element(current).toHaveAttribute('aria-disabled', 'true')
    // 8 GiB are less than what is used of the 350.
    await expect.element(plan.getByRole('row', { name: /^hobbyist/ })).toHaveTextContent('Too small')
    await expectAccessible()
    await plan.getByRole('button', { name: 'Choose business-16' }).click()
    await expect.element(dialog.getByTestId('price-change')).toHaveTextContent('more')
    await expect.element(dialog).toHaveTextContent('1 update')
    await dialog.getByText('Command line').click()
    await expect.element(dialog).toHaveTextContent('--plan=business-16')
    await expectAccessible()
    const button = inDialog('Change plan').element() as HTMLElement
    button.click()
    button.click()
    await expect.element(plan.getByTestId('plan-saved')).not.toBeEmptyDOMElement()
    expect(sent).toEqual(['PUT orders-db {"plan":"business-16"}'])
    await expect.element(plan).toHaveTextContent('business-16')
    await expect.element(page.getByText('Rebalancing').first()).toBeVisible()
  })

  it('a plan the cloud lacks names the clouds that have it; a vanished plan is refused, with the reason', async () => {
    const without = (path: string, body: unknown) => {
      if (!path.endsWith('/service-types/pg/plans')) return body
      const { service_plans: plans } = body as { service_plans: { service_plan: string; regions: object }[] }
      return {
        service_plans: [
          ...plans.map((one) => (one.service_plan === 'premium-8' ? { ...one, regions: { 'do-fra': {} } } : one)),
          { ...plans[0], service_plan: 'vanished-9', regions: plans.at(-2)?.regions },
        ],
      }
    }
    await render('orders-db', { tamper: without })
    await plan.getByRole('button', { name: 'Change plan' }).click()
    await expect.element(plan.getByRole('row', { name: /^premium-8/ })).toHaveTextContent('Frankfurt')
    await plan.getByRole('button', { name: 'Choose vanished-9' }).click()
    await inDialog('Change plan').click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', 'http-400')
    expect(sent).toEqual([])
  })

  it('the disk, in steps and with its price', async () => {
    await render('orders-db')
    await plan.getByRole('combobox', { name: 'Change the disk to' }).selectOptions('370 GiB')
    await expect.element(dialog.getByTestId('price-change')).toHaveTextContent('more')
    await inDialog('Change disk').click()
    await expect.element(plan.getByTestId('plan-saved')).not.toBeEmptyDOMElement()
    expect(sent).toEqual([`PUT orders-db {"disk_space_mb":${String(370 * 1024)}}`])
  })
})

describe('Cloud and network', () => {
  it('another cloud: found by typing, with its price; the URI stays the same', async () => {
    await render('orders-db')
    await cloud.getByRole('button', { name: 'Change cloud' }).click()
    await cloud.getByRole('combobox', { name: 'Move to another cloud' }).click()
    await userEvent.keyboard('frankfurt{Enter}')
    await cloud.getByRole('button', { name: 'Migrate' }).click()
    await expect.element(dialog.getByTestId('price-change')).toHaveTextContent('less')
    await expectAccessible()
    await inDialog('Migrate').click()
    await expect.element(cloud.getByTestId('cloud-saved')).not.toBeEmptyDOMElement()
    expect(sent).toEqual(['PUT orders-db {"cloud":"do-fra"}'])
  })

  it('one that lacks the plan: says so, and sends nothing', async () => {
    const tamper = (path: string, body: unknown) =>
      path.includes('/service/orders-db?')
        ? { service: { ...(body as { service: object }).service, plan: 'premium-8' } }
        : body
    await render('orders-db', { tamper })
    await cloud.getByRole('button', { name: 'Change cloud' }).click()
    await cloud.getByRole('combobox', { name: 'Move to another cloud' }).click()
    await userEvent.keyboard('frankfurt{Enter}')
    await expect.element(cloud.getByTestId('lacks-plan')).toBeVisible()
    ;(cloud.getByRole('button', { name: 'Migrate' }).element() as HTMLElement).click()
    expect(dialog.elements()).toHaveLength(0)
  })

  it('fits into 320 px', async () => {
    await page.viewport(320, 640)
    await render('dashboards')
    await plan.getByRole('button', { name: 'Change plan' }).click()
    await expect.element(plan.getByRole('table', { name: 'Plans' })).toBeVisible()
    await expectAccessible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })
})
