import * as v from 'valibot'
import { describe, expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

import { expectAccessible, expectNoSidewaysScroll } from '../testing/expect-accessible.ts'
import { CheckboxField } from './checkbox-field.tsx'
import { Form, type FormRefusal } from './form.tsx'
import { SelectField } from './select-field.tsx'
import { TextField } from './text-field.tsx'

const SCHEMA = v.object({
  username: v.pipe(v.string(), v.trim(), v.nonEmpty('Enter a name.')),
  limit: v.pipe(v.string(), v.regex(/^\d+$/, 'Enter a whole number.'), v.transform(Number)),
  plan: v.string(),
  tags: v.object({ owner: v.string() }),
  protect: v.boolean(),
})

const INITIAL = { username: '', limit: '10', plan: 'small', tags: { owner: '' }, protect: false }

const renderForm = async (onSubmit: (values: v.InferOutput<typeof SCHEMA>) => Promise<FormRefusal | undefined>) =>
  render(
    <Form label="Create user" schema={SCHEMA} initial={INITIAL} submitLabel="Create user" onSubmit={onSubmit}>
      <TextField name="username" label="Username" hint="At most 64 characters." />
      <TextField name="limit" label="Limit" inputMode="numeric" />
      <SelectField
        name="plan"
        label="Plan"
        options={[
          { value: 'small', label: 'Small' },
          { value: 'large', label: 'Large' },
          { value: 'longest', label: 'Longest of all the plans, with eight nodes' },
        ]}
      />
      <TextField name="tags.owner" label="Owner" optional lines={2} />
      <CheckboxField name="protect" label="Protect from deletion" />
    </Form>,
  )

const field = (name: string) => page.getByRole('textbox', { name, exact: true })
const submit = page.getByRole('button', { name: 'Create user' })

describe('a form', () => {
  it('sends the values its schema returns, by keyboard', async () => {
    const onSubmit = vi.fn<() => Promise<undefined>>().mockResolvedValue(undefined)
    await renderForm(onSubmit)
    await field('Username').click()
    await userEvent.keyboard(' ada {Tab}')
    await userEvent.keyboard('{Tab}l{Tab}ops{Tab} {Enter}')
    await vi.waitFor(() => {
      expect(onSubmit).toHaveBeenCalledExactlyOnceWith({
        username: 'ada',
        limit: 10,
        plan: 'large',
        tags: { owner: 'ops' },
        protect: true,
      })
    })
  })

  it('shows errors at the field and in the summary, which links to the field', async () => {
    const onSubmit = vi.fn<() => Promise<undefined>>().mockResolvedValue(undefined)
    await renderForm(onSubmit)
    await field('Limit').fill('many')
    await submit.click()
    await expect.element(field('Username')).toHaveFocus()
    await expect.element(field('Username')).toHaveAccessibleDescription('At most 64 characters. Enter a name.')
    await expect.element(field('Username')).toHaveAttribute('aria-invalid', 'true')
    const summary = page.getByRole('alert')
    await expect.element(summary).toHaveTextContent('2 fields need attention')
    await summary.getByRole('button', { name: /^Limit/ }).click()
    await expect.element(field('Limit')).toHaveFocus()
    await expectAccessible()
    await field('Limit').fill('3')
    await expect.element(field('Limit')).toHaveAttribute('aria-invalid', 'false')
    expect(onSubmit).not.toHaveBeenCalled()
  })

  it('is sent once, however often the user clicks', async () => {
    let answer: (() => void) | undefined
    const onSubmit = vi.fn<() => Promise<undefined>>(
      async () =>
        new Promise((resolve) => {
          answer = () => {
            resolve(undefined)
          }
        }),
    )
    await renderForm(onSubmit)
    await field('Username').fill('ada')
    await submit.click()
    await submit.click()
    await userEvent.keyboard('{Enter}')
    await expect.element(submit).toHaveAttribute('aria-busy', 'true')
    expect(onSubmit).toHaveBeenCalledOnce()
    answer?.()
    await expect.element(submit).toHaveAttribute('aria-busy', 'false')
    await submit.click()
    expect(onSubmit).toHaveBeenCalledTimes(2)
  })

  it('keeps the input after a refusal, and shows the reason at the field', async () => {
    await renderForm(async () => ({ fields: { username: 'Taken already.' }, message: 'The API refused it.' }))
    await field('Username').fill('ada')
    await field('Owner').fill('ops')
    await submit.click()
    await expect.element(page.getByRole('alert')).toHaveTextContent(/The API refused it\..*Username: Taken already\./)
    await expect.element(field('Username')).toHaveFocus()
    await expect.element(field('Username')).toHaveValue('ada')
    await expect.element(field('Owner')).toHaveValue('ops')
  })

  it('shows why sending failed, and can be sent again', async () => {
    const onSubmit = vi.fn<() => Promise<undefined>>().mockRejectedValueOnce(new Error('No connection.'))
    await renderForm(onSubmit)
    await field('Username').fill('ada')
    await submit.click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('No connection.')
    await submit.click()
    await expect.element(page.getByRole('alert')).not.toBeInTheDocument()
    expect(onSubmit).toHaveBeenCalledTimes(2)
  })

  it('fits into 320 px', async () => {
    await page.viewport(320, 640)
    await renderForm(async () => undefined)
    await submit.click()
    await expect.element(page.getByRole('alert')).toBeVisible()
    expectNoSidewaysScroll()
    await page.getByRole('combobox', { name: 'Plan' }).selectOptions('longest')
    await expect.element(page.getByTestId('whole-choice')).toHaveTextContent(/eight nodes$/)
    expectNoSidewaysScroll()
    await page.viewport(1280, 800)
    await expect.element(page.getByTestId('whole-choice')).not.toBeVisible()
  })
})
