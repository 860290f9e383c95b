import { spawnSync } from 'node:child_process'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { HIDDEN, SEEN } from '../lib/testing/hostile-names.ts'
import { hidesSomething } from '../lib/visible-text.ts'
import { caCommands, clientCommands } from './commands.ts'
import { UnwritableError } from './escape.ts'
import { commandLine, quote, setVariable } from './shell.ts'
import { writeCommands } from './write-commands.ts'

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

describe('quote', () => {
  it.each(SEEN)('%j stays one word for sh and for PowerShell', (word) => {
    expect(wordsOfSh(quote('sh', word))).toEqual([word])
    expect(wordOfPowerShell(quote('powershell', word))).toBe(word)
  })

  it.each(HIDDEN)('%j is refused', (word) => {
    for (const shell of ['sh', 'powershell'] as const) {
      expect(() => quote(shell, word)).toThrow(UnwritableError)
      expect(() => setVariable(shell, 'PGPASSWORD', word, 'password')).toThrow(UnwritableError)
    }
  })

  it('says nothing of a secret that it refuses', () => {
    expect(() => setVariable('sh', 'PGPASSWORD', 'S3cret\u202e', 'password')).toThrow(/^(?!.*S3cret).*password/)
    expect(() => quote('sh', '{"new_password":"S3cret\u{e0041}"}', 'the body')).toThrow(/^(?!.*S3cret).*the body/)
  })

  it('any text stays one word', () => {
    const text = fc.string({ unit: 'binary' }).filter((word) => !hidesSomething(word))
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

  it.each(SEEN)('name %j is never more than a name', (name) => {
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

describe('commands of a change', () => {
  const update = {
    operation: 'ServiceUpdate',
    method: 'PUT',
    path: '/project/demo-shop/service/events',
    params: { project: 'demo-shop', service_name: 'events' },
  }
  const texts = (request: Parameters<typeof writeCommands>[1]) => writeCommands('sh', request).map(({ text }) => text)

  it.each([
    [{ powered: false }, 'avn service update --power-off --project=demo-shop events'],
    [{ powered: true }, 'avn service update --power-on --project=demo-shop events'],
    [{ termination_protection: true }, 'avn service update --enable-termination-protection --project=demo-shop events'],
    [
      { powered: true, termination_protection: false },
      'avn service update --power-on --disable-termination-protection --project=demo-shop events',
    ],
  ])('%j is %s', (body, avn) => {
    expect(texts({ ...update, body })[0]).toBe(avn)
  })

  const create = { operation: 'ServiceCreate', method: 'POST', path: '/project/p/service', params: { project: 'p' } }
  const needed = { service_name: 'new-db', service_type: 'pg', plan: 'business-4', cloud: 'aws-eu-west-1' }
  const OPTIONS = '--service-type=pg --plan=business-4 --cloud=aws-eu-west-1'

  it.each([
    [{}, [`avn service create ${OPTIONS} --project=p new-db`]],
    [
      { project_vpc_id: null, disk_space_mb: 20_480, termination_protection: true },
      [
        `avn service create ${OPTIONS} --disk-space-gib=20 --no-project-vpc --enable-termination-protection --project=p new-db`,
      ],
    ],
    [
      {
        maintenance: { dow: 'monday', time: '03:00:00' },
        tags: { team: 'a b', home: 'a/b' },
        user_config: { pg_version: '17', ip_filter: ['10.0.0.0/8'], service_to_fork_from: 'old-db' },
      },
      [
        `avn service create ${OPTIONS} -c pg_version=17 -c 'ip_filter=["10.0.0.0/8"]' --service-to-fork-from=old-db --project=p new-db`,
        'avn service update --maintenance-dow=monday --maintenance-time=03:00:00 --project=p new-db',
        "avn service tags update '--add-tag=team=a b' --project=p new-db",
      ],
    ],
  ])('a new service with %j is %j', (more, avn) => {
    expect(texts({ ...create, body: { ...needed, ...more } }).slice(0, -1)).toEqual(avn)
  })

  it('name no avn where avn has no word for a part of the request', () => {
    const commands = texts({ ...update, body: { powered: true, disk_space_mb: 81_920 } })
    expect(commands).toHaveLength(1)
    expect(commands[0]).toContain('{"powered":true,"disk_space_mb":81920}')
  })

  it('hold the request with its query, and neither a token nor what the answer says', () => {
    const request = { ...update, query: { allow_unclean_poweroff: 'false' }, body: { powered: false } }
    expect(texts(request)[1]).toBe(
      `printf 'Authorization: aivenv1 %s' "$AIVEN_TOKEN" | curl -sS -o /dev/null -w '%{http_code}\\n' -H @- -X PUT -H 'content-type: application/json' -d '{"powered":false}' 'https://api.aiven.io/v1/project/demo-shop/service/events?allow_unclean_poweroff=false'`,
    )
    expect(writeCommands('powershell', request)[1]?.text).toBe(
      `Invoke-RestMethod -Method PUT -Headers @{ Authorization = "aivenv1 $env:AIVEN_TOKEN" } -ContentType 'application/json' -Body '{"powered":false}' -Uri 'https://api.aiven.io/v1/project/demo-shop/service/events?allow_unclean_poweroff=false' | Out-Null`,
    )
  })

  it.each(SEEN)('name %j is never more than a name', (name) => {
    const params = { project: name, service_name: name }
    const words = wordsOfSh(texts({ ...update, operation: 'ServiceDelete', method: 'DELETE', params })[0] ?? '')
    expect(words.slice(0, 4)).toEqual(['avn', 'service', 'terminate', `--project=${name}`])
    expect(words.at(-1)).toBe(name)
  })
})
