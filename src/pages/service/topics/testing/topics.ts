/** The page of topics, as tests find it. */
import { page } from 'vitest/browser'

export const url = (search = '', service = 'events') => `/project/demo-shop/services/${service}/topics${search}`
export const table = () => page.getByRole('table', { name: 'Topics' })
export const topic = (name: string) =>
  table()
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) })
    .first()
export const dialog = () => page.getByRole('dialog')
/** The requests for one topic each. */
export const singles = (requests: readonly string[]) => requests.filter((path) => /\/topic\/./.test(path))
