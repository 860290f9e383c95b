import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { card, paste, yours } from './testing/check-text.ts'
import { user } from './testing/mock-answers.ts'

const HOST = 'orders-db-demo-shop.a.example.com'

describe('check: an error of one of the user’s own services', () => {
  it('names the service whose host is in it, its mark, the client, and leads to CA and guide', async () => {
    await renderApp('/check')
    await paste(
      `psql: error: connection to server at "${HOST}" (10.0.0.1), port 20984 failed: SSL error: self-signed certificate in certificate chain`,
    )
    const region = yours('Pasted text')
    await expect.element(region).toHaveTextContent(`orders-db of project demo-shop: PostgreSQL at ${HOST}, port 20984.`)
    await expect.element(region).toHaveTextContent('Required')
    await expect.element(region.getByLabelText('Client')).toHaveValue('psql')
    await expect
      .element(region)
      .toHaveTextContent(
        'The CA of project demo-shop signs this endpoint: download its ca.pem here, and point psql at that file.',
      )
    await expect
      .element(region.getByRole('link', { name: 'CA certificate of orders-db' }))
      .toHaveAttribute('href', expect.stringContaining('/project/demo-shop/services/orders-db/overview?component=pg'))
    await expect
      .element(region.getByRole('link', { name: 'psql with orders-db, verified' }))
      .toHaveAttribute('href', expect.stringMatching(/orders-db\/connect\?component=pg.*client=psql/))
    await expect.element(card('Pasted text')).toHaveTextContent(/Seen with .*Go 1\.19.*when they were run/)
  })

  it('leads to a service’s guides without a choice, where the message is of no known client', async () => {
    await renderApp('/check')
    await paste(`certificate verify failed at ${HOST}:20984`)
    const region = yours('Pasted text')
    await expect.element(region.getByLabelText('Client')).toHaveValue('')
    await expect
      .element(region.getByRole('link', { name: 'Quick connect to orders-db' }))
      .toHaveAttribute('href', expect.stringMatching(/orders-db\/connect\?component=pg(?!.*client=)/))
  })

  it('finds the host below a stack trace of Kafka Connect, with its port', async () => {
    await renderApp('/check')
    const trace = '\tat org.apache.kafka.connect.runtime.WorkerSourceTask.poll(WorkerSourceTask.java:1)\n'.repeat(300)
    await paste(
      `${trace}Connection to node -1 (${HOST}/10.0.0.1:20984) failed authentication due to: SSL handshake failed`,
    )
    await expect.element(yours('Pasted text')).toHaveTextContent(`PostgreSQL at ${HOST}, port 20984.`)
  })

  it('that names none: the user chooses, or the previous page has chosen', async () => {
    await renderApp('/check')
    await paste('Error: connect ECONNREFUSED')
    const region = yours('Pasted text')
    await expect.element(region).toHaveTextContent('host of your services')
    await region.getByLabelText('Project').selectOptions('demo-shop')
    await region.getByLabelText('Service').selectOptions('dashboards')
    await expect.element(region).toHaveTextContent('dashboards has no endpoint now.')
    await region.getByLabelText('Service').selectOptions('events')
    await expect.element(region).toHaveTextContent(/The ports of events: Kafka with client certificate 20984/)
    await region.getByLabelText('Client').selectOptions('kcat')
    await expect.element(region.getByRole('link', { name: 'kcat with events, verified' })).toBeVisible()
  })

  it('from Quick connect: service and client are known', async () => {
    await renderApp('/project/demo-shop/services/events/connect?client=kcat')
    await page.getByRole('link', { name: 'Check the message' }).click()
    await expect.element(page.getByRole('heading', { name: 'Troubleshoot', level: 1 })).toBeVisible()
    await paste('SSL handshake failed: broker certificate could not be verified')
    const region = yours('Pasted text')
    await expect.element(region).toHaveTextContent('events of project demo-shop')
    await expect.element(region.getByLabelText('Client')).toHaveValue('kcat')
  })

  it.each(['project=ghost&service=events', 'project=demo-shop&service=ghost'])(
    'that is not there is named, and another can be chosen: %s',
    async (search) => {
      await renderApp(`/check?${search}`)
      await paste('connection refused')
      const missing = yours('Pasted text').getByTestId('no-such-service')
      await expect.element(missing).toHaveTextContent('ghost')
      await page.getByLabelText('Project').selectOptions('demo-rotation')
      await expect.element(missing).not.toBeInTheDocument()
    },
  )

  it('an unreadable project is named, and not called missing', async () => {
    await renderApp('/check?project=demo-restricted&service=events')
    await paste('connection refused')
    await expect.element(yours('Pasted text')).toHaveTextContent('demo-restricted')
    expect(page.getByTestId('no-such-service').elements()).toHaveLength(0)
  })

  it.each([
    [
      'a service',
      'project=demo-shop&service=events',
      '/v1/project/demo-shop/service?include_secrets=false',
      'services',
    ],
    ['a project', 'project=ghost', '/v1/project', 'projects'],
  ])('%s that may be among those that could not be read is not said to be missing', async (_, search, of, key) => {
    await renderApp(`/check?${search}`, {
      tamper: (path, body) => {
        if (path !== of) return body
        const items = (body as Record<string, { service_name?: string }[]>)[key] ?? []
        return { [key]: [...items.filter(({ service_name }) => service_name !== 'events'), 42] }
      },
    })
    await paste('connection refused')
    // All have been asked.
    await expect.element(yours('Pasted text')).toHaveTextContent('demo-restricted')
    expect(page.getByTestId('no-such-service').elements()).toHaveLength(0)
  })
})

describe('check: whose it is', () => {
  it('a connection string with a host of the user\u2019s own leads to the service, its CA and the guide', async () => {
    await renderApp('/check')
    await paste(`postgres://app:hunter2@${HOST}:20984/d?sslmode=require`)
    const region = yours('Pasted text')
    await expect.element(region).toHaveTextContent(`orders-db of project demo-shop: PostgreSQL at ${HOST}, port 20984.`)
    await expect.element(region).toHaveTextContent('Required')
    await region.getByLabelText('Client').selectOptions('psql')
    await expect.element(region.getByRole('link', { name: /^psql with orders-db/ })).toBeVisible()
    await region.getByRole('button', { name: 'Download ca.pem of demo-shop' }).click()
    await expect.element(region.getByRole('status').filter({ hasText: /^Saved ca\.pem/ })).toBeVisible()
  })

  it('a service user\u2019s certificate leads to its service', async () => {
    await renderApp('/check')
    await paste((await user()).access_cert)
    await expect.element(yours('Pasted text')).toHaveTextContent('events of project demo-shop')
  })

  it('a text without any of them leads nowhere, and sends no request', async () => {
    await renderApp('/check')
    await paste('postgres://app:hunter2@db.example.org:5432/d?sslmode=require')
    await expect.element(card('Pasted text')).toHaveTextContent('db.example.org')
    expect(yours('Pasted text').elements()).toHaveLength(0)
  })
})
