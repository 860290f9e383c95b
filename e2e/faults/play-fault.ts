/** One action against one outcome: what the user sees, that nothing wrong came of it, and that the next step works. */
import type { Locator, Page } from '@playwright/test'

import type { FaultResult } from '../../tools/faults/document.ts'
import { expect, TODAY } from '../fixtures.ts'
import type { Action } from './action.ts'
import type { Outcome } from './outcomes.ts'
import { settle, untilQuiet, type FaultRun } from './page-time.ts'
import { heading, main } from './parts.ts'

const signInPage = (page: Page) => main(page).getByRole('heading', { level: 1, name: 'Sign in' })
const notFound = (page: Page) => main(page).getByRole('heading', { level: 1, name: 'Not found' })
/** A list that came with items that nobody can read. */
const unreadable = (page: Page) => page.getByTestId('unread')
const button = (scope: Page | Locator, name: string | RegExp) => scope.getByRole('button', { name, exact: true })

/** Wherever a message may stand. */
const anyMessage = (page: Page, action: Action) => action.message(page).or(notFound(page)).or(unreadable(page))

type Message = Pick<FaultResult, 'sees' | 'reason'>

const line = async (text: Locator) => (await text.innerText()).replaceAll(/\s+/g, ' ').trim()

/** What a message is about, with the rights that it says are lacking: `http-403 services:read`. */
const describeMessage = async (message: Locator): Promise<string> => {
  const id = await message.getAttribute('data-testid')
  if (id === null) throw new Error(`a message that nobody can tell from another: ${await line(message)}`)
  // Advice about a refusal is loaded when it is needed; folded or not, it is part of the message.
  if (id === 'http-403') await expect(message.getByTestId(/^(forbidden-by|advice)-/).first()).toBeAttached()
  for (const folded of await message.locator('details:not([open]) > summary').all()) await folded.click()
  const rights = (await line(message)).match(/\b[a-z_]+(?::[a-z_]+)+\b/g) ?? []
  return [id, ...[...new Set(rights)].toSorted()].join(' ')
}

/** The message, wherever it stands: at its place, or in place of the page. */
const readMessage = async ({ page }: FaultRun, action: Action): Promise<Message> => {
  if (action.signedOut !== true && (await signInPage(page).isVisible())) {
    return { sees: 'Sign in', reason: await describeMessage(main(page).getByTestId('token-refused')) }
  }
  if (await notFound(page).isVisible()) return { sees: 'Not found', reason: '' }
  const message = action.message(page)
  if ((await message.count()) === 0) return { sees: 'What cannot be read, and the rest', reason: '' }
  return { sees: 'A message', reason: await describeMessage(message.first()) }
}

/** @param refused the token is no good: any other message is gone in a moment */
const expectMessage = async (run: FaultRun, action: Action, refused = false): Promise<Message> => {
  const { page } = run
  const places = refused && action.signedOut !== true ? signInPage(page) : anyMessage(page, action)
  await settle(run, places, 'a message')
  return readMessage(run, action)
}

/** The page is whole, and has given nothing away. */
const expectIntact = async ({ page, recorder }: FaultRun) => {
  await heading(page)
  expect(await recorder.saved(), 'nothing is saved').toEqual([])
  expect(await recorder.copied(), 'nothing is copied').toEqual([])
}

/** All is well again: the user does it once more, from wherever the page is. */
const repeat = async ({ page }: FaultRun, action: Action): Promise<string> => {
  if (action.act) {
    await action.act(page)
    return 'Do it again'
  }
  const refresh = button(main(page), 'Refresh')
  if ((await refresh.count()) > 0) {
    await refresh.click()
    return 'Refresh'
  }
  await page.reload()
  return 'Reload'
}

/** Takes the next step that the page offers. */
const takeNextStep = async (run: FaultRun, action: Action): Promise<string> => {
  const { page } = run
  if (action.signedOut !== true && (await signInPage(page).isVisible())) {
    await page.getByLabel('Token').fill('another-token')
    await button(main(page), 'Sign in').click()
    await expect(signInPage(page)).toHaveCount(0)
    await action.ready?.(page)
    await action.act?.(page)
    return 'Sign in'
  }
  if (await notFound(page).isVisible()) {
    await main(page).getByRole('link').click()
    await expect(notFound(page)).toHaveCount(0)
    await heading(page)
    await page.goto(action.url)
    return 'The link'
  }
  const offered = button(action.message(page).first(), /^(Retry|Ask again)$/)
  if ((await offered.count()) === 0) return repeat(run, action)
  const name = await line(offered)
  const gone = action.restored && (await action.restored(page).count()) === 0
  await offered.click()
  if (!gone) return name
  await action.act?.(page)
  return `${name}, then do it again`
}

