import { lineValue } from '../escape.ts'
import type { Snippet, System, Template } from '../guide.ts'
import { KCAT } from './installs.ts'
import { librdkafkaSettings, passwordOr, usesSasl } from './kafka.ts'
import { command, neededFiles } from './parts.ts'

/**
 * librdkafka before 2.0 checks the host name only when told to. An argument, because kcat drops this setting from a file
 * (seen with 1.7.1: `kcat -F kcat.conf -X dump`).
 */
const CHECK_NAME = ['ssl.endpoint.identification.algorithm', 'https'] as const

const kcatCommand = (system: System, ...words: readonly string[]): Snippet =>
  command(system, ['kcat', '-F', 'kcat.conf', '-X', CHECK_NAME.join('='), ...words])

/** Settings go into a file, so that no password stands on a command line, which others on the machine can list. */
export const kcat: Template = {
  render: (facts, system) => {
    const sasl = usesSasl(facts)
    const settings = [
      ...librdkafkaSettings(facts, system).filter(([key]) => key !== CHECK_NAME[0]),
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
      run: kcatCommand(system, '-L'),
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
    const produce = kcatCommand(system, '-P', '-t', topic)
    return [
      { title: 'Write a message', run: { ...produce, text: `echo hello | ${produce.text}` } },
      { title: 'Read from the beginning', run: kcatCommand(system, '-C', '-t', topic, '-o', 'beginning', '-e') },
    ]
  },
}
