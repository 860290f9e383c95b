import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { BrandIcon } from './brand-icon.tsx'

const WHOLE = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='24' height='24'/>"
const BROKEN = 'data:image/svg+xml,<svg'

const show = async (file: string) => {
  const { container } = await render(<BrandIcon mark={{ file }}>instead</BrandIcon>)
  return { masks: () => container.querySelectorAll('[style*=mask]').length }
}

describe('a brand icon', () => {
  it('replaces its placeholder once the picture has loaded', async () => {
    const { masks } = await show(WHOLE)
    await expect.element(page.getByText('instead')).not.toBeInTheDocument()
    expect(masks()).toBe(1)
    // Not even for a moment, when it is shown again.
    const again = await show(WHOLE)
    expect(again.masks()).toBe(1)
  })

  it('keeps the placeholder if the picture fails to load: a tile is never empty', async () => {
    const { masks } = await show(BROKEN)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await expect.element(page.getByText('instead')).toBeVisible()
    expect(masks()).toBe(0)
  })
})
