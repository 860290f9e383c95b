/** Files as the mock API has them. */
import { createMockApi } from '../../../../mocks/api.ts'
import { TODAY } from '../../../app/testing/render-app.tsx'

const api = createMockApi({ clock: () => TODAY })
export const ask = async <T>(path: string): Promise<T> => {
  const headers = { authorization: 'aivenv1 of-the-test' }
  return (await (await api.fetch(new Request(`http://api.example.com/v1${path}`, { headers }))).json()) as T
}
export const caOf = async (project: string) =>
  (await ask<{ certificate: string }>(`/project/${project}/kms/ca`)).certificate
export const user = async () =>
  (await ask<{ user: { access_cert: string; access_key: string } }>('/project/demo-shop/service/events/user/avnadmin'))
    .user
