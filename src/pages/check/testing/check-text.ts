/** What tests of Troubleshoot's page do, and where its answers are. */
import { page } from 'vitest/browser'

export const paste = async (text: string) => {
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Check text' }).click()
}
export const card = (name: string) => page.getByRole('article', { name, exact: true })
export const yours = (name: string) => card(name).getByRole('region', { name: 'For your service' })
