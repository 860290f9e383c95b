/** Quick connect, as tests find it. */
import { page } from 'vitest/browser'

export const url = (service: string, search = '') => `/project/demo-shop/services/${service}/connect${search}`
export const code = (name: string) => page.getByRole('region', { name, exact: true })
export const client = (title: string) =>
  page.getByRole('group', { name: 'Client', exact: true }).getByRole('radio', { name: new RegExp(`^${title}\\b`) })
/** Ids of the clients that are shown. */
export const titles = () =>
  page
    .getByRole('group', { name: 'Client', exact: true })
    .getByRole('radio')
    .elements()
    .map((radio) => (radio as HTMLInputElement).value)
export const button = (name: string) => page.getByRole('button', { name, exact: true })
