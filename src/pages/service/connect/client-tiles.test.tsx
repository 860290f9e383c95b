import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'
import { cleanup } from 'vitest-browser-react'

import { renderApp } from '../../../app/testing/render-app.tsx'
import { button, client, code, titles, url } from './testing/connect.ts'

describe('clients to choose from', () => {
  const search = () => page.getByRole('searchbox', { name: 'Search clients' })

  it('are found by name, language and other words for it; another client is always among them', async () => {
    await renderApp(url('orders-db', '?os=linux'))
    await expect.element(client('psql')).toBeChecked()
    expect(titles()).toHaveLength(12)
    await page.getByRole('button', { name: /^All \d+ clients/ }).click()
    expect(titles().length).toBeGreaterThan(20)
    await search().fill('golang')
    await expect.poll(titles).toEqual(['pgx', 'go-pq', 'gorm', 'another-client'])
    await search().fill('ruby')
    await expect.poll(titles).toEqual(['rails', 'ruby-pg', 'another-client'])
    await search().fill('typescript drizzle')
    await expect.poll(titles).toEqual(['drizzle', 'another-client'])
  })

  it('without a guide lead to the closest, or to the settings in general', async () => {
    await renderApp(url('orders-db', '?os=linux&client=pgx'))
    await search().fill('pgcli')
    await page.getByTestId('closest').getByRole('button', { name: /psql/ }).click()
    await expect.element(page.getByRole('heading', { level: 2, name: 'psql' })).toBeVisible()
    await search().fill('cobol')
    await expect.element(page.getByTestId('no-client')).toHaveTextContent('cobol')
    await client('Another client').click()
    const tls = page.getByRole('table', { name: 'TLS' })
    await expect.element(tls.getByRole('row', { name: /^Verify the host name/ })).toHaveTextContent('orders-db-demo')
    await expect.element(tls.getByRole('row', { name: /^CA certificate/ })).toHaveTextContent('ca.pem')
    await expect.element(button('Download CA certificate')).toBeVisible()
  })

  it('start with the last chosen one on the next visit', async () => {
    await renderApp(url('orders-db', '?os=linux'))
    await client('JDBC').click()
    await expect.element(page.getByRole('heading', { level: 2, name: 'Java, JDBC' })).toBeVisible()
    await cleanup()
    await renderApp(url('ledger', '?os=linux'))
    await expect.element(page.getByRole('heading', { level: 2, name: 'Java, JDBC' })).toBeVisible()
    expect(titles()[0]).toBe('jdbc')
  })

  it('are installed as usual on the system', async () => {
    await renderApp(url('orders-db', '?client=psql&os=linux'))
    await expect.element(code('command to install')).toHaveTextContent('apt install postgresql-client')
    await page.getByRole('radio', { name: 'Windows' }).click()
    await expect.element(page.getByText('postgresql.org/download/windows')).toBeVisible()
    expect(code('command to install').elements()).toHaveLength(0)
  })

  it('have settings even for a service without a guide', async () => {
    await renderApp(url('prototype', '?trust=project-ca'))
    await expect.element(page.getByTestId('no-guide')).toBeVisible()
    await expect.element(page.getByRole('table', { name: 'TLS' })).toHaveTextContent('ca.pem')
  })
})
