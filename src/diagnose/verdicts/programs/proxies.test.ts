/** Proxies' options in every combination, against what their documentation says of each. */
import { describe, expect, it } from 'vitest'

import { findConnections } from '../../connections.ts'

const said = async (text: string) => {
  const found = await findConnections(text)
  return found.map(({ drivers, corrected }) => [drivers[0]?.verifies, corrected !== undefined])
}

const HOST = 'valkey.example.com'
const each = <T, U>(some: readonly T[], others: readonly U[]) =>
  some.flatMap((one) => others.map((other) => [one, other] as const))

describe('HAProxy', () => {
  const VERIFY = ['', 'verify none', 'verify required']
  const CA = ['', 'ca-file /ca.pem', 'ca-file @system-ca']
  const NAME = ['', `verifyhost ${HOST}`, `sni str(${HOST})`, 'sni req.hdr(host)']
  const expected = (verify: string, ca: string, name: string) => {
    if (verify === 'verify none') return 'none'
    if (ca === '') return 'fails'
    if (name === 'sni req.hdr(host)') return 'depends'
    if (name === '') return 'chain'
    return ca.includes('@') ? 'public' : 'full'
  }
  const rows = each(each(VERIFY, CA), NAME).map(([[verify, ca], name]) => [verify, ca, name] as const)
  const options = (...words: readonly string[]) => words.filter((word) => word !== '').join(' ')

  it.each(rows)('ssl %s %s %s: on the line, in default-server, in defaults', async (verify, ca, name) => {
    const own = options('ssl', verify, ca, name)
    const mode = 'backend b\n  mode tcp\n'
    const texts = [
      `${mode}  server s ${HOST}:1 check ${own}\n`,
      `${mode}  default-server ${own}\n  server s ${HOST}:1 check\n`,
      `defaults\n  default-server ${own}\n${mode}  server s ${HOST}:1\n`,
      `${mode}  default-server verify none ca-file /x sni str(x)\n  server s ${HOST}:1 ${own} # ssl verify none\n`,
    ]
    // Of the last one, what the line doesn't say comes from default-server.
    for (const text of texts.slice(0, 3))
      expect((await said(text)).map(([verifies]) => verifies)).toEqual([expected(verify, ca, name)])
    expect((await said(texts[3] ?? '')).length).toBe(1)
  })

  it('says nothing of a server without ssl, and corrects what can be written at its place', async () => {
    expect(await said(`backend b\n  server s ${HOST}:1 check check-ssl\n`)).toEqual([])
    expect(await said(`backend b\n  server s ${HOST}:1 ssl verify none\n`)).toEqual([['none', true]])
    expect(await said('backend b\n  server s 10.0.0.1:1 ssl verify none\n')).toEqual([['none', false]])
    expect(await said(`global\n  ssl-server-verify none\nbackend b\n  server s ${HOST}:1 ssl\n`)).toEqual([
      ['none', false],
    ])
    expect(await said(`backend b\n  server s ${HOST}:1 ssl ca-file /ca.pem\n`)).toEqual([['depends', false]])
  })
})

describe('nginx', () => {
  const VERIFY = ['', 'proxy_ssl_verify off;', 'proxy_ssl_verify on;']
  const CA = ['', 'proxy_ssl_trusted_certificate /ca.pem;']
  const expected = (verify: string, ca: string) => (verify.endsWith('on;') ? (ca === '' ? 'fails' : 'full') : 'none')

  it.each(each(VERIFY, CA))('%s %s: in the location, around it, and in a stream', async (verify, ca) => {
    const texts = [
      `location / {\n  proxy_pass https://${HOST}:1;\n  ${verify}\n  ${ca}\n}\n`,
      `server {\n  ${verify}\n  ${ca}\n  location / {\n    proxy_pass https://${HOST}:1;\n  }\n}\n`,
      `stream {\n  server {\n    listen 1;\n    proxy_pass ${HOST}:1;\n    proxy_ssl on;\n    ${verify}\n    ${ca}\n  }\n}\n`,
      `# proxy_ssl_verify off;\nlocation / {\n  proxy_pass https://b;\n  proxy_ssl_name ${HOST};\n  ${verify}\n  ${ca}\n}\nupstream b { server ${HOST}:1; }\n`,
    ]
    for (const text of texts) {
      const [first] = await said(text)
      expect([text, first?.[0]]).toEqual([text, expected(verify, ca)])
      // Two lines more, where neither of them is there yet.
      expect(first?.[1]).toBe(verify === '' && ca === '')
    }
  })

  it('reads a block whole, whatever the order in it, and a fragment once', async () => {
    const pass = `proxy_pass https://${HOST};`
    const on = 'proxy_ssl_verify on; proxy_ssl_trusted_certificate /ca.pem;'
    const verdicts = async (text: string) => (await said(text)).map(([verifies]) => verifies)
    expect(await said(`server { location / { ${pass} } ${on} }`)).toEqual([['full', false]])
    expect(await verdicts(`${pass} }\n}\n}\n`)).toEqual(['none'])
    expect(await verdicts(`${pass} }\n${on}\n}\n`)).toEqual(['full'])
    // The next block is beside the fragment's, not in it.
    expect(await verdicts(`${pass} ${on} }\nlocation /b { ${pass} }\n}\n`)).toEqual(['full', 'none'])
    const upstream = `upstream search.backend { server ${HOST}:1; }\n`
    expect(await verdicts(`${upstream}location / { proxy_pass https://search.backend; ${on} }`)).toEqual(['depends'])
  })

  it('looks for the name of an upstream block, where no other is given', async () => {
    const on = 'proxy_ssl_verify on; proxy_ssl_trusted_certificate /ca.pem;'
    expect(await said(`upstream b { server ${HOST}:1; }\nlocation / { proxy_pass https://b; ${on} }\n`)).toEqual([
      ['fails', false],
    ])
    expect(await said(`location / { proxy_pass https://$host; ${on} }\n`)).toEqual([['depends', false]])
    expect(await said(`location / { proxy_pass http://${HOST}:1; }\n`)).toEqual([])
    expect(await said(`stream { server { listen 1; proxy_pass ${HOST}:1; } }\n`)).toEqual([])
  })
})

describe('stunnel', () => {
  // As stunnel 5.68 does: its levels 1 and 2 verify the CA, from 3 on it wants the certificate itself.
  it.each([
    ['', 'none'],
    ['CAfile = ca.pem', 'none'],
    ['verifyChain = yes', 'fails'],
    ['verifyChain = yes\nCAfile = ca.pem', 'chain'],
    ['verifyChain = yes\nCAfile = ca.pem\ncheckHost = h', 'full'],
    ['verifyChain = yes\nCAfile = ca.pem\ncheckIP = 192.0.2.1', 'full'],
    ['verify = 1\nCAfile = ca.pem', 'chain'],
    ['verify = 2\nCAfile = ca.pem\ncheckHost = h', 'full'],
    ['verify = 3\nCAfile = ca.pem', 'depends'],
    ['verify = 4\nCAfile = ca.pem', 'depends'],
    ['verifyPeer = yes\nCAfile = ca.pem', 'depends'],
    ['CAfile = ca.pem\ncheckHost = h', 'fails'],
  ])('%s', async (options, verifies) => {
    const text = `[pg]\nclient = yes\naccept = 127.0.0.1:1\nconnect = db.example.com:1\n${options}\n`
    expect((await said(text)).map(([one]) => one)).toEqual([verifies])
  })
})
