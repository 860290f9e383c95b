import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { projectList } from '../../api/project.ts'
import { renderApp } from '../../app/testing/render-app.tsx'
import { makeTrustStore } from '../../crypto/key-stores/pkcs12.ts'
import { card, paste } from './testing/check-text.ts'
import { ask, caOf, user } from './testing/mock-answers.ts'

const choose = (...files: [string, string | Uint8Array][]) =>
  userEvent.upload(
    page.getByLabelText('Files to check'),
    files.map(([name, content]) => new File([content as BlobPart], name)),
  )

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
