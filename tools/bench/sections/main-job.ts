/** Time until a file is on disk: with the console and with its alternatives, on the same mock API. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { Page } from '@playwright/test'

import { caCommands, clientCommands, type Command } from '../../../src/snippets/commands.ts'
import { serveMockApi } from '../../../server/mock-server.ts'
import { median, ms, times, type Cell } from '../figures.ts'
import { serveForBench } from '../bench-server.ts'
import { findProgram, run } from '../programs.ts'
import type { Bench, Section } from '../section.ts'
import { newVisitor } from '../visit.ts'

const PROJECT = 'demo-shop'
const KAFKA = 'events'
const TOKEN = 'token-of-the-bench'
const API = 'https://api.aiven.io'

/** Milliseconds from the start until the file is on disk; for pages, from the click as well. */
interface DownloadTime {
  readonly whole: number
  /** From sending the click to the browser until the file is on disk. */
  readonly click?: number
  /** From the click's own time until the browser has begun the download. */
  readonly begins?: number
}

/** How to get a file from a page. */
interface DownloadPage {
  readonly url: string
  readonly button: (page: Page) => ReturnType<Page['getByRole']>
}

const NOT_MEASURED = { whole: NaN, click: NaN, begins: NaN }

/** This process's time on the clock of `performance.timeOrigin`, which pages share. */
const now = () => performance.timeOrigin + performance.now()

/**
 * One visit, measured from the start, and from the click once the button is there. What the tool needs to find the button
 * in the page is outside: the click goes to a place that is known before.
 */
const visit = async ({ browser }: Bench, { url, button }: DownloadPage) => {
  const context = await newVisitor(browser)
  const page = await context.newPage()
  const begun = now()
  await page.goto(url, { waitUntil: 'commit' })
  await button(page).waitFor()
  const there = now()
  await button(page).scrollIntoViewIfNeeded()
  const box = await button(page).boundingBox()
  if (!box) throw new Error(`The button of ${url} has no place on the page.`)
  const downloading = page.waitForEvent('download').then((download) => ({ download, at: now() }))
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  const sent = now()
  await Promise.all([page.mouse.down(), page.mouse.up()])
  const { download, at } = await downloading
  await download.path()
  const done = now()
  const click = done - sent
  const begins = at - (await page.evaluate(() => inPage.clicked()))
  await context.close()
  return { whole: there - begun + click, click, begins }
}

/** Measures pages in turns, so that other load on the machine affects all of them. */
const timePages = async (bench: Bench, pages: readonly DownloadPage[], runs: number) => {
  const visits = pages.map((): Awaited<ReturnType<typeof visit>>[] => [])
  for (let nth = 0; nth < runs; nth++) {
    for (const [index, page] of pages.entries()) visits[index]?.push(await visit(bench, page))
  }
  return visits.map((all) => ({
    whole: median(all.map(({ whole }) => whole)),
    click: median(all.map(({ click }) => click)),
    begins: median(all.map(({ begins }) => begins)),
  }))
}

/** Runs a command of the console's own pages, against the mock API, in a folder of its own. */
const timeCommand = async ({ text }: Command, origin: string, file: string, runs: number): Promise<DownloadTime> => {
  const wholes: number[] = []
  for (let nth = 0; nth < runs; nth++) {
    const cwd = mkdtempSync(join(tmpdir(), 'anchor-bench-'))
    const begun = performance.now()
    await run('sh', ['-c', text.replaceAll(API, origin)], {
      cwd,
      environment: { AIVEN_TOKEN: TOKEN, AIVEN_AUTH_TOKEN: TOKEN, AIVEN_WEB_URL: origin, HOME: cwd },
    })
    wholes.push(performance.now() - begun)
    const written = readFileSync(join(cwd, file), 'utf8')
    rmSync(cwd, { recursive: true })
    if (!written.includes('-----BEGIN ')) throw new Error(`${text} has written something else than a certificate.`)
  }
  return { whole: median(wholes) }
}

