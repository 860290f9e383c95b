import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { corpusPem } from '../../crypto/corpus/read-corpus.ts'
import { createPause } from '../../lib/pause.ts'
import { readMaterial } from './read-material.ts'
import { plain } from '../words.ts'

const ONE = corpusPem('rsa-3072-sha384')
const TWO = corpusPem('bundle')
const NBSP = '\u00a0'
const body = (pem: string) => pem.replaceAll(/-----[^\n]*\n/g, '')
const lines = (pem: string, change: (line: string) => string) => pem.replace(/^.+$/gm, change)

/** What stands before and behind each line, by its number. */
const BESIDE: Readonly<Record<string, readonly [(number: number) => string, (number: number) => string]>> = {
  'a container’s name': [() => 'web-1  | ', () => ''],
  'a pod’s name': [() => '[pod/api-7c9d/api] ', () => ''],
  'times of containers': [(at) => `2026-11-30T10:00:${String(at + 10)}.12${String(at)}Z `, () => ''],
  'times and levels': [(at) => `2026-11-30 10:00:00,${String(100 + at)} INFO  [main] app.Tls - `, () => ''],
  journald: [(at) => `Nov 30 10:00:${String(10 + at)} host app[${String(300 + at)}]: `, () => ''],
  'cat -n': [(at) => `${String(at).padStart(6)}\t`, () => ''],
  'cat -A': [() => '', () => '$'],
  'cat -A of CRLF': [() => '', () => '^M$'],
  'cat -nA': [(at) => `${String(at).padStart(6)}^I`, () => '$'],
  'findstr /n': [(at) => `${String(at)}:`, () => ''],
  'grep -Hn': [(at) => `certs/ca.pem:${String(at)}:`, () => ''],
  'numbers and bars': [(at) => `${String(at).padStart(4)} | `, () => ''],
  'a table of Markdown': [() => '| ', () => ' |'],
  'a table with numbers': [(at) => `| ${String(at)} | `, () => ' |'],
  'mail quoted twice': [() => '> > ', () => ''],
  'somebody’s mail': [() => 'JD> ', () => ''],
  'JSON of a log': [(at) => `{"n":${String(at)},"level":"info","msg":"`, () => '"}'],
  'an unfinished string': [() => 'echo "', () => '"'],
  'code comments': [() => ' * ', () => ''],
  'a debug log': [() => 'DEBUG: ', () => ''],
}

