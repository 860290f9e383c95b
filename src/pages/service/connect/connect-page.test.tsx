import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup } from 'vitest-browser-react'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { button, client, code, url } from './testing/connect.ts'

describe('Quick connect', () => {
  it('leads to a connection in numbered steps, with the file in them', async () => {
    await renderApp(url('orders-db', '?os=linux'))
    await expect.element(page.getByRole('heading', { level: 1, name: 'orders-db' })).toBeVisible()
    await expect
      .element(code('command to run'))
      .toHaveTextContent(
        "psql 'postgres://avnadmin@orders-db-demo-shop.a.example.com:20984/defaultdb?sslmode=verify-full&sslrootcert=ca.pem'",
      )
    const steps = page.getByRole('heading', { level: 3 }).elements()
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      '1. Get psql',
      '2. Download ca.pem',
      '3. Set PGPASSWORD',
      '4. Run it',
      'Proof',
    ])
    await button('Download CA certificate').click()
    await expect.element(page.getByText(/^Saved ca\.pem.*demo-shop.* ([0-9A-F]{2}:){31}/)).toBeVisible()
  })

  it('opens at the client, user, pool and system of its URL', async () => {
    await renderApp(
      url('orders-db', '?component=pgbouncer&client=psycopg&user=orders-api&database=orders-pool&os=windows'),
    )
    await expect.element(page.getByRole('heading', { level: 2, name: 'Python, psycopg 3' })).toBeVisible()
    await expect.element(code('connect.py')).toHaveTextContent('user="orders-api"')
    await expect.element(code('connect.py')).toHaveTextContent('dbname="orders-pool"')
    await expect.element(code('command to run')).toHaveTextContent('py ')
    await expect.element(code('command that sets PGPASSWORD')).toHaveTextContent('Read-Host -AsSecureString')
  })

  it('writes every choice into the URL, and the snippets follow', async () => {
    const app = await renderApp(url('orders-db', '?os=linux'))
    await client('node-postgres').click()
    await page.getByLabelText('User').selectOptions('orders-api')
    await page.getByLabelText('Database', { exact: true }).fill("it's")
    await page.getByRole('radio', { name: 'Public' }).click()
    await expect.element(code('connect.mjs')).toHaveTextContent('"public-orders-db-demo-shop.a.example.com"')
    await expect.element(code('connect.mjs')).toHaveTextContent(`database: "it's"`)
    await expect.element(code('connect.mjs')).toHaveTextContent('user: "orders-api"')
    expect(Object.fromEntries(new URLSearchParams(app.url().split('?')[1]))).toEqual({
      os: 'linux',
      client: 'node-postgres',
      user: 'orders-api',
      database: "it's",
      route: 'public',
    })
  })

  it('includes the password only on request, and removes it on request or with the user', async () => {
    const app = await renderApp(url('events', '?auth=sasl&client=kcat&os=linux'))
    await expect.element(code('kcat.conf')).toHaveTextContent('sasl.password=YOUR_PASSWORD')
    expect(app.requests.some((path) => path.includes('/user/'))).toBe(false)
    await button('Insert the password').click()
    await expect.element(code('kcat.conf')).toHaveTextContent('sasl.password=AVNS_demoavnadmin42')
    await expect.element(page.getByTestId('holds-password')).toBeVisible()
    await button('Remove the password').click()
    await expect.element(code('kcat.conf')).toHaveTextContent('sasl.password=YOUR_PASSWORD')
    await button('Insert the password').click()
    await expect.element(code('kcat.conf')).toHaveTextContent('AVNS_')
    await page.getByLabelText('User').selectOptions('orders-producer')
    await expect.element(code('kcat.conf')).toHaveTextContent('sasl.password=YOUR_PASSWORD')
    expect(document.body.textContent).not.toContain('AVNS_')
    expect(app.url()).not.toContain('AVNS_')
  })

  it('shows where the password goes', async () => {
    await renderApp(url('orders-db'), { scenario: 'redacted' })
    await button('Insert the password').click()
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'withheld')
    expect(document.body.textContent).not.toContain('<redacted>"@')
  })

  it('offers key and certificate if the client logs in with them, and no password', async () => {
    await renderApp(url('events', '?os=linux'))
    await expect.element(button('Download access key')).toBeVisible()
    await expect.element(button('Download access certificate')).toBeVisible()
    await expect.element(button('Download CA certificate')).toBeVisible()
    await expect.element(code('kcat.conf')).toHaveTextContent('ssl.key.location=service.key')
    expect(button('Insert the password').elements()).toHaveLength(0)
  })

  it('offers no file for a public CA, and says why', async () => {
    await renderApp(url('events', '?auth=sasl&ca=letsencrypt&client=kcat'))
    await expect.element(page.getByTestId('public-ca')).toBeVisible()
    expect(button('Download CA certificate').elements()).toHaveLength(0)
    await expect.element(code('kcat.conf')).not.toHaveTextContent('ssl.ca.location')
  })

  it('lets the user choose the CA if nothing else says it', async () => {
    const app = await renderApp(url('cache', '?os=linux&client=ioredis'))
    await expect.element(code('connect.mjs')).toHaveTextContent('tls: { rejectUnauthorized: true }')
    await page.getByRole('radio', { name: 'Project CA' }).click()
    await expect.element(code('connect.mjs')).toHaveTextContent('ca: readFileSync("ca.pem", "utf8")')
    await expect.element(button('Download CA certificate')).toBeVisible()
    expect(app.url()).toContain('trust=project-ca')
  })

  it('says if there is no guide, and still offers the CA', async () => {
    await renderApp(url('prototype'))
    await expect.element(page.getByTestId('no-guide')).toBeVisible()
    await expect.element(button('Download CA certificate')).toBeVisible()
  })

  it('maps values to the boxes of graphical clients', async () => {
    await renderApp(url('orders-db', '?client=dbeaver'))
    const tls = page.getByRole('table', { name: 'SSL' })
    await expect.element(tls.getByRole('row', { name: /CA Certificate/ })).toHaveTextContent('ca.pem')
    await expect.element(tls.getByRole('row', { name: /SSL mode/ })).toHaveTextContent('verify-full')
    await expect.element(page.getByTestId('not-run')).toBeVisible()
  })

  it('uses the folder that the user names, and refuses ~', async () => {
    await renderApp(url('orders-db', '?client=psycopg&os=windows'))
    await page.getByLabelText('Certificate folder').fill('C:\\certs')
    await expect.element(code('connect.py')).toHaveTextContent('sslrootcert="C:/certs/ca.pem"')
    await page.getByLabelText('Certificate folder').fill('~/certs')
    await expect.element(page.getByLabelText('Certificate folder')).toHaveAttribute('aria-invalid', 'true')
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(code('connect.py')).toHaveTextContent('sslrootcert="ca.pem"')
  })

  it('says what cannot be written for a client', async () => {
    await renderApp(url('orders-db', '?client=php-pdo-pgsql&database=a%3Bb'))
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'unwritable')
  })

  it('has no guide for an endpoint without TLS', async () => {
    await renderApp(url('carts'))
    await expect.element(page.getByTestId('plaintext')).toBeVisible()
    expect(page.getByRole('heading', { level: 3 }).elements()).toHaveLength(0)
  })

  it('offers the CA even without an endpoint', async () => {
    await renderApp(url('dashboards'))
    await expect.element(page.getByTestId('powered-off').getByRole('button', { name: 'Power on' })).toBeVisible()
    await expect.element(button('Download CA certificate')).toBeVisible()
  })

  it('says which settings change how clients connect, as the overview does', async () => {
    const scenario = 'login-settings'
    const of = async (service: string, search: string, ...expected: string[]) => {
      for (const place of ['connect', 'overview']) {
        await cleanup()
        await renderApp(`/project/demo-shop/services/${service}/${place}${search}`, { scenario })
        await expect.element(page.getByTestId(`setting-${expected[0] ?? ''}`)).toBeVisible()
        const found = page.getByTestId(/^setting-/).elements()
        expect(found.map((item) => item.getAttribute('data-testid')?.replace('setting-', ''))).toEqual(expected)
      }
    }
    await of('orders-db', '?component=pgbouncer', 'prepared-statements', 'pool-mode', 'automatic-pools')
    await of('billing-mysql', '?user=old-app', 'native-password')
    await of('search', '', 'custom-domain', 'jwt', 'openid')
    await of('sessions', '?user=carts-api', 'acl', 'user-name')
  })

  it('says which part of the URL does not exist', async () => {
    await renderApp(url('orders-db', '?user=nobody&client=fax&route=teleport'))
    await expect.element(page.getByRole('alert')).toHaveAttribute('data-testid', 'no-such-user')
    await expect.element(page.getByTestId('no-such-guide')).toHaveTextContent('fax')
    await expect.element(page.getByTestId('no-such-endpoint')).toHaveTextContent('Access route: teleport')
  })

  it('is reached from the overview, with the endpoint chosen there', async () => {
    const app = await renderApp('/project/demo-shop/services/events/overview?auth=sasl&user=orders-producer')
    await page.getByRole('link', { name: 'Connect', exact: true }).first().click()
    await expect.poll(app.url).toBe('/project/demo-shop/services/events/connect?auth=sasl&user=orders-producer')
    await expect.element(page.getByLabelText('User')).toHaveValue('orders-producer')
  })
})

describe('odd services', () => {
  it('for a topic of Kafka: a producer and a consumer with its name, of each client', async () => {
    await renderApp(url('events', '?topic=orders.created&client=kafkajs&os=linux'))
    await expect.element(code('produce.mjs')).toHaveTextContent('topic: "orders.created"')
    await expect.element(code('consume.mjs')).toHaveTextContent('topic: "orders.created"')
    await client('kcat').click()
    await expect
      .element(page.getByRole('region', { name: 'Topic orders.created' }))
      .toHaveTextContent(/kcat -F kcat\.conf .*-P -t orders\.created/)
    await expect
      .element(page.getByRole('link', { name: /^What may avnadmin/ }))
      .toHaveAttribute('href', expect.stringMatching(/acl\?user=avnadmin&topic=orders\.created$/))
  })

  it('shows what is readable, and runs nothing', async () => {
    const markup = encodeURIComponent('<img src=x onerror=alert(1)>"\'&amp;')
    await renderApp(`/project/demo-shop/services/${markup}/connect`, { scenario: 'odd' })
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(document.querySelector('img[src="x"]')).toBeNull()
  })
})
