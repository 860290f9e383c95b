/** What a user does and sees, by roles and names, in any engine. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

import { IN_PAGE } from './in-page.ts'
import { PATIENCE_MS, type Point, type Tab } from './engine.ts'

const json = (value: unknown) => JSON.stringify(value)

export type Role =
  | 'button'
  | 'menuitem'
  | 'link'
  | 'field'
  | 'checkbox'
  | 'radio'
  | 'tab'
  | 'dialog'
  | 'table'
  | 'heading'
  | 'option'
  | 'group'
  | 'tooltip'
  | 'alert'
  | 'region'
  | 'main'

/** Longer than one request: machines are shared, and a page that has frozen shows by its requests. */
const WAIT_MS = 2 * PATIENCE_MS

/** @throws with what was waited for, when it doesn't come true in time */
export const until = async <T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> => {
  const end = Date.now() + WAIT_MS
  for (;;) {
    const found = await look()
    if (found !== null && found !== undefined && found !== false) return found
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`)
    await wait(50)
  }
}

export class User {
  readonly tab: Tab
  readonly downloads: string
  readonly origin: string

  constructor(tab: Tab, downloads: string, origin: string) {
    this.tab = tab
    this.downloads = downloads
    this.origin = origin
  }

  /** Runs the body of a function in the page, with `find`, `textOf`, ... */
  page = async <T>(body: string): Promise<T> => (await this.tab.run(`${IN_PAGE}\n${body}`)) as T

  goTo = (path: string) => this.tab.goTo(`${this.origin}${path}`)

  /** The centre of an element, once it is visible and stops moving. */
  at = async (role: Role, name: string): Promise<Point> => {
    let last = ''
    return until(`${role} "${name}"`, async () => {
      const found = await this.page<Point | null>(
        `const it = find(${json(role)}, ${json(name)}); return it ? middleOf(it) : null`,
      )
      const here = json(found)
      const isSteady = found !== null && here === last
      last = here
      return isSteady && found
    })
  }

  click = async (role: Role, name: string) => this.tab.click(await this.at(role, name))

  /** An element's text, once it is there. */
  text = async (role: Role, name: string): Promise<string> =>
    until(`${role} "${name}"`, async () =>
      this.page<string | null>(`const it = find(${json(role)}, ${json(name)}); return it ? textOf(it) : null`),
    )

  /** Waits until there is such an element whose text contains these words. */
  see = async (role: Role, name: string, words = ''): Promise<void> => {
    await until(`${role} "${name}" with "${words}"`, async () =>
      this.page<boolean>(
        `return findAll(${json(role)}, ${json(name)}).some((it) => textOf(it).includes(${json(words)}))`,
      ),
    )
  }

  /** Waits until there is none. */
  seeNo = async (role: Role, name: string): Promise<void> => {
    await until(`no ${role} "${name}"`, async () =>
      this.page<boolean>(`return findAll(${json(role)}, ${json(name)}).length === 0`),
    )
  }

  /** Types into a field, instead of what is in it. */
  fill = async (name: string, text: string): Promise<void> => {
    await this.click('field', name)
    await this.page(`find('field', ${json(name)}).select()`)
    await this.tab.type(text)
  }

  /** The clipboard's text: pasted into a temporary field, as users do. */
  clipboard = async (): Promise<string> => {
    await this.page(`
      const field = document.createElement('textarea')
      field.id = 'of-the-test'
      ;([...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body).append(field)
      field.focus({ preventScroll: true })
    `)
    await this.tab.control('v')
    await wait(100)
    return this.page<string>(`
      const field = document.querySelector('#of-the-test')
      const { value } = field
      field.remove()
      return value
    `)
  }

  /** Clicks a button that copies, and returns the clipboard's text once it matches. */
  copy = async (button: string, wanted: string | RegExp, role: Role = 'button'): Promise<void> => {
    await this.click(role, button)
    let got = ''
    await until(`"${button}" to copy`, async () => {
      got = await this.clipboard()
      return typeof wanted === 'string' ? got.trim() === wanted.trim() : wanted.test(got)
    }).catch((error: unknown) => {
      throw new Error(`${String(error)}; the clipboard has ${json(got.slice(0, 200))}`)
    })
  }

  /** Clicks, and returns the saved file with that name (`*` in the name stands for anything). */
  save = async (button: string, name: string): Promise<Buffer> => {
    await this.click('button', button)
    const [start = '', end = ''] = name.split('*')
    const file = await until(`${name} in ${(await readdir(this.downloads)).join(', ')}`, async () =>
      (await readdir(this.downloads)).find((found) =>
        name.includes('*') ? found.startsWith(start) && found.endsWith(end) : found === name,
      ),
    )
    // Engines first write a file with another name, and the final file may still be growing.
    let size = -1
    return until(`all of ${name}`, async () => {
      const content = await readFile(join(this.downloads, file))
      const isWhole = content.length > 0 && content.length === size
      size = content.length
      return isWhole && content
    })
  }
}
