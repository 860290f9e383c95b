import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { render } from 'vitest-browser-react'

import { createMockApi, type MockApiOptions } from '../../../mocks/api.ts'
import { createApi } from '../../api/client.ts'
import { statusOf } from '../../api/errors.ts'
import { powerOn, setTerminationProtection } from '../../api/service-update.ts'
import { ApiContext } from '../../api/use-api.ts'
import { TextField } from '../../ui/form/text-field.tsx'
import { expectAccessible } from '../../ui/testing/expect-accessible.ts'
import { WriteFormDialog } from './write-form-dialog.tsx'

const ADDRESS = { project: 'demo-shop', service: 'sessions' }
const SCHEMA = v.object({ answer: v.pipe(v.string(), v.picklist(['yes', 'no'], 'Enter yes or no.')) })

const dialog = page.getByRole('dialog')
const field = dialog.getByRole('textbox', { name: 'Answer' })
const submit = dialog.getByRole('button', { name: 'Save' })

/** Answers a write, the first being number 1, in place of the mock API. */
type Refuse = (attempt: number) => Response | undefined

const refusal = (status: number, message: string) => Response.json({ message, errors: [{ message }] }, { status })

const renderDialog = async (
  options: MockApiOptions = {},
  entries = ['/', '/form'],
  refuse: Refuse = () => undefined,
) => {
  const attempts: string[] = []
  const changes: string[] = []
  const onDone = vi.fn<(values: { answer: string }) => void>()
  const onClose = vi.fn<() => void>()
  const mock = createMockApi({ onWrite: ({ method, body }) => changes.push(`${method} ${body}`), ...options })
  const api = createApi({
    fetch: async (request) => {
      attempts.push(await request.clone().text())
      return refuse(attempts.length) ?? mock.fetch(request)
    },
    token: () => 'x',
  })
  const element = (
    <WriteFormDialog
      title="Protect?"
      schema={SCHEMA}
      initial={{ answer: '' }}
      request={({ answer }) => (answer === 'yes' ? setTerminationProtection(ADDRESS, true) : powerOn(ADDRESS))}
      submitLabel="Save"
      fieldErrors={(error) => (statusOf(error) === 409 ? { answer: error.message } : undefined)}
      refused="Not saved."
      doubtful="Unknown whether it was saved."
      onDone={onDone}
      onClose={onClose}
    >
      <TextField name="answer" label="Answer" />
    </WriteFormDialog>
  )
  const router = createMemoryRouter(
    [
      { path: '/', element: 'Before' },
      { path: '/form', element },
    ],
    { initialEntries: entries },
  )
  await render(
    <QueryClientProvider client={new QueryClient()}>
      <ApiContext value={api}>
        <RouterProvider router={router} />
      </ApiContext>
    </QueryClientProvider>,
  )
  return { attempts, changes, onDone, onClose, router }
}

/** Types, and waits until the page would ask: Back is blocked one render later than closing the tab. */
const type = async (text: string) => {
  await field.fill(text)
  await vi.waitFor(() => {
    const leave = new Event('beforeunload', { cancelable: true })
    globalThis.dispatchEvent(leave)
    expect(leave.defaultPrevented).toBe(true)
  })
  await new Promise((resolve) => requestAnimationFrame(resolve))
}

