import { lineValue } from '../escape.ts'
import type { Template } from '../guide.ts'
import { KCAT } from './installs.ts'
import { librdkafkaSettings, passwordOr, usesSasl } from './kafka.ts'
import { command, neededFiles } from './parts.ts'

/** Settings go into a file, so that no password stands on a command line, which others on the machine can list. */
export const kcat: Template = {
  render: (facts, system) => {
    const sasl = usesSasl(facts)
    const settings = [
      ...librdkafkaSettings(facts, system),
      ...(sasl ? [['sasl.password', passwordOr(facts)] as const] : []),
    ]
    return {
      needs: neededFiles(facts),
      install: KCAT[system],
      files: [
        {
          name: 'kcat.conf',
          language: 'conf',
          text: `${settings.map(([key, value]) => `${key}=${lineValue(value, key)}`).join('\n')}\n`,
          secret: sasl && facts.password !== undefined,
        },
      ],
      environment: [],
      run: command(system, ['kcat', '-F', 'kcat.conf', '-L']),
      success: 'Metadata for all topics',
      notes:
        sasl && facts.mechanism !== 'PLAIN'
          ? [
              'Debian 12’s kcat (librdkafka 2.0.2) can’t log in to Kafka 4 with SCRAM: it says “Authentication failed” whatever the password. Newer versions can.',
            ]
          : [],
    }
  },
  topic: (_, system, topic) => {
    const run = (...words: readonly string[]) => command(system, ['kcat', '-F', 'kcat.conf', ...words])
    const produce = run('-P', '-t', topic)
    return [
      { title: 'Write a message', run: { ...produce, text: `echo hello | ${produce.text}` } },
      { title: 'Read from the beginning', run: run('-C', '-t', topic, '-o', 'beginning', '-e') },
    ]
  },
}
