import type { Access } from '../api/access.ts'

/** "api.aiven.io", with "by way of this machine" where the token stays with the server at the desk. */
export const apiHost = ({ api, holder }: Access): string => {
  const host = URL.parse(api)?.host ?? 'an API that did not say its address'
  return holder === 'desk' ? `${host}, by way of npm run live` : host
}
