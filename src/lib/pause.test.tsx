import { expect, it } from 'vitest'

import { createPause } from './pause.ts'

const SLICES = 8

/** Keeps the page busy, as long work does, for longer than a slice. */
const work = () => {
  const until = performance.now() + 30
  while (performance.now() < until);
}

it('lets the page paint between slices', async () => {
  const pauseIfDue = createPause()
  let frames = 0
  let isDone = false
  const frame = () => {
    frames++
    if (!isDone) requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  for (let slice = 0; slice < SLICES; slice++) {
    work()
    await pauseIfDue()
  }
  isDone = true
  expect(frames).toBeGreaterThan(1)
})

it('ends as soon as the work is not wanted any more', async () => {
  const wanted = new AbortController()
  const pauseIfDue = createPause(wanted.signal)
  wanted.abort(new Error('gone'))
  work()
  await expect(pauseIfDue()).rejects.toThrow('gone')
})
