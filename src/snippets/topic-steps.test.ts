import { spawnSync } from 'node:child_process'

import { describe, expect, it } from 'vitest'

import { UnwritableError } from './escape.ts'
import { loadGuide, renderTopic, type ConnectionFacts } from './guide.ts'
import { GUIDES } from './guides.ts'

const FACTS: ConnectionFacts = {
  project: 'p',
  service: 'events',
  protocol: 'kafka',
  component: 'kafka',
  host: 'events.example.com',
  port: 9093,
  user: 'avnadmin',
  authentication: 'certificate',
  trust: 'project-ca',
  directory: '',
}
const SASL: ConnectionFacts = { ...FACTS, authentication: 'sasl', mechanism: 'SCRAM-SHA-256', trust: 'public-ca' }

const guides = (await Promise.all(GUIDES.map(loadGuide))).filter((guide) => guide.topic && guide.applies(FACTS))
const CHECKS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  python: ['python3', '-c', 'import ast, sys; ast.parse(sys.stdin.read())'],
  javascript: [process.execPath, '--check', '--input-type=module', '-'],
}

describe('what a guide does with a topic', () => {
  it('is there for every client of Kafka that runs', () => {
    expect(guides.map(({ id }) => id)).toEqual([
      'kcat',
      'kafka-python',
      'confluent-kafka',
      'kafkajs',
      'java-keystore',
      'java-pem',
    ])
  })

  for (const guide of guides) {
    it(`${guide.id}: a producer and a consumer, with the topic's name in them, on each system`, () => {
      for (const facts of [FACTS, SASL])
        for (const system of ['linux', 'macos', 'windows'] as const) {
          if (!guide.applies(facts)) continue
          const steps = renderTopic(guide, facts, system, 'orders.created')
          expect(steps).toHaveLength(2)
          for (const { file, run } of steps) expect(file?.text ?? run.text).toContain('orders.created')
          expect(new Set(steps.map(({ title }) => title)).size).toBe(2)
        }
    })

    it(`${guide.id}: a name of any signs stays a name`, () => {
      const name = `a"; import os #'\\ \${x}`
      for (const { file, run } of renderTopic(guide, FACTS, 'linux', name)) {
        const check = file && CHECKS[file.language]
        if (!check) {
          expect(run.text).toMatch(/'a"; import os #'\\'/)
          continue
        }
        const [program, ...args] = check
        const { status, stderr } = spawnSync(program, args, { input: file.text, encoding: 'utf8' })
        expect([status, stderr]).toEqual([0, ''])
      }
    })
  }

  it('is refused where no client can be given the name', () => {
    for (const guide of guides) expect(() => renderTopic(guide, FACTS, 'linux', 'a\0b')).toThrow(UnwritableError)
  })
})
