/** A new service as commands of avn, made from the very request that creates it. */
import { addTagOption } from './avn-settings.ts'
import type { Command } from './commands.ts'
import { jsonText } from './escape.ts'
import { commandLine, type Shell } from './shell.ts'

/** Settings with their own option; all others use `-c`. */
const OPTIONS: Readonly<Record<string, string>> = {
  service_to_fork_from: '--service-to-fork-from',
  recovery_target_time: '--recovery-target-time',
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : jsonText(value))

const settingWords = (config: object): string[] =>
  Object.entries(config).flatMap(([name, value]) => {
    const option = OPTIONS[name]
    return option === undefined ? ['-c', `${name}=${textOf(value)}`] : [`${option}=${textOf(value)}`]
  })

/** Commands for what avn can't set when it creates the service. */
const afterwards = (body: Readonly<Record<string, unknown>>): (readonly [what: string, words: string[]])[] => {
  const { maintenance, tags } = body as {
    maintenance?: { dow: string; time: string }
    tags?: Readonly<Record<string, string>>
  }
  const tagOptions = Object.entries(tags ?? {}).flatMap(([key, value]) => addTagOption(key, value) ?? [])
  return [
    ...(maintenance
      ? ([
          [
            'Then the maintenance window.',
            ['update', `--maintenance-dow=${maintenance.dow}`, `--maintenance-time=${maintenance.time}`],
          ],
        ] as const)
      : []),
    ...(tagOptions.length > 0 ? ([['Then the tags.', ['tags', 'update', ...tagOptions]]] as const) : []),
  ].map(([what, words]) => [what, [...words]])
}

/** A sentence about tags whose values avn refuses. */
const refusedTags = (tags: object): string[] => {
  const keys = Object.entries(tags).flatMap(([key, value]) =>
    addTagOption(key, textOf(value)) === undefined ? [key] : [],
  )
  return keys.length === 0 ? [] : [`It rejects the values of these tags: ${keys.join(', ')}.`]
}

/**
 * `avn service create`, and the commands that must follow it.
 * @param body the body of `POST …/service`
 */
export const createCommands = (shell: Shell, project: string, body: Readonly<Record<string, unknown>>): Command[] => {
  const { service_name: name, service_type, plan, cloud, project_vpc_id: vpc, disk_space_mb: disk } = body
  const line = (words: readonly string[]) =>
    commandLine(shell, ['avn', 'service', ...words, `--project=${project}`], textOf(name))
  const create = [
    'create',
    `--service-type=${textOf(service_type)}`,
    `--plan=${textOf(plan)}`,
    `--cloud=${textOf(cloud)}`,
    ...(typeof disk === 'number' ? [`--disk-space-gib=${String(disk / 1024)}`] : []),
    ...(vpc === null ? ['--no-project-vpc'] : typeof vpc === 'string' ? [`--project-vpc-id=${vpc}`] : []),
    ...(body['termination_protection'] === true ? ['--enable-termination-protection'] : []),
    ...settingWords(body['user_config'] ?? {}),
  ]
  const what = [
    'With avn, logged in.',
    ...(body['copy_tags'] === true ? ["It doesn't copy the source's tags."] : []),
    ...refusedTags(body['tags'] ?? {}),
  ].join(' ')
  return [{ what, text: line(create) }, ...afterwards(body).map(([said, words]) => ({ what: said, text: line(words) }))]
}
