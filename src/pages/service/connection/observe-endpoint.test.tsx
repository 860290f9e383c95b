import 'reflect-metadata'
import * as x509 from '@peculiar/x509'
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../../app/testing/render-app.tsx'

const DAY = 86_400_000

/** What openssl s_client prints of a server whose certificate its machine's trust store verifies. */
const outputFor = async (host: string) => {
  const keys = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: `CN=${host}, O=Let's Encrypt`,
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + DAY),
    keys,
    signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
  })
  return `CONNECTED(00000003)\n---\nCertificate chain\n${certificate.toString('pem')}\n---\nNew, TLSv1.3, Cipher is X\nVerify return code: 0 (ok)\n`
}

const URL = '/project/demo-shop/services/orders-db/overview'
const HOST = 'orders-db-demo-shop.a.example.com'

const pasteOutput = async (text: string) => {
  await page.getByText('Inspect the live certificate').click()
  await page.getByLabelText('What the command printed').fill(text)
  await page.getByRole('button', { name: 'Check what was seen' }).click()
}

describe('inspecting the live certificate', () => {
  it('offers the command for the endpoint; the mark follows the result until it is removed', async () => {
    sessionStorage.removeItem('observed')
    await renderApp(URL)
    const row = page.getByRole('row', { name: /^CA Certificate/ })
    await expect.element(row).toHaveTextContent('Required')
    await pasteOutput(await outputFor(HOST))
    await expect
      .element(page.getByText(`-connect ${HOST}:20984 -servername ${HOST} -showcerts -starttls postgres`))
      .toBeVisible()
    await expect.element(row).toHaveTextContent('Optional')
    await expect.element(row.getByTestId('basis-observed')).toBeVisible()
    // The verdict, a fingerprint and a time; nothing else.
    expect(sessionStorage.getItem('observed')).toMatch(
      /^\{"demo-shop [\w.-]+:20984":\{"end":"public","fingerprint":"[0-9A-F:]{95}","at":"[\dT:.-]+Z"\}\}$/,
    )
    await page.getByRole('button', { name: 'Forget this' }).click()
    await expect.element(row).toHaveTextContent('Required')
  })

  it("another host's certificate is said, and changes nothing", async () => {
    sessionStorage.removeItem('observed')
    await renderApp(URL)
    await pasteOutput(await outputFor('elsewhere.example.com'))
    await expect.element(page.getByText(/isn’t for/)).toBeVisible()
    await expect.element(page.getByRole('row', { name: /^CA Certificate/ })).toHaveTextContent('Required')
    expect(sessionStorage.getItem('observed')).toBeNull()
  })
})
