/** Opens the link of `npm run live` as a browser does: its page brings a cookie and a key. */
import { KEY_HEADER } from '../server/desk/gate.ts'

/** @param origin at 127.0.0.1: Node finds no names below localhost */
export const openDesk = async ({ origin, link }: { readonly origin: string; readonly link: string }) => {
  const opened = await fetch(origin + new URL(link).pathname, { redirect: 'manual' })
  const text = await opened.text()
  const cookie = opened.headers.get('set-cookie') ?? ''
  const key = /data-key="([^"]*)"/.exec(text)?.[1] ?? ''
  /** Headers that the browser sends from now on. */
  const headers: Record<string, string> = { cookie: cookie.split(';')[0] ?? '', [KEY_HEADER]: key }
  return { opened: { status: opened.status, headers: opened.headers, text }, cookie, key, headers }
}
