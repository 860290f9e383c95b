/** Opens the link of `npm run live`, and sends requests as the browser would. */
import { openDesk } from '../open-desk.ts'
import { sendRaw, type RawRequest } from './send-raw.ts'

export const enterDesk = async (desk: { readonly origin: string; readonly link: string }) => {
  const opened = await openDesk(desk)
  const asUser = (path: string, { headers, ...asked }: RawRequest = {}) =>
    sendRaw(desk.origin, path, { ...asked, headers: { ...opened.headers, ...headers } })
  return { ...opened, ask: asUser }
}
