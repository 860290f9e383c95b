/** Tests that the check finds planted violations. */
import { describe, expect, it } from 'vitest'

import { sentencesInTests } from './test-sentences.ts'

describe('tests that depend on sentences', () => {
  const check = (file: string, source: string) => sentencesInTests(new Map([[file, source]]))

  it.each([
    ['e2e/x.e2e.ts', `await expect(row).toContainText('The browser refused the clipboard')`],
    ['e2e/faults/x.ts', 'page.getByText(`It is kept nowhere and goes`)'],
    ['e2e/x.e2e.ts', `alert.filter({ hasText: 'no key store can be made' })`],
    ['src/pages/a/x.test.tsx', `page.getByText(\n  /which your system trusts already/,\n)`],
    ['src/pages/a/x.test.tsx', `it.each([\n  ['500', /has a problem of its own/],\n])`],
    ['src/api/x.test.ts', `expect(read).toThrow(/does not match the access certificate/)`],
    ['src/api/x.test.ts', `// ours\nexpect(text).toContain("It holds no passwords or keys.")`],
  ])('%s: %s', (file, source) => {
    expect(check(file, source)).toHaveLength(1)
  })

  it.each([
    ['e2e/x.e2e.ts', `page.getByRole('button', { name: 'Acknowledge the renewal of invoices-sync' })`],
    ['e2e/x.e2e.ts', `expect(text).toContain('avn project ca-get --project=demo-shop --target-filepath=ca.pem')`],
    ['e2e/x.e2e.ts', `page.getByText(/^Saved ca\\.pem.*demo-shop/)`],
    ['e2e/x.e2e.ts', `// not ours: the API's message\npage.getByText('Not allowed to read the CA')`],
    ['src/api/x.test.ts', `it('says so where nobody can read what came', () => {})`],
    ['src/api/x.ts', `page.getByText('The browser refused the clipboard')`],
  ])('lets %s: %s', (file, source) => {
    expect(check(file, source)).toEqual([])
  })
})
