/** How cases of libraries are written: one text for each way to say its settings. */
type Verdicts = Readonly<Record<string, string>>
export type Cases = readonly (readonly [string, Verdicts])[]

export const HOST = 'h.example.com'
export const SECRET = 'S3cr3tS3cr3t'

/** One library: how a text is written with some settings, its name, and what each of them comes to. */
export const libraryCases = (
  client: string,
  write: (settings: string) => string,
  rows: Readonly<Record<string, string>>,
): Cases => Object.entries(rows).map(([settings, verifies]) => [write(settings), { [client]: verifies }] as const)
