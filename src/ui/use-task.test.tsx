import { expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { Outcome } from './outcome.tsx'
import { useTask } from './use-task.ts'

const Task = ({ work }: { work: () => Promise<string> }) => {
  const { busy, message, run } = useTask<'save'>()
  return (
    <>
      <button type="button" onClick={() => void run('save', work)}>
        {busy ?? 'idle'}
      </button>
      <Outcome>{message}</Outcome>
    </>
  )
}

it('hands over what is there before anything is rendered, and announces the same message again', async () => {
  const button = page.getByRole('button')
  const seen: (string | null)[] = []
  const work = async () => {
    for (let steps = 0; steps < 10; steps++) await Promise.resolve()
    seen.push(button.element().textContent)
    return 'Saved'
  }
  await render(<Task work={work} />)
  const status = page.getByRole('status')
  const texts: (string | null)[] = []
  new MutationObserver(() => {
    texts.push(status.element().textContent)
  }).observe(status.element(), { childList: true, characterData: true, subtree: true })
  for (const times of [1, 2]) {
    await button.click()
    await expect.poll(() => texts.filter((text) => text === 'Saved')).toHaveLength(times)
    await expect.element(button).toHaveTextContent('idle')
  }
  expect(seen).toEqual(['idle', 'idle'])
  expect(texts).toEqual(['Saved', '', 'Saved'])
})
