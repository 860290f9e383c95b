/** Tests that the check finds planted violations. */
import { describe, expect, it } from 'vitest'

import { eagerFormatters, importViolations } from './architecture.ts'
import { readSources } from './repository.ts'

describe('direction of imports', () => {
  const check = (file: string, source: string) => importViolations(new Map([[file, source]]))

  it.each([
    ['src/lib/x.ts', `import { a } from '../crypto/a.ts'`],
    ['src/crypto/x.ts', `import { a } from '../domain/a.ts'`],
    ['src/domain/x.ts', `import { a } from '../api/a.ts'`],
    ['src/domain/x.ts', `import type { A } from '../api/a.ts'`],
    ['src/diagnose/x.ts', `import type { A } from '../api/a.ts'`],
    ['src/snippets/x.ts', `import { a } from '../diagnose/a.ts'`],
    ['src/api/x.ts', `export { a } from '../features/a.ts'`],
    ['src/ui/x.tsx', `import { a } from '../domain/a.ts'`],
    ['src/domain/x.ts', `import { a } from '../ui/a.tsx'`],
    ['src/features/x.tsx', `import { a } from '../pages/b/a.tsx'`],
    ['src/features/x.tsx', `const a = await import('../app/a.tsx')`],
    ['src/pages/a/x.tsx', `import {\n  b,\n} from '../b/b.tsx'`],
    ['src/pages/a/x.tsx', `import '../../app/a.ts'`],
    ['src/pages/a/x.tsx', `import { m } from '../mocks/api.ts'`],
    ['src/app/x.tsx', `import { m } from '../mocks/api.ts'`],
    ['src/features/x.tsx', `import { corpus } from '../src/crypto/corpus/read-corpus.ts'`],
    ['mocks/x.ts', `import { requirements } from '../src/domain/requirements.ts'`],
    ['mocks/x.ts', `import { a } from '../src/api/a.ts'`],
    ['server/x.ts', `import { a } from '../src/features/a.tsx'`],
    ['e2e/x.e2e.ts', `import { a } from '../src/domain/a.ts'`],
    ['src/diagnose/documents/x.ts', `import type { A } from '../verdicts/a.ts'`],
    ['src/diagnose/messages/x.ts', `import { a } from '../settings/a.ts'`],
    ['src/diagnose/documents/code/x.ts', `const a = await import('../../new/a.ts')`],
    ['src/stray.ts', ''],
    ['src/lib/x.ts', `import { useState } from 'react'`],
    ['src/domain/x.ts', `import type { QueryKey } from '@tanstack/react-query'`],
    ['src/diagnose/x.ts', `const { useParams } = await import('react-router')`],
  ])('%s: %s', (file, source) => {
    expect(check(file, source)).toHaveLength(1)
  })

  it.each([
    ['mocks/x.ts', `import type { A } from '../src/api/a.ts'`],
    ['server/x.ts', `import { a } from '../src/api/a.ts'`],
    ['src/api/x.ts', `import { a } from '../domain/a.ts'`],
    ['src/ui/x.tsx', `import { a } from '../lib/a.ts'`],
    ['src/pages/a/x.tsx', `import { a } from './y.ts'\nimport { b } from '../../features/b.tsx'`],
    ['src/diagnose/verdicts/programs/x.ts', `import { a } from '../b.ts'\nimport { b } from '../../documents/b.ts'`],
    ['src/diagnose/documents/x.ts', `import { a } from '../words.ts'`],
    ['src/main.tsx', `const m = import('../mocks/in-page.ts')`],
    ['src/pages/a/x.test.tsx', `import { renderApp } from '../src/app/testing/render-app.tsx'`],
    ['src/features/x.tsx', `import { useQuery } from '@tanstack/react-query'`],
    ['src/snippets/x.ts', `import { readable } from './reactions.ts'`],
  ])('lets %s: %s', (file, source) => {
    expect(check(file, source)).toEqual([])
  })

  it('reads the whole repository', () => {
    const sources = readSources()
    expect(sources.size).toBeGreaterThan(80)
    expect(sources.has('src/main.tsx')).toBe(true)
  })
})

it('a formatter that is created at module load', () => {
  const made = `new Intl.NumberFormat('en')`
  const sources = {
    'src/pages/a/x.ts': `import { a } from './a.ts'\n\nconst percent = ${made}`,
    'src/ui/x.ts': `const percent = () => ${made}`,
    'src/ui/x.test.ts': `const percent = ${made}`,
  }
  expect(eagerFormatters(new Map(Object.entries(sources)))).toEqual([expect.stringContaining('src/pages/a/x.ts')])
})
