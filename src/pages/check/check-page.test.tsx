import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { createMockApi } from '../../../mocks/api.ts'
import { projectList } from '../../api/project.ts'
import { renderApp, TODAY } from '../../app/testing/render-app.tsx'
import { makeTrustStore } from '../../crypto/key-stores/pkcs12.ts'

const api = createMockApi({ clock: () => TODAY })
const ask = async <T,>(path: string): Promise<T> => {
  const headers = { authorization: 'aivenv1 of-the-test' }
  return (await (await api.fetch(new Request(`http://api.example.com/v1${path}`, { headers }))).json()) as T
}
const caOf = async (project: string) => (await ask<{ certificate: string }>(`/project/${project}/kms/ca`)).certificate
const user = async () =>
  (await ask<{ user: { access_cert: string; access_key: string } }>('/project/demo-shop/service/events/user/avnadmin'))
    .user

const choose = (...files: [string, string | Uint8Array][]) =>
  userEvent.upload(
    page.getByLabelText('Files to check'),
    files.map(([name, content]) => new File([content as BlobPart], name)),
  )
const paste = async (text: string) => {
  await page.getByRole('textbox').fill(text)
  await page.getByRole('button', { name: 'Check text' }).click()
}
const card = (name: string) => page.getByRole('article', { name, exact: true })
const yours = (name: string) => card(name).getByRole('region', { name: 'For your service' })
const HOST = 'orders-db-demo-shop.a.example.com'

describe('check: files', () => {
  it('says what they are, whose, and how they fit together', async () => {
    const { requests } = await renderApp('/check')
    await expect.element(page.getByRole('heading', { name: 'Troubleshoot', level: 1 })).toBeVisible()
    expect(requests.filter((path) => path.includes('kms'))).toEqual([])
    const { access_cert, access_key } = await user()
    await choose(['ca.pem', await caOf('demo-shop')], ['service.cert', access_cert], ['service.key', access_key])
    await expect.element(card('ca.pem')).toHaveTextContent('The CA certificate of project demo-shop')
    await expect
      .element(card('service.cert'))
      .toHaveTextContent('service user avnadmin of service events, signed by the CA of project demo-shop')
    const together = page.getByRole('region', { name: 'Together' })
    await expect
      .element(together)
      .toHaveTextContent(/private key in service\.key matches the certificate in service\.cert/)
    await expect.element(together).toHaveTextContent(/service\.cert is signed .*ca\.pem/)
    await expect.element(page.getByText('Compared with the CAs of 5 of your 6 projects')).toBeVisible()
    // Only the page's own API requests.
    expect(requests.every((path) => /^\/v1\/project(\/[\w-]+\/(kms\/ca|service))?$|^\/v1\/me$/.test(path))).toBe(true)
    expect(document.body.textContent).not.toContain(access_key.split('\n')[1])
  })

  it('a key of another pair, and a client certificate instead of a CA', async () => {
    await renderApp('/check')
    const { access_cert } = await user()
    const { user: other } = await ask<{ user: { access_key: string } }>(
      '/project/demo-shop/service/events/user/orders-producer',
    )
    await choose(['ca.pem', access_cert], ['service.key', other.access_key])
    await expect.element(card('ca.pem')).toHaveTextContent(/“ca\.pem” should be a CA/)
    await expect.element(page.getByRole('region', { name: 'Together' })).toHaveTextContent(/match any certificate/)
  })

  it('half of a CA that is being rotated', async () => {
    await renderApp('/check')
    const [first = ''] = (await caOf('demo-rotation')).split(/(?<=-----END CERTIFICATE-----\n)/)
    await choose(['ca.pem', first])
    await expect
      .element(card('ca.pem'))
      .toHaveTextContent('Only 1 of the 2 CA certificates that project demo-rotation has')
  })

  it('offers a repaired copy of a damaged file', async () => {
    await renderApp('/check')
    await choose(['ca.pem', `CA="${(await caOf('demo-shop')).replaceAll('\n', '\\n')}"`])
    await expect.element(card('ca.pem')).toHaveTextContent('written as \\n')
    await expect.element(page.getByRole('button', { name: 'Download ca.pem, repaired' })).toBeVisible()
  })

  it('a key store asks for its password, says when it is wrong, and opens', async () => {
    await renderApp('/check')
    const pem = await caOf('demo-shop')
    const der = Uint8Array.from(atob(pem.replace(/-----.*\n|\n/g, '')), (char) => char.charCodeAt(0))
    await choose(['trust.p12', await makeTrustStore([{ alias: 'ca', der }], 'right-1')])
    const password = page.getByLabelText('Password of trust.p12')
    await password.fill('wrong')
    await page.getByRole('button', { name: 'Open' }).click()
    await expect.element(page.getByRole('alert')).toHaveTextContent('doesn’t open it')
    await password.fill('right-1')
    await page.getByRole('button', { name: 'Open' }).click()
    await expect.element(card('trust.p12')).toHaveTextContent('The CA certificate of project demo-shop')
  })

  it('names in right-to-left script and with hidden characters are isolated and visible', async () => {
    await renderApp('/check')
    await choose(['שלום\u202egpj.pem', 'nothing'])
    const heading = page.getByRole('heading', { level: 2 })
    await expect.element(heading).toHaveTextContent('שלום⟨U+202E⟩gpj.pem')
    expect(heading.element().querySelector('bdi')).not.toBeNull()
  })
})

