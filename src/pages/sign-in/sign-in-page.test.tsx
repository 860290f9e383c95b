import { expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import type { Access } from '../../api/access.ts'
import { renderApp } from '../../app/testing/render-app.tsx'

const GOOD = 'a-good-token'
const access: Access = { holder: 'sign-in', api: 'https://api.aiven.io' }
const options = { access, token: GOOD } as const

const signIn = async (token: string) => {
  await userEvent.fill(page.getByLabelText('Token'), token)
  await userEvent.click(page.getByRole('button', { name: 'Sign in' }))
}

it('asks for a token first, sends no request, and leads back', async () => {
  const app = await renderApp('/project/demo-shop/services?search=kafka', options)
  await expect.element(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(app.requests).toEqual([])
  expect(app.url()).toBe('/sign-in?return=%2Fproject%2Fdemo-shop%2Fservices%3Fsearch%3Dkafka')
  await signIn(`aivenv1 ${GOOD}`)
  await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
  expect(app.url()).toBe('/project/demo-shop/services?search=kafka')
  await expect.element(page.getByText('as demo@example.com').first()).toBeVisible()
  // In memory only, by default.
  expect(JSON.stringify([sessionStorage, localStorage])).not.toContain(GOOD)
})

it('stores the token in the tab if chosen', async () => {
  await renderApp('/sign-in', options)
  await userEvent.click(page.getByRole('checkbox', { name: 'Keep it in this tab' }))
  await signIn(GOOD)
  await expect.element(page.getByText('as demo@example.com').first()).toBeVisible()
  expect(sessionStorage.getItem('token')).toBe(GOOD)
  expect(JSON.stringify(localStorage)).not.toContain(GOOD)
})

it('a token that the API refuses does not sign in, and is not stored', async () => {
  const app = await renderApp('/sign-in', options)
  await signIn('an-expired-one')
  await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'token-refused')
  await expect.element(page.getByRole('alert')).toHaveTextContent('Invalid token')
  await expect.element(page.getByLabelText('Token')).toHaveFocus()
  expect(sessionStorage.length).toBe(0)
  expect(app.requests).toEqual(['/v1/me'])
})

it('an impossible token is reported at once', async () => {
  const app = await renderApp('/sign-in', options)
  await signIn('two words')
  await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'not-a-token')
  expect(app.requests).toEqual([])
})

it('an API failure does not blame the token', async () => {
  await renderApp('/sign-in', { access, scenario: 'down' })
  await signIn(GOOD)
  await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'http-503')
  await expect.element(page.getByRole('button', { name: 'Retry' })).toBeVisible()
})

it('signing out forgets the token and everything that was loaded', async () => {
  sessionStorage.setItem('token', GOOD)
  const app = await renderApp('/project/demo-shop/services', options)
  await userEvent.click(page.getByRole('button', { name: 'Sign out' }).first())
  await expect.element(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  expect(sessionStorage.length).toBe(0)
  expect(localStorage.getItem('last-project')).toBeNull()
  expect(app.queryClient.getQueryCache().getAll()).toEqual([])
  await expect.element(page.getByRole('navigation', { name: 'Main' })).not.toBeInTheDocument()
})

const revoke = async () => {
  await userEvent.click(page.getByRole('button', { name: 'Revoke token' }).first())
  await userEvent.click(page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }))
}

it('revoking ends the token, signs out, and says so once the API refuses it', async () => {
  sessionStorage.setItem('token', GOOD)
  const app = await renderApp('/project/demo-shop/services', options)
  await revoke()
  await expect.element(page.getByTestId('farewell-revoked')).toBeVisible()
  expect(app.requests.filter((path) => path.startsWith('/v1/me')).slice(-2)).toEqual(['/v1/me/logout', '/v1/me'])
  expect(sessionStorage.length).toBe(0)
  await signIn(GOOD)
  await expect.element(page.getByTestId('token-refused')).toBeVisible()
})

it('a token is revoked once, however often the user presses', async () => {
  sessionStorage.setItem('token', GOOD)
  const app = await renderApp('/project/demo-shop/services', options)
  await userEvent.click(page.getByRole('button', { name: 'Revoke token' }).first())
  const button = page.getByRole('dialog').getByRole('button', { name: 'Revoke token' }).element() as HTMLElement
  button.click()
  button.click()
  await expect.element(page.getByTestId('farewell-revoked')).toBeVisible()
  expect(app.requests.filter((path) => path === '/v1/me/logout')).toHaveLength(1)
})

it.each([
  ['not-revoked', 'write-403'],
  ['outcome-unknown', 'write-500'],
  ['still-taken', 'token-stays'],
] as const)('%s is no end of the token (%s)', async (testId, scenario) => {
  sessionStorage.setItem('token', GOOD)
  await renderApp('/project/demo-shop/services', { ...options, scenario })
  await revoke()
  await expect.element(page.getByRole('dialog').getByRole('alert')).toHaveAttribute('data-testid', testId)
  expect(sessionStorage.getItem('token')).toBe(GOOD)
})

it('a token that goes bad leads to signing in, and back to the same place', async () => {
  sessionStorage.setItem('token', 'one-that-expired')
  const app = await renderApp('/project/demo-shop/services/events/overview?auth=sasl', options)
  await expect.element(page.getByTestId('token-refused').getByText(/Invalid token/)).toBeVisible()
  expect(sessionStorage.length).toBe(0)
  await signIn(GOOD)
  await expect.element(page.getByRole('heading', { level: 1, name: 'events' })).toBeVisible()
  expect(app.url()).toBe('/project/demo-shop/services/events/overview?auth=sasl')
})

it('a signed-in user is redirected', async () => {
  sessionStorage.setItem('token', GOOD)
  await renderApp('/sign-in', options)
  await expect.element(page.getByRole('link', { name: 'Go to services' })).toBeVisible()
})
