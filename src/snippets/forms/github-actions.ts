import { FILE_NAMES } from '../../crypto/files.ts'
import { pemName, VARIABLES, type Form } from './form.ts'

/** gh drops the line break at the end of what it reads (github.com/cli/cli, pull request 5086); the step adds it again. */
export const GITHUB_ACTIONS: Form = {
  id: 'github-actions',
  label: 'GitHub Actions secret',
  note: (source) =>
    `Save ${pemName(source)} first (format PEM). A secret can have several lines. If a tool needs one line, store Base64 and decode it in the step.`,
  files: (source) => {
    const name = VARIABLES[source.kind]
    const target = FILE_NAMES[source.kind]
    return [
      {
        name: `set-${name.toLowerCase().replace('_', '-')}.sh`,
        what: 'In the repository’s folder, with gh logged in:',
        content: `gh secret set ${name} < ${pemName(source)}\n`,
        secret: false,
      },
      {
        name: 'step.yml',
        what: 'A step of a workflow that writes the file again:',
        content: `- name: Write ${target}
  env:
    ${name}: \${{ secrets.${name} }}
  run: |
    umask 077
    printf '%s\\n' "$${name}" > ${target}
`,
        secret: false,
      },
    ]
  },
}