describe('check: text', () => {
  it('a connection string: per driver, corrected, and its password nowhere', async () => {
    await renderApp('/check')
    await paste('postgres://avnadmin:AVNS_secret@db.example.com:20984/defaultdb?sslmode=require')
    await expect
      .element(card('Pasted text'))
      .toHaveTextContent(/won’t verify the server.*any server that answers gets the password/)
    await expect
      .element(page.getByRole('region', { name: 'corrected PostgreSQL connection string' }))
      .toHaveTextContent('sslmode=verify-full&sslrootcert=ca.pem')
    expect(document.body.innerHTML).not.toContain('AVNS_secret')
  })

  it.each([
    'postgres://app:pa#S3cr3t@h.example.com:1/d?sslmode=verify-full&sslrootcert=ca.pem',
    'mysql://app:pa/S3cr3t@h.example.com:1/d',
    'app:S3cr3t@tcp(h.example.com:1)/d?tls=skip-verify',
    'sslmode=require\nhost=h dbname=d password=S3cr3t',
    "new PDO('pgsql:host=h;dbname=d', 'app', 'S3cr3t')",
    'mysql --host=h --ssl-mode=REQUIRED -u app -pS3cr3t',
  ])('no password is in the page: %s', async (text) => {
    await renderApp('/check')
    await paste(text)
    await expect.element(card('Pasted text')).not.toHaveAttribute('aria-busy', 'true')
    expect(document.body.innerHTML).not.toContain('S3cr3t')
  })

  it('an error message, and a text that says nothing', async () => {
    await renderApp('/check')
    await paste('psql: error: SSL error: certificate verify failed')
    await expect.element(card('Pasted text')).toHaveTextContent('What to do')
    await paste('hello')
    await expect.element(card('Pasted text 2')).toHaveTextContent('Not recognised')
  })

  it('unreadable CAs are reported, and files are still checked', async () => {
    await renderApp('/check', { scenario: '500' })
    await choose(['ca.pem', await caOf('demo-shop')])
    await expect.element(page.getByRole('alert')).toHaveTextContent('couldn’t be compared')
    await expect.element(card('ca.pem')).toHaveTextContent('A CA certificate')
  })
})

describe('check: a list of projects with some that cannot be read', () => {
  it('is read again by Retry', async () => {
    let isBroken = true
    await renderApp('/check', {
      tamper: (path, body) => (isBroken && path === '/v1/project' ? { projects: [42] } : body),
    })
    await choose(['ca.pem', await caOf('demo-shop')])
    const unread = page.getByRole('main').getByTestId('unread')
    await expect.element(unread).toBeVisible()
    isBroken = false
    await unread.getByRole('button', { name: 'Retry' }).click()
    await expect.element(card('ca.pem')).toHaveTextContent('The CA certificate of project demo-shop')
    await expect.element(unread).not.toBeInTheDocument()
  })
})

describe('check: a list of projects that cannot be read any more', () => {
  it('is read again by Retry while the CAs of the known projects are still being read', async () => {
    let isBroken = false
    let answerCas = () => {}
    const cas = new Promise<void>((resolve) => {
      answerCas = resolve
    })
    const { api: client, queryClient } = await renderApp('/check', {
      tamper: async (path, body) => {
        if (path.endsWith('/kms/ca')) await cas
        return isBroken && path === '/v1/project' ? {} : body
      },
    })
    await choose(['ca.pem', await caOf('demo-shop')])
    await expect.element(page.getByTestId('comparing')).toHaveTextContent('0 of 6')
    isBroken = true
    await queryClient.refetchQueries({ queryKey: projectList(client).queryKey })
    const problem = page.getByRole('main').getByTestId('contract')
    await expect.element(problem).toBeVisible()
    isBroken = false
    await problem.getByRole('button', { name: 'Retry', exact: true }).click()
    await expect.element(problem).not.toBeInTheDocument()
    answerCas()
    await expect.element(page.getByTestId('compared')).toBeVisible()
  })
})

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

describe('check: the server that openssl connected to', () => {
  const outputFor = async (...hosts: string[]) => {
    const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: 'CN=server',
      notBefore: new Date(Date.now() - 86_400_000),
      notAfter: new Date(Date.now() + 86_400_000),
      keys,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      extensions: [new x509.SubjectAlternativeNameExtension(hosts.map((value) => ({ type: 'dns' as const, value })))],
    })
    return `CONNECTED(00000003)\n---\nCertificate chain\n${certificate.toString('pem')}\n---\nVerify return code: 0 (ok)\n`
  }

  it.each([
    [['orders-db-demo-shop.a.example.com'], /endpoint:orders-db of project demo-shop/],
    [['*.a.example.com'], /\d+ hosts of your services/],
    [['elsewhere.example.com'], /none of your services’ hosts, but the services of demo-restricted/],
  ])('%s', async (hosts, text) => {
    await renderApp('/check')
    await paste(await outputFor(...hosts))
    await expect.element(card('Pasted text')).toHaveTextContent(text)
  })
})