/** Ways in which the same certificates are laid out. What is done to the whole stands for both. */
const LAYOUTS: Readonly<Record<string, (pem: string) => string>> = {
  'as it is': (pem) => pem,
  CRLF: (pem) => pem.replaceAll('\n', '\r\n'),
  CR: (pem) => pem.replaceAll('\n', '\r'),
  'no last line end': (pem) => pem.trimEnd(),
  'empty lines around': (pem) => `\n\n${pem}\n\n`,
  'an empty line between': (pem) => pem.replaceAll('-----\n-----', '-----\n\n-----'),
  'spaces behind lines': (pem) => lines(pem, (line) => `${line}  `),
  'a tab behind lines': (pem) => lines(pem, (line) => `${line}\t`),
  indented: (pem) => lines(pem, (line) => `  ${line}`),
  'indented with tabs': (pem) => lines(pem, (line) => `\t${line}`),
  'an indented BEGIN': (pem) => pem.replaceAll('-----BEGIN', '  -----BEGIN'),
  'an indented END': (pem) => pem.replaceAll('-----END', '  -----END'),
  'non-breaking spaces': (pem) => pem.replaceAll('BEGIN CERTIFICATE', `BEGIN${NBSP}CERTIFICATE`),
  'non-breaking space behind': (pem) => lines(pem, (line) => line + NBSP),
  'zero-width spaces': (pem) => pem.replace('\nMI', '\n\u200bMI'),
  'a zero-width space before BEGIN': (pem) => `\u200b${pem}`,
  'a byte-order mark': (pem) => `\ufeff${pem}`,
  'a byte-order mark in the middle': (pem) => pem.replaceAll('-----\n-----BEGIN', '-----\n\ufeff-----BEGIN'),
  'BEGIN on one line with base64': (pem) => pem.replaceAll('CERTIFICATE-----\nMI', 'CERTIFICATE-----MI'),
  'END on one line with base64': (pem) => pem.replaceAll('\n-----END', '-----END'),
  'one line': (pem) => pem.replaceAll('\n', ' '),
  'one long line of base64': (pem) => pem.replaceAll(/(?<=[A-Za-z0-9+/=])\n(?=[A-Za-z0-9+/])/g, ''),
  'lines of 48': (pem) => pem.replaceAll(/^[A-Za-z0-9+/=]{64}$/gm, (line) => `${line.slice(0, 48)}\n${line.slice(48)}`),
  'lines of 76': (pem) =>
    pem.replaceAll(/(?<=-----\n)[A-Za-z0-9+/=\n]+(?=-----END)/g, (text) =>
      text.replaceAll('\n', '').replaceAll(/.{1,76}/g, '$&\n'),
    ),
  'four dashes': (pem) => pem.replaceAll('-----', '----'),
  'six dashes': (pem) => pem.replaceAll('-----', '------'),
  'typographic dashes': (pem) => pem.replaceAll('-----', '—————'),
  'X509 CERTIFICATE': (pem) => pem.replaceAll(' CERTIFICATE', ' X509 CERTIFICATE'),
  'lower case': (pem) => pem.replaceAll('BEGIN CERTIFICATE', 'begin certificate'),
  'two spaces in BEGIN': (pem) => pem.replaceAll('BEGIN CERTIFICATE', 'BEGIN  CERTIFICATE'),
  'empty lines inside': (pem) => pem.replaceAll(/^([A-Za-z0-9+/]{64})$/gm, '$1\n'),
  'properties continuation': (pem) => `ssl.truststore.certificates=${pem.trimEnd().replaceAll('\n', ' \\\n')}`,
  'continuation of \\n\\': (pem) => pem.trimEnd().replaceAll('\n', '\\n\\\n'),
  'written-out line ends': (pem) => pem.replaceAll('\n', '\\n'),
  'twice escaped': (pem) => pem.replaceAll('\n', '\\\\n'),
  'lost backslashes': (pem) => pem.trimEnd().replaceAll('\n', 'n'),
  'in quotes': (pem) => `"${pem}"`,
  'quoted per line': (pem) => lines(pem, (line) => `"${line}\\n"`),
  'JavaScript, per line': (pem) => lines(pem, (line) => `'${line}\\n' +`),
  'PHP, per line': (pem) => lines(pem, (line) => `"${line}\\n" .`),
  'a Dockerfile': (pem) => ['RUN printf ', pem.trimEnd().replaceAll('\n', '\\n\\\n'), ' > ca.pem'].join("'"),
  'HTML breaks': (pem) => pem.replaceAll('\n', '<br>\n'),
  'XML line ends': (pem) => pem.trimEnd().replaceAll('\n', '&#10;'),
  'a patch': (pem) => lines(pem, (line) => `+${line}`),
  'quoted mail': (pem) => lines(pem, (line) => `> ${line}`),
  'a shell comment': (pem) => lines(pem, (line) => `# ${line}`),
  'line numbers': (pem) =>
    pem
      .split('\n')
      .map((line, index) => (line === '' ? '' : `${String(index + 1).padStart(4)}  ${line}`))
      .join('\n'),
  YAML: (pem) => `ca: |\n${lines(pem, (line) => `  ${line}`)}`,
  JSON: (pem) => JSON.stringify({ ca: pem }),
  'URL-encoded': (pem) => encodeURIComponent(pem),
  'URL-encoded, pluses kept': (pem) => pem.replaceAll(' ', '%20').replaceAll('\n', '%0A'),
  base64: (pem) => btoa(pem),
  'base64, twice': (pem) => btoa(btoa(pem)),
  'base64, wrapped': (pem) => btoa(pem).replaceAll(/.{76}/g, '$&\n'),
  base64url: (pem) => pem.replaceAll(/^[A-Za-z0-9+/=]+$/gm, (line) => line.replaceAll('+', '-').replaceAll('/', '_')),
  'a NUL behind': (pem) => `${pem}\0`,
  'Ctrl-Z behind': (pem) => `${pem}\u001a`,
  'text before': (pem) => `subject=CN = x\n${pem}`,
  'text behind': (pem) => `${pem}done\n`,
  'a comment before': (pem) => `# CA of the project\n${pem}`,
  'a Kubernetes secret': (pem) => `data:\n  ca.crt: ${btoa(pem)}\n  other: x\n`,
  'an .env file': (pem) => `A=1\nCA="${pem}"\nB=2\n`,
  ...Object.fromEntries(
    Object.entries(BESIDE).map(([name, [before, behind]]): [string, (pem: string) => string] => [
      name,
      (pem) => {
        let number = 0
        return lines(pem, (line) => before(++number) + line + behind(number))
      },
    ]),
  ),
  'HTML entities': (pem) =>
    pem.replaceAll('-', '&#45;').replaceAll('+', '&#43;').replaceAll('/', '&#x2F;').replaceAll('=', '&#61;'),
  'HTML, spaces too': (pem) => pem.replaceAll(' ', '&nbsp;').replaceAll('\n', '<br/>\n'),
  'quoted-printable': (pem) => pem.replaceAll('=', '=3D'),
  'quoted-printable, softly broken': (pem) =>
    pem.replaceAll('=', '=3D').replaceAll(/^([A-Za-z0-9+/]{40})(?=[A-Za-z0-9+/])/gm, '$1=\n'),
  'zero-width spaces in lines': (pem) => lines(pem, (line) => `${line.slice(0, 30)}\u200b${line.slice(30)}`),
  'soft hyphens': (pem) => pem.replaceAll(/^([A-Za-z0-9+/]{20})/gm, '$1\u00ad'),
  'YAML, folded': (pem) => `ca: >-\n${lines(pem, (line) => `  ${line}\n`)}`,
  'JSON lines of a container': (pem) =>
    lines(pem, (line) => JSON.stringify({ log: `${line}\n`, stream: 'stdout', time: '2026-11-30T10:00:00.123Z' })),
  'one cell of a table': (pem) => `| ca | ${pem.trimEnd().replaceAll('\n', '<br>')} |`,
  'form feed': (pem) => pem.replace('\n', '\f\n'),
  'vertical tab': (pem) => pem.replace('\n', '\v\n'),
  'ideographic space': (pem) => lines(pem, (line) => `${line}\u3000`),
  'line separator': (pem) => pem.replaceAll('\n', '\u2028'),
}

