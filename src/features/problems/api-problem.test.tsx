import { expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { ApiError } from '../../api/errors.ts'
import { ApiProblem } from './api-problem.tsx'

const code = vi.hoisted(() => {
  const gate = new EventTarget()
  return {
    promise: new Promise((resolve) => {
      gate.addEventListener('open', resolve)
    }),
    arrive: () => {
      gate.dispatchEvent(new Event('open'))
    },
  }
})

vi.mock('./http-advice.tsx', async (load) => {
  const advice = await load<object>()
  await code.promise
  return advice
})

const Shown = ({ about }: { about: string }) => (
  <ApiProblem
    error={new ApiError('no right', { kind: 'http', operation: 'ServiceList', status: 403 })}
    what={about}
    busy={false}
    onRetry={() => undefined}
  />
)

const notice = (about: string) => page.getByRole('alert').filter({ hasText: about })
const adviceIn = (about: string) => notice(about).getByTestId(/^forbidden-by-/)

it('advice whose code is late replaces general advice in place, and every later problem has it', async () => {
  await render(<Shown about="First" />)
  expect(notice('First').elements()).toEqual([])
  await expect.element(notice('First'), { timeout: 10_000 }).toBeVisible()
  expect(adviceIn('First').elements()).toEqual([])
  const { height } = notice('First').element().getBoundingClientRect()
  const retry = notice('First').getByRole('button', { name: 'Retry' }).element()
  code.arrive()
  await expect.element(adviceIn('First'), { timeout: 10_000 }).toBeVisible()
  expect(notice('First').element().getBoundingClientRect().height).toBe(height)
  expect(notice('First').getByRole('button', { name: 'Retry' }).element()).toBe(retry)
  await render(<Shown about="Second" />)
  await expect.element(adviceIn('Second')).toBeVisible()
})
