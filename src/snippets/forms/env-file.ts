import { isSecret, stemOf, unixText, VARIABLES, type Form } from './form.ts'

/** PEM holds no quote and nothing else that means anything between single quotes, neither to a shell nor to dotenv. */
export const ENV_FILE: Form = {
  id: 'env',
  label: '.env',
  note: () =>
    String.raw`One quoted value of several lines, for dotenv and a shell's source. docker --env-file takes only one line: use Base64.`,
  files: (source) => [
    {
      name: `${stemOf(source)}.env`,
      content: `${VARIABLES[source.kind]}='${unixText(source)}'\n`,
      secret: isSecret(source),
    },
  ],
}