describe('a form that writes', () => {
  it('sends one request made from its fields, and shows it as a command', async () => {
    const { changes, onDone } = await renderDialog()
    await expect.element(dialog).toBeVisible()
    expect(dialog.getByText('Command line').elements()).toHaveLength(0)
    await field.fill('yes')
    await dialog.getByText('Command line').click()
    await expect.element(dialog).toHaveTextContent('--enable-termination-protection')
    await expectAccessible()
    const button = submit.element() as HTMLElement
    button.click()
    button.click()
    await vi.waitFor(() => {
      expect(onDone).toHaveBeenCalledExactlyOnceWith({ answer: 'yes' })
    })
    expect(changes).toEqual(['PUT {"termination_protection":true}'])
  })

  it.each([
    ['write-403', 'http-403'],
    ['write-500', 'outcome-unknown'],
  ] as const)('scenario %s: %s, and what was typed stays', async (scenario, problem) => {
    const { onDone } = await renderDialog({ scenario })
    await field.fill('yes')
    await submit.click()
    await expect.element(dialog.getByRole('alert')).toHaveAttribute('data-testid', problem)
    await expect.element(field).toHaveValue('yes')
    expect(onDone).not.toHaveBeenCalled()
  })

  it.each([
    ['write-403', 0],
    ['write-500', 1],
  ] as const)('scenario %s, then a value that is not sent: %i alerts of the one before', async (scenario, left) => {
    await renderDialog({ scenario })
    await field.fill('yes')
    await submit.click()
    await expect.element(dialog.getByTestId(/^(http-403|outcome-unknown)$/)).toBeVisible()
    await field.fill('perhaps')
    await submit.click()
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    expect(dialog.getByTestId(/^(http-403|outcome-unknown)$/).elements()).toHaveLength(left)
  })

  const retry = dialog.getByRole('button', { name: 'Retry' })

  it('Retry sends what the fields say now, once', async () => {
    const { changes, attempts, onDone } = await renderDialog({}, undefined, (attempt) =>
      attempt === 1 ? refusal(429, 'Too many requests') : undefined,
    )
    await field.fill('yes')
    await submit.click()
    await expect.element(dialog.getByTestId('http-429')).toBeVisible()
    await field.fill('no')
    const button = retry.element() as HTMLElement
    button.click()
    button.click()
    await vi.waitFor(() => {
      expect(onDone).toHaveBeenCalledExactlyOnceWith({ answer: 'no' })
    })
    expect(attempts).toHaveLength(2)
    expect(changes).toEqual(['PUT {"powered":true}'])
  })

  it('a Retry that is refused for a field says so at the field', async () => {
    const { onDone } = await renderDialog({}, undefined, (attempt) =>
      attempt === 1 ? refusal(429, 'Too many requests') : refusal(409, 'Taken'),
    )
    await field.fill('yes')
    await submit.click()
    await retry.click()
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await expect.element(field).toHaveFocus()
    expect(onDone).not.toHaveBeenCalled()
  })

  it('asks before Escape, Close or Cancel loses input', async () => {
    const { onClose } = await renderDialog()
    await field.fill('y')
    await userEvent.keyboard('{Escape}')
    await expect.element(dialog.getByTestId('discard')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(field).toHaveValue('y')
    await dialog.getByRole('button', { name: 'Keep editing' }).click()
    await expect.element(dialog.getByTestId('discard')).not.toBeInTheDocument()
    for (const name of ['Close', 'Cancel']) {
      await dialog.getByRole('button', { name }).click()
      await dialog.getByRole('button', { name: 'Keep editing' }).click()
    }
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(onClose).not.toHaveBeenCalled()
    await dialog.getByRole('button', { name: 'Discard' }).click()
    expect(onClose).toHaveBeenCalledOnce()
  })

  it('asks before Back loses input', async () => {
    const { router } = await renderDialog()
    await type('y')
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    void router.navigate(-1)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(question).not.toBeInTheDocument()
    await expect.element(field).toHaveValue('y')
    void router.navigate(-1)
    await question.getByRole('button', { name: 'Leave' }).click()
    await expect.element(page.getByText('Before')).toBeVisible()
  })

  it('asks before Back removes the dialog from the URL, but not if the app itself does', async () => {
    const { router } = await renderDialog({}, ['/form?topic=a', '/form?topic=a&do=edit'])
    await type('y')
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    void router.navigate(-1)
    await question.getByRole('button', { name: 'Cancel' }).click()
    await expect.element(field).toHaveValue('y')
    expect(router.state.location.search).toBe('?topic=a&do=edit')
    await router.navigate('/form?topic=a', { replace: true })
    expect(router.state.location.search).toBe('?topic=a')
    expect(question.elements()).toHaveLength(0)
  })

  it('lets Back go on at once if nothing was typed', async () => {
    const { router } = await renderDialog()
    await expect.element(dialog).toBeVisible()
    void router.navigate(-1)
    await expect.element(page.getByText('Before')).toBeVisible()
  })

  it.each(['Escape', 'Cancel'])('closes at once by %s if nothing was typed', async (by) => {
    const { onClose } = await renderDialog()
    await expect.element(dialog).toBeVisible()
    if (by === 'Cancel') await dialog.getByRole('button', { name: 'Cancel' }).click()
    else await userEvent.keyboard('{Escape}')
    await vi.waitFor(() => {
      expect(onClose).toHaveBeenCalledOnce()
    })
  })
})