/** Begins, and waits until a request waits. */
const keepWaiting = async ({ page, server }: FaultRun, action: Action, begin: () => Promise<unknown>) => {
  server.hold(action.requests)
  await begin()
  await expect.poll(server.affectedCount).toBeGreaterThan(0)
  return page
}

const cancel = (page: Page) => button(page, 'Cancel')

const playSlow = async (run: FaultRun, action: Action, begin: () => Promise<unknown>): Promise<FaultResult> => {
  const page = await keepWaiting(run, action, begin)
  const [words, seen] = action.meanwhile ?? ['That it waits, and Cancel', cancel]
  await settle(run, seen(page), words)
  await expectIntact(run)
  run.server.heal()
  return { sees: words, reason: '', nextStep: 'Wait' }
}

/** What has no Cancel is left: for another page, or out of a dialog. */
const leave = async (run: FaultRun, action: Action): Promise<FaultResult> => {
  const { page, server } = run
  const isDialog = await page.getByRole('dialog').isVisible()
  await page.keyboard.press('Escape')
  if (!isDialog)
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'TLS requirements' }).click()
  server.heal()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectIntact(run)
  await page.goto(action.url)
  await action.ready?.(page)
  await action.act?.(page)
  return { sees: 'It can be left', reason: '', nextStep: 'Come back' }
}

const playCancelled = async (run: FaultRun, action: Action, begin: () => Promise<unknown>): Promise<FaultResult> => {
  const page = await keepWaiting(run, action, begin)
  if (action.meanwhile && !action.writes) return leave(run, action)
  if (action.meanwhile) await page.keyboard.press('Escape')
  else {
    await settle(run, cancel(page), 'Cancel')
    await cancel(page).click()
  }
  if (action.writes) {
    // What has been sent may have been done: the dialog stays until it is known.
    await expectIntact(run)
    await expect(page.getByRole('dialog')).toBeVisible()
    run.server.heal()
    return { sees: 'The dialog stays: what has been sent cannot be taken back', reason: '', nextStep: 'Wait' }
  }
  await settle(run, page.getByText(/^Cancelled/), 'what came of Cancel')
  const sees = 'That it is cancelled'
  run.server.heal()
  await expectIntact(run)
  const load = button(main(page), 'Load again')
  if ((await load.count()) === 0) return { sees, reason: '', nextStep: await repeat(run, action) }
  await load.click()
  return { sees, reason: '', nextStep: 'Load again' }
}

const playOffline = async (run: FaultRun, action: Action, begin: () => Promise<unknown>): Promise<FaultResult> => {
  const page = await keepWaiting(run, action, begin)
  // In this order: a browser that is offline doesn't see that a connection breaks off.
  run.server.cut()
  await page.context().setOffline(true)
  try {
    const message = await expectMessage(run, action)
    await expectIntact(run)
    return { ...message, nextStep: 'Be online again' }
  } finally {
    run.server.heal()
    await page.context().setOffline(false)
  }
}

const playBroken = async (
  run: FaultRun,
  action: Action,
  { act, all }: Extract<Outcome, { act: unknown }>,
  begin: () => Promise<unknown>,
): Promise<FaultResult> => {
  const { server } = run
  if (all && action.act) await untilQuiet(run)
  server.break(all ? /./ : action.requests, act)
  await begin()
  const message = await expectMessage(run, action, all)
  expect(server.affectedCount(), 'requests went wrong').toBeGreaterThan(0)
  await expectIntact(run)
  server.heal()
  return { ...message, nextStep: await takeNextStep(run, action) }
}

/**
 * Plays the case from a fresh page to the end, at which all is well.
 * @throws what isn't as it should be
 */
export const playFault = async (run: FaultRun, action: Action, outcome: Outcome): Promise<FaultResult> => {
  const { page, server, recorder } = run
  server.reset()
  await page.clock.setSystemTime(TODAY)
  const open = () => page.goto(action.url)
  if (action.act) {
    // Every page asks for the projects: an answer that comes later would be newer than this case expects.
    const projects = action.signedOut !== true && page.waitForResponse(/\/v1\/project$/)
    await open()
    await projects
    await action.ready?.(page)
  }
  recorder.forget()
  const begin = () => (action.act ? action.act(page) : open())
  let result: FaultResult
  if ('act' in outcome) result = await playBroken(run, action, outcome, begin)
  else if (outcome.waits === 'answered') result = await playSlow(run, action, begin)
  else if (outcome.waits === 'cancelled') result = await playCancelled(run, action, begin)
  else {
    result = await playOffline(run, action, begin)
    // What a page is made of is requested again as soon as the network is back, which may end the message.
    await untilQuiet(run)
    if (await anyMessage(page, action).first().isVisible()) await takeNextStep(run, action)
    else if (action.restored) await action.act?.(page)
  }
  await action.done(page, recorder)
  expect(recorder.messages(), 'what the console said').toEqual([])
  return result
}
