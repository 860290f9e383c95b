/** The form that creates services, as tests find it. */
import { expect } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

export const url = (search = '') => `/project/demo-shop/new-service${search}`
export const plan = (name: string) =>
  page.getByRole('radiogroup', { name: 'Plan' }).getByRole('radio', { name: new RegExp(`^${name}`) })
export const cloud = page.getByRole('combobox', { name: 'Cloud' })
export const nameField = page.getByRole('textbox', { name: 'Service name' })
export const allowed = page.getByRole('textbox', { name: 'Allowed IP addresses' })
export const tags = page.getByRole('textbox', { name: 'Tags' })
export const submit = page.getByRole('button', { name: 'Create service' })

/** The app at the form, with the bodies of what was created. */
export const renderForm = async (search: string, options: Parameters<typeof renderApp>[1] = {}) => {
  const created: Record<string, unknown>[] = []
  const app = await renderApp(url(search), {
    onWrite: ({ body }) => created.push(JSON.parse(body) as Record<string, unknown>),
    ...options,
  })
  await expect.element(page.getByRole('heading', { level: 1, name: 'Create service' })).toBeVisible()
  return { ...app, created }
}
