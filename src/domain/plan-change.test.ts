import { expect, it } from 'vitest'

import { diskSizes, fitsDisk, hourlyPriceOf, latestMean } from './plan-change.ts'

it('a disk fits with a quarter more than is in use', () => {
  expect([fitsDisk(80, 100), fitsDisk(81, 100), fitsDisk(undefined, 100), fitsDisk(80, undefined)]).toEqual([
    true,
    false,
    undefined,
    undefined,
  ])
})

it('the mean of the latest measurements', () => {
  expect(latestMean([{ values: [10, 20, undefined] }, { values: [undefined, 40] }, { values: [undefined] }])).toBe(30)
  expect(latestMean([{ values: [] }])).toBeUndefined()
})

it('the sizes of a disk, and what they cost', () => {
  const region = { price_usd: 0.5, disk_space_gb_price_usd: 0.001, disk_space_mb: 1024, disk_space_cap_mb: 4096 }
  expect(diskSizes({ ...region, disk_space_step_mb: 1024 })).toEqual([1024, 2048, 3072, 4096])
  expect(diskSizes({ ...region, disk_space_step_mb: 0 })).toEqual([1024])
  expect(diskSizes({})).toEqual([])
  expect(hourlyPriceOf(region, 3072)).toBeCloseTo(0.502)
  expect(hourlyPriceOf(region, 512)).toBe(0.5)
  expect(hourlyPriceOf({ price_usd: 0.5, disk_space_mb: 1024 }, 2048)).toBeUndefined()
  expect(hourlyPriceOf(undefined, 1)).toBeUndefined()
})
