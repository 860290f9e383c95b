import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { expectAccessible } from '../../ui/testing/expect-accessible.ts'
import { allowed, cloud, nameField, plan, renderForm, submit, tags, url } from './testing/form.ts'

describe('the page that creates services', () => {
  it('preselects cloud, plan and version for a type, says them in the URL, and shows price and command', async () => {
    const { url: current } = await renderForm('?serviceType=pg')
    await expect.element(cloud).toHaveValue('google-europe-west1')
    await expect.element(plan('hobbyist')).toBeChecked()
    await expect.element(page.getByRole('combobox', { name: 'Version' })).toHaveValue('18')
    await vi.waitFor(() => {
      expect(Object.fromEntries(new URLSearchParams(current().split('?')[1]))).toEqual({
        serviceType: 'pg',
        cloud: 'google-europe-west1',
        plan: 'hobbyist',
        version: '18',
      })
    })
    await expect.element(page.getByTestId('price')).toHaveTextContent('$18.98 a month')
    await page.getByText('Command line').click()
    await expect.element(page.getByRole('region', { name: /^command 1/ })).toHaveTextContent('--plan=hobbyist')
    await expectAccessible()
  })

  it('creates what is chosen, and leads to it in place of the form', async () => {
    const { created, url: current } = await renderForm('?serviceType=pg&plan=business-4&cloud=aws-us-east-1')
    await nameField.fill('new-db')
    const button = submit.element() as HTMLElement
    button.click()
    button.click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'new-db' })).toBeVisible()
    await expect.element(page.getByTestId('arrival')).toHaveTextContent('new-db')
    expect(current()).toBe('/project/demo-shop/services/new-db/overview')
    expect(created).toEqual([
      {
        service_name: 'new-db',
        service_type: 'pg',
        cloud: 'aws-us-east-1',
        plan: 'business-4',
        // The project has a VPC in this cloud.
        project_vpc_id: null,
        termination_protection: false,
        user_config: { pg_version: '18' },
      },
    ])
    await expect.element(page.getByRole('region', { name: /^Rebuilding/ })).toBeVisible()
    await expect.element(page.getByTestId('preview')).toHaveTextContent('postgres://')
    await expect.element(page.getByRole('button', { name: 'Download CA certificate' })).toBeVisible()
  })

  it('shows plans that a cloud lacks as disabled, with the clouds that have them', async () => {
    await renderForm('?serviceType=pg&cloud=do-fra')
    await expect.element(plan('premium-8')).toBeDisabled()
    await expect.element(plan('premium-8')).toHaveAccessibleName(/Belgium/)
    await cloud.selectOptions('aws-eu-west-1')
    await expect.element(plan('premium-8')).toBeEnabled()
    await plan('premium-8').click()
    await expect.element(page.getByRole('checkbox', { name: 'Termination protection' })).toBeChecked()
    await cloud.selectOptions('do-fra')
    await nameField.fill('new-db')
    await submit.click()
    await expect.element(page.getByRole('radiogroup', { name: 'Plan' })).toHaveAttribute('aria-invalid', 'true')
  })

  it.each([
    ['', 'empty'],
    ['Orders', 'upper case'],
    ['9lives', 'a digit first'],
    ['a_b', 'an underscore'],
    ['a'.repeat(65), 'too long'],
    ['orders-db', 'taken'],
  ])('refuses the name %j (%s) at its field, and sends nothing', async (name) => {
    const { created, url: current } = await renderForm('?serviceType=pg')
    await expect.element(plan('hobbyist')).toBeChecked()
    await nameField.fill(name)
    await submit.click()
    await expect.element(nameField).toHaveAttribute('aria-invalid', 'true')
    await expect.element(page.getByRole('alert')).toHaveTextContent('Service name')
    expect(created).toEqual([])
    if (!/^[a-z][-a-z0-9]{0,63}$/.test(name)) expect(current()).not.toContain('name=')
  })

  it('keeps the input when the API refuses, and shows the reason at its field', async () => {
    const { created } = await renderForm('?serviceType=pg&name=late-db', {
      // Someone takes the name between the list and the request.
      tamper: (path, body) =>
        path.startsWith('/v1/project/demo-shop/service?')
          ? {
              services: (body as { services: { service_name: string }[] }).services.filter(
                ({ service_name }) => service_name !== 'orders-db',
              ),
            }
          : body,
    })
    await nameField.fill('orders-db')
    await submit.click()
    await expect.element(nameField).toHaveAttribute('aria-invalid', 'true')
    await expect.element(nameField).toHaveValue('orders-db')
    expect(created).toEqual([])
  })

  it('sends allowed addresses and tags, and says them in the URL', async () => {
    const { created, url: current } = await renderForm(
      '?serviceType=pg&plan=business-4&name=new-db&allowed=198.51.100.0/24%20Office&tag=env:prod',
    )
    await expect.element(allowed).toHaveValue('198.51.100.0/24 Office')
    await expect.element(tags).toHaveValue('env:prod')
    await allowed.fill('198.51.100.0/24 Office\n203.0.113.7, 203.0.113.7 # twice\n::/0')
    await expect.element(page.getByTestId('open-to-everyone')).toHaveTextContent('::/0')
    await tags.fill('env: prod\nteam=orders')
    await expectAccessible()
    await vi.waitFor(() => {
      const search = new URLSearchParams(current().split('?')[1])
      expect(search.getAll('tag')).toEqual(['env: prod', 'team=orders'])
      expect(search.getAll('allowed')).toHaveLength(3)
    })
    await submit.click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'new-db' })).toBeVisible()
    expect(created[0]).toMatchObject({
      tags: { env: 'prod', team: 'orders' },
      user_config: {
        ip_filter: [
          { network: '198.51.100.0/24', description: 'Office' },
          { network: '203.0.113.7/32', description: 'twice' },
          '::/0',
        ],
      },
    })
  })

  it.each([
    ['10.20.3.4/16 lab', /10\.20\.0\.0\/16 or 10\.20\.3\.4\/32/],
    ['nowhere', /^.*nowhere/],
  ])('refuses bad allowed addresses (%#) at their field, and keeps it out of the URL', async (text, words) => {
    const { created, url: current } = await renderForm('?serviceType=pg&name=new-db')
    await expect.element(plan('hobbyist')).toBeChecked()
    await allowed.fill(text)
    await tags.fill('9lives: x')
    await submit.click()
    await expect.element(allowed).toHaveAttribute('aria-invalid', 'true')
    await expect.element(allowed).toHaveAccessibleDescription(words)
    await expect.element(tags).toHaveAttribute('aria-invalid', 'true')
    expect(created).toEqual([])
    expect(current()).not.toMatch(/allowed=|tag=/)
  })

  it('keeps possible secrets out of the URL, and says so', async () => {
    const { url: current } = await renderForm('?serviceType=pg&name=new-db')
    await tags.fill('password: hunter2secret')
    await expect.element(page.getByTestId('not-in-url')).toBeVisible()
    await allowed.fill('192.0.2.0/24')
    await expect.poll(current).toContain('allowed=192.0.2.0')
    expect(current()).not.toContain('hunter2')
  })

  it('finds a service whose creation got no answer', async () => {
    const { url: current } = await renderForm('?serviceType=pg&name=quiet-db', { scenario: 'create-unanswered' })
    await expect.element(plan('hobbyist')).toBeChecked()
    await submit.click()
    await expect.element(page.getByTestId('created-after-all')).toBeVisible()
    await page.getByRole('link', { name: 'Open quiet-db' }).click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'quiet-db' })).toBeVisible()
    expect(current()).toContain('/services/quiet-db/')
  })

  it('says that a service was not created, if the list lacks it', async () => {
    await renderForm('?serviceType=pg&name=lost-db', { scenario: 'create-fails' })
    await expect.element(plan('hobbyist')).toBeChecked()
    await submit.click()
    await expect.element(page.getByTestId('not-created')).toBeVisible()
    await expect.element(nameField).toHaveValue('lost-db')
  })

  it('asks before input is lost', async () => {
    const { url: current } = await renderForm('?serviceType=pg')
    await expect.element(plan('hobbyist')).toBeChecked()
    await nameField.fill('half-db')
    await page.getByRole('link', { name: 'Cancel' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(nameField).toHaveValue('half-db')
    await page.getByRole('link', { name: 'Cancel' }).click()
    await dialog.getByRole('button', { name: 'Leave' }).click()
    await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
    expect(current()).toBe('/project/demo-shop/services')
  })

  it('loads price and disk if the list of plans lacks them', async () => {
    await renderForm('?serviceType=pg&plan=business-4', {
      tamper: (path, body) =>
        path.endsWith('/plans')
          ? {
              service_plans: (body as { service_plans: object[] }).service_plans.map((one) => ({
                ...one,
                regions: { 'aws-eu-west-1': {} },
              })),
            }
          : body,
    })
    await expect.element(cloud).toHaveValue('aws-eu-west-1')
    await expect.element(page.getByTestId('price')).toHaveTextContent('a month')
    await expect.element(page.getByRole('combobox', { name: 'Disk' })).toHaveTextContent('160 GiB')
  })

  it('says that a plan of the URL has vanished', async () => {
    await renderForm('?serviceType=pg&plan=gone-4&name=new-db')
    await expect.element(page.getByRole('radiogroup', { name: 'Plan' })).toBeVisible()
    await submit.click()
    await expect.element(page.getByRole('radiogroup', { name: 'Plan' })).toHaveAttribute('aria-invalid', 'true')
  })

  it.each([
    ['404', 'heading'],
    ['403', 'alert'],
    ['500', 'alert'],
    ['html', 'alert'],
  ] as const)('scenario %s: a %s instead of the form', async (scenario, role) => {
    const { queryClient } = await renderApp(url(), { scenario })
    await expect
      .element(role === 'heading' ? page.getByRole('heading', { name: 'Not found' }) : page.getByRole('alert').first())
      .toBeVisible()
    expect(submit.elements()).toHaveLength(0)
    // Said once, though each of several requests failed.
    await expect.poll(() => queryClient.isFetching()).toBe(0)
    expect(page.getByRole('alert').elements()).toHaveLength(role === 'alert' ? 1 : 0)
  })
})
