import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { expectAccessible, expectNoSidewaysScroll } from '../testing/expect-accessible.ts'
import { Combobox } from './combobox.tsx'

const OPTIONS = Array.from({ length: 150 }, (_, index) => ({
  value: `cloud-${String(index)}`,
  label: index === 149 ? 'Belgium' : `Region ${String(index)}`,
  hint: index === 149 ? 'google-europe-west1' : 'aws',
}))

const Harness = () => {
  const [value, setValue] = useState('cloud-3')
  return (
    <>
      <Combobox label="Cloud" value={value} options={OPTIONS} onChange={setValue} />
      <p>Chosen: {value}</p>
    </>
  )
}

const field = page.getByRole('combobox', { name: 'Cloud' })

describe('a combobox', () => {
  it('shows the chosen option, and finds options by their hint', async () => {
    await render(<Harness />)
    await expect.element(field).toHaveValue('Region 3')
    await userEvent.tab()
    await userEvent.keyboard('google')
    await expect.element(page.getByRole('option')).toHaveTextContent('Belgium')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('Chosen: cloud-149')).toBeVisible()
    await expect.element(field).toHaveValue('Belgium')
    await expect.element(page.getByRole('listbox')).not.toBeInTheDocument()
  })

  it('discards text that was typed but not chosen', async () => {
    await render(<Harness />)
    await field.click()
    await userEvent.keyboard('nowhere')
    await expect.element(page.getByText('Nothing found')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.element(field).toHaveValue('Region 3')
    await expect.element(page.getByText('Chosen: cloud-3')).toBeVisible()
  })

  it('shows a hundred options at once, is accessible, and fits into 320 px', async () => {
    await page.viewport(320, 640)
    await render(<Harness />)
    await field.click()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('listbox')).toBeVisible()
    expect(page.getByRole('option').elements()).toHaveLength(100)
    await expect.element(page.getByText(/^50 more/)).toBeInTheDocument()
    await expectAccessible()
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
  })
})
