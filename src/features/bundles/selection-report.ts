/** The result of making bundles for many services. */

export interface BundleOutcome {
  readonly project: string
  readonly service: string
  /** Folder in the archive, if it has one. */
  readonly folder: string | undefined
  /** A sentence: what the folder contains, or why there is none. */
  readonly text: string
  readonly failed: boolean
}

/** A text file for the archive with one line per service, failures first. */
export const reportText = (outcomes: readonly BundleOutcome[], now: Date): string => {
  const failed = outcomes.filter((outcome) => outcome.failed)
  const line = ({ project, service, folder, text }: BundleOutcome) =>
    `  ${project}/${service}${folder === undefined ? '' : ` (${folder}/)`}: ${text}`.replace(
      /[\p{Cc}\p{Zl}\p{Zp}]/gu,
      '?',
    )
  const section = (title: string, some: readonly BundleOutcome[]) =>
    some.length === 0 ? '' : `\n${title}\n${some.map(line).join('\n')}\n`
  return `Bundles of ${String(outcomes.length)} services, made on ${now.toISOString().slice(0, 10)}: ${String(outcomes.length - failed.length)} made, ${String(failed.length)} not.
${section('NOT MADE', failed)}${section(
    'MADE',
    outcomes.filter((outcome) => !outcome.failed),
  )}`
}
