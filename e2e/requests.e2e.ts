import { expect } from './fixtures.ts'
import { test } from './live-server.ts'

test.use({ expected: /no GET \/nothing|query of ServiceList|Failed to load/ })

test("a request that Aiven's document does not know is told", async ({ page, messages, known }) => {
  test.skip(known === undefined, 'AIVEN_OPENAPI does not say where the document is')
  await page.goto('/')
  expect(messages).toEqual([])
  await page.evaluate(() =>
    Promise.all([fetch('/v1/nothing'), fetch('/v1/project/demo-shop/service?unheard_of=1'), fetch('/v1/me')]),
  )
  await expect.poll(() => messages.filter((text) => !text.includes('Failed to load'))).toHaveLength(2)
})
