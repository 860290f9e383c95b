/** What every browser test shares: a clock, checks of messages and requests, and the API's own words. */
import { createHash, X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'

import { expect, test as base, type Download, type Locator, type Page } from '@playwright/test'

import { createMockApi } from '../mocks/api.ts'
import { anyRequestViolations, compileOperations, type Operation } from '../tools/conformance.ts'

export { expect }

declare global {
  /** Tells the test what the page's security policy has refused. */
  var reportViolation: (report: string) => Promise<void>
}

/** The date in all tests. The page's clock is set to it, so that page and test make the same certificates. */
export const TODAY = new Date('2026-11-23T12:00:00Z')

export const PROJECT = 'demo-shop'

export const paths = {
  services: (project = PROJECT) => `/project/${project}/services`,
  service: (name: string, search = '', project = PROJECT) => `/project/${project}/services/${name}/overview${search}`,
  connect: (name: string, search = '') => `/project/${PROJECT}/services/${name}/connect${search}`,
}

/** The operations of Aiven's API document; undefined if AIVEN_OPENAPI isn't set. */
type KnownOperations = ReadonlyMap<string, Operation> | undefined

interface Fixtures {
  readonly expected: RegExp | undefined
  readonly messages: string[]
}

export const test = base.extend<Fixtures, { readonly known: KnownOperations }>({
  known: [
    async ({}, use) => {
      const file = process.env['AIVEN_OPENAPI'] ?? ''
      await use(file === '' ? undefined : compileOperations(JSON.parse(readFileSync(file, 'utf8')) as object))
    },
    { scope: 'worker' },
  ],
  /** Console messages that the test expects. */
  expected: [undefined, { option: true }],
  baseURL: async ({}, use) => {
    await use(process.env['BASE_URL'])
  },
  /** Console messages and other problems of the page so far. */
  messages: async ({}, use) => use([]),
  /**
   * Fails the test on any console message, page error, report of the security policy, request to another origin, or
   * request that the API's document doesn't know.
   */
  page: async ({ page, baseURL, expected, messages, known }, use) => {
    const holdRequest = (method: string, url: string, body: string | null) => {
      const { pathname, search } = new URL(url)
      const path = /^\/v1(\/.*)/.exec(pathname)?.[1]
      if (!known || path === undefined) return
      const asked = { method, path: path + search, ...(body && { body: JSON.parse(body) as object }) }
      messages.push(...anyRequestViolations(known, asked))
    }
    await page.exposeFunction('reportRequest', holdRequest)
    page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
    page.on('pageerror', (error) => messages.push(`uncaught: ${String(error)}`))
    page.on('request', (request) => {
      const url = request.url()
      if (!url.startsWith(baseURL ?? '') && !/^(blob|data):/.test(url)) messages.push(`request to ${url}`)
      else holdRequest(request.method(), url, request.postData())
    })
    await page.exposeFunction('reportViolation', (report: string) => messages.push(`policy: ${report}`))
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) => {
        void globalThis.reportViolation([effectiveDirective, blockedURI, sample].join(' '))
      })
    })
    await page.clock.setFixedTime(TODAY)
    await use(page)
    expect(messages.filter((message) => !expected?.test(message))).toEqual([])
  },
})

/**
 * Splits a list into groups: a new browser context costs three times as much as another page in the same one, so tests
 * that only open a page and check it share one.
 */
export const inGroups = <T>(all: readonly T[], size = 12): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, nth) => all.slice(nth * size, (nth + 1) * size))

/** Makes each load of the page start with empty storage, like a first visit. */
export const forgetEachTime = (page: Page) =>
  page.addInitScript(() => {
    localStorage.clear()
    sessionStorage.clear()
  })

/** The row of the connection table with that header. */
export const row = (page: Page, header: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: header, exact: true }) })

/** The bytes of a file that the browser saved. */
const bytesOf = async (download: Download): Promise<Buffer> => readFile(await download.path())

/** Clicks, and returns the downloaded file. */
export const download = async (page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> => {
  const [saved] = await Promise.all([page.waitForEvent('download'), button.click()])
  return { name: saved.suggestedFilename(), bytes: await bytesOf(saved) }
}

const api = createMockApi({ clock: () => TODAY })

/** Reads from the mock API directly: what the page saves must be the same bytes. */
const ask = async <T>(path: string): Promise<T> => {
  const headers = { authorization: 'aivenv1 of-the-test' }
  const response = await api.fetch(new Request(`http://api.example.com/v1${path}`, { headers }))
  expect(response.status).toBe(200)
  return (await response.json()) as T
}

export const apiCa = async (project = PROJECT): Promise<string> =>
  (await ask<{ certificate: string }>(`/project/${project}/kms/ca`)).certificate

export const apiUser = async (service: string, username: string) =>
  (
    await ask<{ user: { access_cert: string; access_key: string; password: string } }>(
      `/project/${PROJECT}/service/${service}/user/${username}`,
    )
  ).user

/** SHA-256 of a PEM's first certificate, by Node. */
export const sha256 = (pem: string): string => new X509Certificate(pem).fingerprint256

/** A digest for comparing long texts with a short message. */
export const digest = (content: Buffer | string): string => createHash('sha256').update(content).digest('hex')
