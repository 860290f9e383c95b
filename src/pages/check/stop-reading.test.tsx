import { describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { readMaterial } from '../../diagnose/material/read-material.ts'
import { card, paste } from './testing/check-text.ts'

vi.mock(import('../../diagnose/material/read-material.ts'), { spy: true })

/** Reads and reads, as one reads a long text, until it is told to stop. */
const readOn = async (_: unknown, __: unknown, pauseIfDue: () => Promise<void>): Promise<never> => {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 30))
    await pauseIfDue()
  }
}

describe('check: what is taken away is read no further', () => {
  it.each(['Remove Pasted text', 'Clear all'])('%s', async (name) => {
    vi.mocked(readMaterial).mockClear()
    vi.mocked(readMaterial).mockImplementationOnce(readOn)
    await renderApp('/check')
    await paste('2026-11-30T10:00:00Z INFO took 12 ms')
    await expect.element(card('Pasted text')).toHaveAttribute('aria-busy', 'true')
    await page.getByRole('button', { name }).click()
    await vi.waitFor(() => {
      expect(vi.mocked(readMaterial).mock.settledResults[0]?.type).toBe('rejected')
    })
    await paste('psql: error: SSL error: certificate verify failed')
    await expect.element(card('Pasted text 2')).toHaveAttribute('aria-busy', 'false')
  })
})
