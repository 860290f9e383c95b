import type { ReactNode } from 'react'

import { CodeSnippet } from '../../../features/command-line/code-snippet.tsx'
import { UnwritableError } from '../../../snippets/escape.ts'
import type { Guide, Rendered, Snippet, Variable } from '../../../snippets/guide.ts'
import { ANOTHER_CLIENT } from '../../../snippets/guides.ts'
import { PASSWORD_PLACEHOLDER } from '../../../snippets/guides/parts.ts'
import { setVariable, type Shell } from '../../../snippets/shell.ts'
import { SaveButton } from '../../../ui/save-button.tsx'
import { FieldMap } from './field-map.tsx'

const Secret = () => (
  <p data-testid="holds-password" className="text-xs text-required">
    It holds a secret.
  </p>
)

interface Step {
  readonly title: string
  readonly content?: ReactNode
  /** Beside the text where there is room. */
  readonly code?: ReactNode
}

const installStep = (name: string, { install }: Rendered): Step => ({
  title: `Get ${name}`,
  content: <p>{install.what}</p>,
  code: install.command !== undefined && (
    <CodeSnippet label="command to install" text={install.command} whole printable />
  ),
})

/** A command with the value if it can be written there, else one that asks for it. */
const variableCommand = (shell: Shell, { name, what, value }: Variable): string => {
  try {
    return setVariable(shell, name, value, what)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return setVariable(shell, name, undefined, 'value')
  }
}

const variableSteps = ({ environment, run }: Rendered): Step[] =>
  environment.map(({ name, what, value }) => ({
    title: `Set ${name}`,
    content: (
      <>
        <p>
          The client takes the {what} from this variable.
          {value === undefined && ' The shell waits for it without showing it: type or paste it, then press Enter.'}
        </p>
        {value !== undefined && <Secret />}
      </>
    ),
    code: (
      <CodeSnippet
        label={`command that sets ${name}`}
        text={variableCommand(run?.language === 'powershell' ? 'powershell' : 'sh', { name, what, value })}
        whole
        printable={value === undefined}
      />
    ),
  }))

const fileSteps = ({ files }: Rendered): Step[] =>
  files.map(({ name, text, secret }) => ({
    title: `Save ${name}`,
    content: (
      <>
        {secret && <Secret />}
        {text.includes(PASSWORD_PLACEHOLDER) && <p>Replace {PASSWORD_PLACEHOLDER} with the password.</p>}
      </>
    ),
    code: (
      <CodeSnippet
        label={name}
        text={text}
        whole
        printable={!secret}
        actions={
          <SaveButton variant="quiet" label={`Download ${name}`} name={name} content={() => text} type="text/plain">
            Download
          </SaveButton>
        }
      />
    ),
  }))

const commandStep = (title: string, label: string, { text, secret }: Snippet, below?: ReactNode): Step => ({
  title,
  content: (
    <>
      {secret && <Secret />}
      {below}
    </>
  ),
  code: <CodeSnippet label={label} text={text} whole printable={!secret} />,
})

const runStep = (run: Snippet, { input, success }: Rendered): Step =>
  commandStep(
    'Run it',
    'command to run',
    run,
    <p className="text-muted">
      {input !== undefined && (
        <>
          Then type <code className="font-mono">{input}</code> and press Enter.{' '}
        </>
      )}
      {success !== undefined && (
        <>
          Success looks like: <code className="font-mono">{success}</code>.
        </>
      )}
    </p>,
  )

interface ConnectStepsProps {
  guide: Guide
  rendered: Rendered
  /** The rows that hand over the files, or why there are none. */
  files: ReactNode
}

/** The numbered steps to a connection. */
export const ConnectSteps = ({ guide, rendered, files }: ConnectStepsProps) => {
  const { needs, prepare, run, fields, notes } = rendered
  const client = guide === ANOTHER_CLIENT ? 'your client' : guide.name
  const steps: Step[] = [
    installStep(client, rendered),
    {
      title: needs.length > 0 ? `Download ${needs.map(({ name }) => name).join(', ')}` : 'No file to download',
      content: files,
    },
    ...(prepare ? [commandStep('Put key and certificate into one file', 'command that joins the files', prepare)] : []),
    ...variableSteps(rendered),
    ...fileSteps(rendered),
    ...(fields ? [{ title: `Fill in ${client}`, content: <FieldMap fields={fields} /> }] : []),
    ...(run ? [runStep(run, rendered)] : []),
  ]
  return (
    <>
      {notes.map((note) => (
        <p key={note} className="max-w-prose text-muted">
          {note}
        </p>
      ))}
      <ol className="space-y-6">
        {steps.map(({ title, content, code }, index) => (
          <li key={title} className={code ? 'grid gap-x-6 gap-y-2 lg:grid-cols-[18rem_minmax(0,1fr)]' : undefined}>
            <div className="min-w-0 space-y-2">
              <h3 className="font-semibold wrap-anywhere">
                {index + 1}. {title}
              </h3>
              {content}
            </div>
            {code && <div className="min-w-0">{code}</div>}
          </li>
        ))}
      </ol>
    </>
  )
}
