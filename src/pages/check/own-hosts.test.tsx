import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { paste, yours } from './testing/check-text.ts'

const SECRET = 'S3cr3tOfThisTest'
const ORDERS = 'orders-db-demo-shop.a.example.com'
const EVENTS = 'events-demo-shop.a.example.com'

/** Whatever outlives the paste, or leaves the page. */
const left = (requests: readonly string[]) =>
  JSON.stringify([
    requests,
    location.href,
    history.state,
    document.title,
    Object.entries(localStorage),
    Object.entries(sessionStorage),
  ])

describe('check: a text that names a host of the user’s own', () => {
  it.each([
    ['an error', 'orders-db', `Error: connect ETIMEDOUT ${ORDERS}:20984 password=${SECRET}`],
    [
      'an error in JSON',
      'orders-db',
      JSON.stringify({ level: 'error', msg: `certificate verify failed: ${ORDERS}:20984`, password: SECRET }),
    ],
    ['a URI', 'orders-db', `postgres://avnadmin:${SECRET}@${ORDERS}:20984/defaultdb?sslmode=require`],
    ['a URI with a raw #', 'orders-db', `postgres://avnadmin:pa#${SECRET}@${ORDERS}:20984/defaultdb`],
    ['JDBC', 'orders-db', `jdbc:postgresql://${ORDERS}:20984/defaultdb?user=u&password=${SECRET}&sslmode=require`],
    ['a command', 'orders-db', `PGPASSWORD=${SECRET} psql "host=${ORDERS} port=20984 dbname=d sslmode=require"`],
    [
      'Kafka settings',
      'events',
      `bootstrap.servers=${EVENTS}:20984\nsecurity.protocol=SSL\nssl.key.password=${SECRET}`,
    ],
    [
      'YAML',
      'orders-db',
      `spring:\n  datasource:\n    url: jdbc:postgresql://${ORDERS}:20984/d\n    password: ${SECRET}`,
    ],
    ['a message that is not known', 'orders-db', `FATAL: the database system is tired (${ORDERS}) password=${SECRET}`],
    ['a line of prose', 'orders-db', `We can’t use ${ORDERS} since Monday, password: ${SECRET}`],
  ])('leads to its service, the mark, the CA and a guide, and leaves no secret: %s', async (_, service, text) => {
    const { requests } = await renderApp('/check')
    await paste(text)
    const region = yours('Pasted text')
    await expect.element(region.getByRole('link', { name: service, exact: true })).toBeVisible()
    await expect.element(region).toHaveTextContent('Required')
    await expect.element(region.getByRole('button', { name: /^Download ca\.pem/ })).toBeVisible()
    const [first] = region.getByLabelText('Client').getByRole('option').elements().slice(1)
    await region.getByLabelText('Client').selectOptions(first?.textContent ?? '')
    await expect.element(region.getByRole('link', { name: /, verified$/ })).toBeVisible()
    expect(left(requests)).not.toContain(SECRET)
    expect(document.body.innerHTML).not.toContain(SECRET)
  })

  it.each([
    ['12691', true],
    ['20984', false],
  ])('names a port that the host doesn’t have: %s', async (port, isAstray) => {
    await renderApp('/check')
    await paste(`postgres://avnadmin:${SECRET}@${ORDERS}:${port}/defaultdb?sslmode=require`)
    await expect.element(yours('Pasted text')).toHaveTextContent('20984')
    expect(/12691/.test(yours('Pasted text').element().textContent)).toBe(isAstray)
  })

  it.each([
    ['demo-analytics', 'demo-analytics'],
    ['a-project-that-is-gone', ''],
  ])('names none: the choice begins with the project that was open last, if it is there: %s', async (last, shown) => {
    localStorage.setItem('last-project', last)
    await renderApp('/check')
    await paste('self-signed certificate in certificate chain')
    const project = yours('Pasted text').getByLabelText('Project')
    await expect.element(project).toHaveValue(shown)
    expect(yours('Pasted text').getByTestId('no-such-service').elements()).toHaveLength(0)
  })

  it('is not there: nothing is said of services', async () => {
    await renderApp('/check')
    await paste('We can’t use db.other.example.org since Monday')
    await expect.element(page.getByRole('article', { name: 'Pasted text' })).toHaveTextContent('Not recognised')
    expect(yours('Pasted text').elements()).toHaveLength(0)
  })
})
