/** The main user flows: the same script in every engine. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { unzipSync } from 'fflate'

import { createMockApi } from '../../mocks/api.ts'
import { until, type User } from './user.ts'

const PROJECT = '/project/demo-shop/services'
const overview = (service: string) => `${PROJECT}/${service}/overview`

const ask = async <T>(path: string): Promise<T> => {
  const request = new Request(`http://api.example.com/v1${path}`, { headers: { authorization: 'aivenv1 of-the-test' } })
  return (await (await createMockApi().fetch(request)).json()) as T
}

const apiCa = async (): Promise<string> => (await ask<{ certificate: string }>('/project/demo-shop/kms/ca')).certificate

const apiUser = async () =>
  (await ask<{ user: { access_cert: string; access_key: string } }>('/project/demo-shop/service/events/user/avnadmin'))
    .user

const openList = async (user: User, path = PROJECT) => {
  await user.goTo(path)
  await user.see('table', 'Services')
  await user.see('button', 'Columns')
}

/** Key stores as OpenSSL reads them: the certificates in one, as PEM. */
const openStore = (store: Uint8Array, password: string): string => {
  const folder = mkdtempSync(join(tmpdir(), 'anchor-store-'))
  try {
    const file = join(folder, 'store.p12')
    writeFileSync(file, store)
    const { stdout, stderr, status } = spawnSync(
      'openssl',
      ['pkcs12', '-in', file, '-nokeys', '-passin', `pass:${password}`],
      { encoding: 'utf8' },
    )
    assert.equal(status, 0, stderr)
    return stdout
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Flows by name; each throws if something is wrong. */
export const FLOWS: Readonly<Record<string, (user: User) => Promise<void>>> = {
  'the list, and a search in it': async (user) => {
    await openList(user)
    await user.fill('Search services', 'events')
    await user.see('link', 'events')
    await user.seeNo('link', 'orders-db')
    await user.click('link', 'events')
    await user.see('heading', 'events')
    await user.tab.back()
    await user.see('table', 'Services')
    assert.equal(await user.page('return find("field", "Search services").value'), 'events')
  },

  'the reason of a mark, on hover and in a dialog': async (user) => {
    await openList(user)
    await user.tab.move(await user.at('button', 'Required: *'))
    await user.see('tooltip', '*')
    await user.tab.press('Escape')
    await user.seeNo('tooltip', '*')
    await user.click('button', 'Required: *')
    await user.see('dialog', 'Why*')
    await user.tab.press('Escape')
    await user.seeNo('dialog', '*')
  },

  'columns, in a menu that stays in the window': async (user) => {
    await openList(user)
    await user.click('button', 'Columns')
    await user.see('group', 'Columns')
    await user.click('checkbox', 'Created')
    await user.see('table', 'Services', 'Created')
    const { left, top, right, bottom, width, height } = await user.page<Record<string, number>>(`
      const { left, top, right, bottom } = find('group', 'Columns').getBoundingClientRect()
      return { left, top, right, bottom, width: innerWidth, height: innerHeight }`)
    assert.ok(left !== undefined && left >= 0 && top !== undefined && top >= 0)
    assert.ok(right !== undefined && width !== undefined && right <= width)
    assert.ok(bottom !== undefined && height !== undefined && bottom <= height)
    await user.tab.press('Escape')
    await user.seeNo('group', 'Columns')
  },

  'the list on paper': async (user) => {
    await openList(user)
    await user.tab.print()
    await user.see('table', 'Services', 'orders-db')
    await user.click('link', 'orders-db')
    await user.see('heading', 'orders-db')
  },

  'Ctrl+K, and Enter': async (user) => {
    await openList(user)
    await user.tab.control('k')
    await user.see('dialog', '*')
    await user.tab.type('orders-db')
    await user.see('option', '*', 'orders-db')
    await user.tab.press('Enter')
    await user.see('heading', 'orders-db')
    await user.seeNo('dialog', '*')
  },

  'Tab in the project menu that a click has opened': async (user) => {
    await openList(user)
    await user.click('button', 'Project*')
    await user.see('link', 'demo-rotation')
    await user.tab.press('Tab')
    const focused = () =>
      user.page<string>('const at = document.activeElement; return at.closest("[popover]") ? nameOf(at) : ""')
    assert.notEqual(await focused(), '')
    await user.tab.press('Enter')
    await user.see('table', 'Services')
  },

  'the CA, byte for byte': async (user) => {
    await user.goTo(overview('orders-db'))
    const file = await user.save('Download CA certificate', 'ca.pem')
    assert.equal(file.toString(), await apiCa())
  },

  'key and certificate, byte for byte': async (user) => {
    const { access_cert, access_key } = await apiUser()
    await user.goTo(overview('events'))
    assert.equal((await user.save('Download access key', 'service.key')).toString(), access_key)
    assert.equal((await user.save('Download access certificate', 'service.cert')).toString(), access_cert)
  },

  'three files in one ZIP': async (user) => {
    const { access_cert, access_key } = await apiUser()
    await user.goTo(overview('events'))
    const files = unzipSync(await user.save('Download all*', '*.zip'))
    const texts = new Set(Object.values(files).map((content) => Buffer.from(content).toString()))
    for (const wanted of [await apiCa(), access_cert, access_key]) assert.ok(texts.has(wanted))
  },

  'copies of a service: CA, URI, host, password, Markdown, link': async (user) => {
    await user.goTo(overview('orders-db'))
    await user.copy('Copy CA certificate', await apiCa())
    await user.copy('Copy Host', /^orders-db-demo-shop\./)
    await user.copy('Copy Service URI', /^postgres:\/\/avnadmin:AVNS_/)
    await user.copy('Copy Password', /^AVNS_\w+$/)
    await user.click('button', 'Actions')
    await user.copy('Copy as Markdown', /^# orders-db/, 'menuitem')
    await user.click('button', 'Actions')
    await user.copy('Share link', /^http.*orders-db/, 'menuitem')
  },

  'copies of a Kafka: key and certificate': async (user) => {
    const { access_cert, access_key } = await apiUser()
    await user.goTo(overview('events'))
    await user.copy('Copy access key', access_key)
    await user.copy('Copy access certificate', access_cert)
  },

  'copies of a selection and of a guide': async (user) => {
    await openList(user)
    await user.click('checkbox', 'Select orders-db')
    await user.copy('Copy names', 'orders-db')
    await user.goTo(`${PROJECT}/events/connect?client=kcat&os=linux`)
    await user.copy('Copy command to run', /kcat/)
  },

  'key stores, read by OpenSSL': async (user) => {
    await user.goTo(overview('events'))
    await user.click('button', 'Key stores*')
    await user.see('dialog', 'Key stores*')
    const password = await user.page<string>("return find('field', '*').value")
    const files = unzipSync(await user.save('* and download', 'events-avnadmin-key-stores.zip'))
    const trust = openStore(files['client.truststore.p12'] ?? new Uint8Array(), password)
    assert.equal(new X509Certificate(trust).fingerprint256, new X509Certificate(await apiCa()).fingerprint256)
  },

  'Check reads a certificate': async (user) => {
    await user.goTo('/check')
    await user.click('field', '*')
    await user.page(`
      const field = document.activeElement
      const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')
      set.call(field, ${JSON.stringify(await apiCa())})
      field.dispatchEvent(new Event('input', { bubbles: true }))`)
    await user.click('button', 'Check*')
    await user.see('main', '*', 'demo-shop')
  },

  'a dialog: a click beside it, Escape, and text that is dragged out': async (user) => {
    await openList(user)
    const open = async () => {
      await user.click('button', 'Required: *')
      await user.see('dialog', 'Why*')
    }
    await open()
    await user.tab.click({ x: 5, y: 450 })
    await user.seeNo('dialog', '*')
    await open()
    await user.tab.drag(await user.at('heading', 'Why*'), { x: 5, y: 450 })
    await user.see('dialog', 'Why*')
    await user.tab.press('Escape')
    await user.seeNo('dialog', '*')
  },

  'back to a place in 10,000 services': async (user) => {
    await openList(user, `${PROJECT}?scenario=10000`)
    await user.page('scrollTo(0, 200000)')
    const firstInSight = () =>
      user.page<string>(`
        const first = findAll('link').find((link) => link.closest('th') && link.getBoundingClientRect().top > 100)
        return JSON.stringify([first && nameOf(first), Math.round(scrollY / 20)])`)
    const settled = async () => {
      let last = ''
      return until('the list to be still', async () => {
        const before = last
        last = await firstInSight()
        await new Promise((resolve) => setTimeout(resolve, 300))
        return last === before && last.includes('-') && last
      })
    }
    const before = await settled()
    const [name = ''] = JSON.parse(before) as string[]
    await user.click('link', name)
    await user.see('heading', name)
    await user.tab.back()
    await user.see('table', 'Services')
    assert.equal(await settled(), before)
  },

  'a question before a change': async (user) => {
    await user.goTo(`${overview('orders-db').replace('overview', 'users')}?user=avnadmin`)
    await user.click('button', 'Reset credentials*')
    // A click outside doesn't close it, because it doesn't answer the question.
    await user.see('dialog', '*')
    await user.tab.click({ x: 5, y: 450 })
    await user.see('dialog', '*')
    await user.tab.press('Escape')
    await user.seeNo('dialog', '*')
  },
}
