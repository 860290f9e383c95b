import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { nameField, plan, renderForm, submit } from './testing/form.ts'

describe('a fork', () => {
  it('starts with the settings of its source, at a moment', async () => {
    const { created } = await renderForm('?fork=orders-db&at=2026-11-23T10:00:00Z')
    await expect.element(page.getByTestId('fork')).toHaveTextContent('2026-11-23 10:00:00 UTC')
    await expect.element(nameField).toHaveValue('orders-db-fork')
    await expect.element(plan('business-8')).toBeChecked()
    await submit.click()
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db-fork' })).toBeVisible()
    expect(created[0]).toMatchObject({
      service_type: 'pg',
      plan: 'business-8',
      copy_tags: true,
      user_config: { pg_version: '16', service_to_fork_from: 'orders-db', recovery_target_time: '2026-11-23 10:00:00' },
    })
  })

  it.each(['?fork=events', '?fork=orders-db&at=yesterday', '?fork=orders-db&backup=b-1'])(
    '%s: what cannot be copied is said',
    async (search) => {
      await renderForm(search)
      await expect.element(page.getByTestId('no-fork')).toBeVisible()
      expect(submit.elements()).toHaveLength(0)
    },
  )

  it('says that its source is not there', async () => {
    await renderForm('?fork=nowhere')
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'http-404')
  })
})