/** Each layout alone, with CRLF on top, and without its last line end: of one certificate and of two. */
const FILES = Object.entries(LAYOUTS).flatMap(([name, layout]) =>
  [ONE, TWO].flatMap((pem) => {
    const text = layout(pem)
    const count = pem.split('BEGIN').length - 1
    return [
      { name: `${name}, ${String(count)}`, text, pem, count },
      { name: `${name}, ${String(count)}, CRLF`, text: text.replaceAll(/\r?\n/g, '\r\n'), pem, count },
      { name: `${name}, ${String(count)}, cut end`, text: text.replace(/\n$/, ''), pem, count },
    ]
  }),
)

const read = async (text: string) => {
  const bytes = new TextEncoder().encode(text)
  const reading = await readMaterial({ name: 'ca.pem', bytes, size: bytes.length }, undefined, createPause())
  return { ...reading, isWhole: reading.answers.some(({ words }) => plain(words) === 'The file is intact.') }
}

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0
const java = 'java'
const JAVA = `import java.io.*; import java.nio.file.*; import java.security.cert.*;
public class Count { public static void main(String[] a) throws Exception { for (String f : a) { int n = -1;
try (InputStream i = Files.newInputStream(Path.of(f))) { n = CertificateFactory.getInstance("X.509").generateCertificates(i).size(); } catch (Exception e) { }
System.out.println(n); } } }`
const PYTHON = `import ssl, sys
for f in sys.argv[1:]:
    try:
        c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT); c.load_verify_locations(f); print(c.cert_store_stats()['x509'])
    except Exception: print(-1)`

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'layouts-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe(`${String(FILES.length)} layouts`, () => {
  it('what is called whole, OpenSSL, Java, Node and Python read whole as it stands', async () => {
    expect(FILES.length).toBeGreaterThan(200)
    const whole: { path: string; count: number; name: string; text: string }[] = []
    for (const [index, { name, text, count }] of FILES.entries()) {
      if (!(await read(text)).isWhole) continue
      const path = join(folder, `${String(index)}.pem`)
      writeFileSync(path, text)
      whole.push({ path, count, name, text })
    }
    expect(whole.length).toBeGreaterThan(10)
    const paths = whole.map(({ path }) => path)
    const expected = whole.map(({ count }) => count)
    const numbers = (output: string) => output.trim().split('\n').map(Number)
    const counts: Record<string, readonly number[]> = {
      node: whole.map(({ text, count }) => {
        createSecureContext({ ca: text })
        return count
      }),
    }
    if (has('openssl', 'version'))
      counts['openssl'] = paths.map((path) => {
        const { stdout } = spawnSync('openssl', ['storeutl', '-noout', '-certs', path], { encoding: 'utf8' })
        return Number(/Total found: (\d+)/.exec(stdout)?.[1] ?? -1)
      })
    if (has('python3', '--version'))
      counts['python'] = numbers(execFileSync('python3', ['-c', PYTHON, ...paths], { encoding: 'utf8' }))
    if (has(java, '-version')) {
      const source = join(folder, 'Count.java')
      writeFileSync(source, JAVA)
      counts['java'] = numbers(execFileSync(java, [source, ...paths], { encoding: 'utf8' }))
    }
    for (const [program, found] of Object.entries(counts)) {
      const wrong = whole.filter((_, index) => found[index] !== expected[index]).map(({ name }) => name)
      expect([program, wrong]).toEqual([program, []])
    }
  })

  it('what is repaired equals the original’s bytes, and nothing is lost in silence', async () => {
    const wrong: string[] = []
    let repaired = 0
    for (const { name, text, pem, count } of FILES) {
      const reading = await read(text)
      if (reading.repaired) repaired++
      if (reading.repaired && reading.repaired.text !== pem) wrong.push(`repaired otherwise: ${name}`)
      else if (reading.isWhole && reading.certificates.length !== count) wrong.push(`called whole, and lost: ${name}`)
      else if (!reading.repaired && !reading.isWhole) wrong.push(`not repaired: ${name}`)
    }
    expect(wrong).toEqual([])
    // Most of what happens to files is undone.
    expect(repaired).toBeGreaterThan(FILES.length * 0.7)
    expect(body(ONE).length).toBeGreaterThan(100)
  })
})