/** A page with only a link to a file, and the file. */
const staticPage = (pem: string) => ({
  '/static/': (response: ServerResponse) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end('<!doctype html><title>CA</title><a href="/static/ca.pem" download="ca.pem">Download ca.pem</a>')
  },
  '/static/ca.pem': (response: ServerResponse) => {
    response.setHeader('content-type', 'application/x-pem-file')
    response.end(pem)
  },
})

const rowsOf = (measured: readonly (readonly [name: string, time: DownloadTime])[]): Cell[][] => {
  const [, anchor] = measured[0] ?? []
  return measured.map(([name, { whole, click, begins }]) => [
    name,
    begins === undefined ? '' : ms(begins),
    click === undefined ? '' : ms(click),
    ms(whole),
    anchor ? times(whole / anchor.whole) : '',
  ])
}

export const mainJob: Section = {
  title: 'The main job against the tools people use',
  about: `Time until the file is on disk, on the same mock API: *from nothing* starts with an empty browser at the address of the
service's page, or with the command. *Click to file* starts when the click is sent to the browser, at a place found before, as soon
as the button is there; *click to download* is the part from the click's own time until the browser has begun the download.
Both pages are clicked in the same way. The commands are those that the console shows. A static page has a link to the file, and doesn't check it.`,
  run: async (bench) => {
    const runs = bench.smoke ? 1 : 7
    const visits = bench.smoke ? 1 : 15
    const skipped: string[] = []
    const api = await serveMockApi({ port: 0, token: TOKEN })
    const answer = await fetch(`${api.origin}/v1/project/${PROJECT}/kms/ca`, {
      headers: { authorization: `aivenv1 ${TOKEN}` },
    })
    const { certificate } = (await answer.json()) as { certificate: string }
    const server = await serveForBench({ folder: await bench.builds('live'), files: staticPage(certificate) })
    const page = (service: string) => `${server.origin}/project/${PROJECT}/services/${service}/overview`
    try {
      bench.report('the CA')
      const [anchor = NOT_MEASURED, plain = NOT_MEASURED] = await timePages(
        bench,
        [
          { url: page('orders-db'), button: (tab) => tab.getByRole('button', { name: 'Download CA certificate' }) },
          { url: `${server.origin}/static/`, button: (tab) => tab.getByRole('link', { name: 'Download ca.pem' }) },
        ],
        visits,
      )
      const ca: [string, DownloadTime][] = [
        ['Anchor', anchor],
        ['a static page', plain],
      ]
      bench.report('the three files of a Kafka user')
      const [zip = NOT_MEASURED] = await timePages(
        bench,
        [{ url: page(KAFKA), button: (tab) => tab.getByRole('button', { name: 'Download all three files' }) }],
        visits,
      )
      const three: [string, DownloadTime][] = [['Anchor', zip]]
      const [caByAvn, caByCurl] = caCommands('sh', PROJECT)
      const [threeByAvn] = clientCommands('sh', PROJECT, KAFKA, 'avnadmin')
      if (findProgram('curl') === undefined || findProgram('jq') === undefined || !caByCurl) {
        skipped.push('curl and jq are not both on this machine.')
      } else ca.push(['curl and jq', await timeCommand(caByCurl, api.origin, 'ca.pem', runs)])
      if (findProgram('avn') === undefined || !caByAvn || !threeByAvn) {
        skipped.push('avn is not on this machine.')
      } else {
        ca.push(['avn', await timeCommand(caByAvn, api.origin, 'ca.pem', runs)])
        three.push(['avn', await timeCommand(threeByAvn, api.origin, 'service.cert', runs)])
      }
      const columns = ['with', 'click to download', 'click to file', 'from nothing', 'in times of Anchor']
      return {
        tables: [
          { title: "The project's CA", columns, rows: rowsOf(ca) },
          { title: 'The three files of a Kafka user, as one ZIP or three files', columns, rows: rowsOf(three) },
        ],
        targets: [
          {
            what: 'Click to file, in times of the static page',
            measured: times(anchor.click / plain.click),
            most: 1.3,
          },
          {
            what: 'Click to download, in times of the static page',
            measured: times(anchor.begins / plain.begins),
            most: 1.3,
          },
        ],
        skipped,
      }
    } finally {
      await server.close()
      await api.close()
    }
  },
}
