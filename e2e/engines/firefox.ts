/** The stock Firefox, over WebDriver BiDi. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { launch, type KeyInput } from 'puppeteer-core'

import { inTime, type Engine, type Tab } from './engine.ts'

const PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** @returns why it can't be run here, or undefined */
export const missingFirefox = (): string | undefined =>
  PLACES.some((path) => existsSync(path)) ? undefined : 'Firefox is not installed (Debian: firefox-esr)'

/** @param folder for what it keeps and saves */
export const startFirefox = async (folder: string): Promise<Engine> => {
  const executablePath = PLACES.find((path) => existsSync(path)) ?? ''
  const downloads = join(folder, 'downloads')
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: join(folder, 'profile'),
    defaultViewport: { width: 1280, height: 900 },
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.always_ask_before_handling_new_types': false,
    },
  })
  // Its own first window may still be changing: a tab that is opened beside it could be closed with it.
  for (const page of await browser.pages()) await inTime('first window', page.goto('about:blank'))
  const open = async (): Promise<Tab> => {
    const page = await browser.newPage()
    const { mouse, keyboard } = page
    const press = (key: string) => inTime(`key ${key}`, keyboard.press(key as KeyInput))
    return {
      goTo: async (url) => void (await inTime(`go to ${url}`, page.goto(url))),
      back: () => inTime('back', page.evaluate('history.back()') as Promise<void>),
      run: (body) => inTime('script', page.evaluate(`(async () => { ${body} })()`)),
      move: ({ x, y }) => inTime('mouse', mouse.move(x, y)),
      click: ({ x, y }) => inTime('click', mouse.click(x, y)),
      drag: async (from, to) => {
        await inTime('mouse', mouse.move(from.x, from.y))
        await inTime('mouse', mouse.down())
        await inTime('mouse', mouse.move(to.x, to.y))
        await inTime('mouse', mouse.up())
      },
      press,
      control: async (character) => {
        await inTime('key', keyboard.down('Control'))
        await press(character)
        await inTime('key', keyboard.up('Control'))
      },
      type: (text) => inTime('typing', keyboard.type(text)),
      print: async () => void (await inTime('print', page.pdf())),
      close: () => inTime('close', page.close()),
    }
  }
  return {
    name: 'Firefox',
    version: (await browser.version()).replace(/^\D*/, ''),
    downloads,
    open,
    close: () => inTime('close', browser.close()),
  }
}
