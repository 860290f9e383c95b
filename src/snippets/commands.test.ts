import { spawnSync } from 'node:child_process'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { caCommands, clientCommands } from './commands.ts'
import { commandLine, quote } from './shell.ts'

/** What a real POSIX shell makes of a command line: its words. Nothing but printf is ever run. */
const wordsOfSh = (line: string): string[] => {
  const { status, stdout } = spawnSync('sh', ['-c', `printf '%s\\0' ${line}`], { encoding: 'utf8' })
  expect(status).toBe(0)
  return stdout.split('\0').slice(0, -1)
}

/** What PowerShell makes of one quoted word (about_Quoting_Rules): doubled quotes stand for one, nothing else is special. */
const wordOfPowerShell = (text: string): string => {
  if (!text.startsWith("'")) return text
  const inner = text.slice(1, -1)
  expect(inner.replace(/(['\u2018-\u201b])\1/g, '')).not.toMatch(/['\u2018-\u201b]/)
  return inner.replace(/(['\u2018-\u201b])\1/g, '$1')
}

const HOSTILE = [
  "'; rm -rf ~; '",
  '$(reboot)',
  '`reboot`',
  '"; reboot; "',
  '-rf',
  '--help',
  'a b',
  'a\nb',
  'a\\',
  '*',
  '~root',
  '!!',
  '#',
  '%PATH%',
  '$env:PATH',
  '‘;reboot;’',
  '名前 🦀',
  '',
]

describe('quote', () => {
  it.each(HOSTILE)('%j stays one word for sh and for PowerShell', (word) => {
    expect(wordsOfSh(quote('sh', word))).toEqual([word])
    expect(wordOfPowerShell(quote('powershell', word))).toBe(word)
  })

  it('any text stays one word', () => {
    const text = fc.string({ unit: 'binary' }).filter((word) => !word.includes('\0'))
    fc.assert(
      fc.property(fc.array(text, { minLength: 20, maxLength: 20 }), (words) => {
        expect(wordsOfSh(words.map((word) => quote('sh', word)).join(' '))).toEqual(words)
        for (const word of words) expect(wordOfPowerShell(quote('powershell', word))).toBe(word)
      }),
      { seed: 20261123, numRuns: 100 },
    )
  })

  it('leaves plain words as they are', () => {
    expect(commandLine('sh', ['avn', '--project=demo-shop'], 'events')).toBe('avn --project=demo-shop events')
  })
})

describe('commands', () => {
  it('are those of avn, with the names as they are', () => {
    expect(clientCommands('sh', 'demo-shop', 'events', 'avnadmin').map(({ text }) => text)).toEqual([
      'avn service user-creds-download --project=demo-shop --username=avnadmin --target-directory=. events',
      'avn service user-kafka-java-creds --project=demo-shop --username=avnadmin --target-directory=. events',
    ])
    expect(caCommands('powershell', 'demo-shop')[0]?.text).toBe(
      "avn project ca-get --project=demo-shop '--target-filepath=ca.pem'",
    )
  })

  it.each(HOSTILE)('name %j is never more than a name', (name) => {
    const [download] = clientCommands('sh', name, name, name)
    const words = wordsOfSh(download?.text ?? '')
    expect(words.slice(0, 6)).toEqual([
      'avn',
      'service',
      'user-creds-download',
      `--project=${name}`,
      `--username=${name}`,
      '--target-directory=.',
    ])
    expect(words.slice(6)).toEqual(name.startsWith('-') ? ['--', name] : [name])
    const [, fetch] = caCommands('sh', name)
    expect(fetch?.text).toContain(`/project/${encodeURIComponent(name)}/kms/ca`.replaceAll("'", `'\\''`))
  })

  it('hold no token', () => {
    for (const { text } of [...caCommands('sh', 'p'), ...caCommands('powershell', 'p')]) {
      expect(text.replace('$AIVEN_TOKEN', '').replace('$env:AIVEN_TOKEN', '')).not.toMatch(/TOKEN/)
    }
  })
})
