/** Tests that the check finds planted violations. */
import { describe, expect, it } from 'vitest'

import { overBudget, routesOverBudget } from './first-screen.ts'
import { pagePaths } from './page-paths.ts'

describe('builds', () => {
  it('a first screen over its budget', () => {
    expect(overBudget({ script: 147_000, style: 12_000, files: 3 })).toEqual([])
    expect(overBudget({ script: 147_001, style: 12_001, files: 3 })).toHaveLength(2)
    expect(overBudget({ script: 0, style: 0, files: 0 })).toEqual(['first screen: nothing was measured'])
  })

  it('a page over its budget, and one that was not measured', () => {
    expect(routesOverBudget([{ route: 'check', script: 60_000, files: 30 }])).toEqual([])
    expect(routesOverBudget([{ route: 'check', script: 60_001, files: 30 }])).toHaveLength(1)
    expect(routesOverBudget([{ route: 'check', script: 0, files: 0 }])).toHaveLength(1)
    expect(routesOverBudget([{ route: 'check', script: 60_000, files: 31 }])).toHaveLength(1)
    expect(routesOverBudget([])).toHaveLength(1)
  })

  it('a path for every page', async () => {
    const paths = await pagePaths()
    expect(paths).toEqual(expect.arrayContaining(['projects', 'project/demo-shop/services/orders-db/connect']))
    expect(paths.filter((path) => path.includes(':'))).toEqual([])
  })
})
