import { useState } from 'react'

import type { Command } from '../../snippets/commands.ts'
import { UnwritableError } from '../../snippets/escape.ts'
import type { Shell } from '../../snippets/shell.ts'
import { Choice } from '../../ui/choice.tsx'
import { CodeSnippet } from './code-snippet.tsx'

const SHELLS: readonly { readonly value: Shell; readonly label: string }[] = [
  { value: 'sh', label: 'sh, bash, zsh' },
  { value: 'powershell', label: 'PowerShell' },
]

/** The shell that users of this system most likely have. */
const usualShell = (): Shell => (navigator.userAgent.includes('Windows') ? 'powershell' : 'sh')

interface AsCommandProps {
  /** What the commands fetch: "CA certificate". */
  what: string
  commands: (shell: Shell) => readonly Command[]
  /** What to know before running them, as a sentence. */
  note?: string | undefined
  /** Open from the start, if the command is the main thing here. */
  open?: boolean
}

/** @returns a sentence that says why there are no commands, if a name can't be written in one */
const tryCommands = (commands: AsCommandProps['commands'], shell: Shell): readonly Command[] | string => {
  try {
    return commands(shell)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return error.message
  }
}

/** The same download as a shell command, collapsed by default. */
export const AsCommand = ({ what, commands, note, open = false }: AsCommandProps) => {
  const [shell, setShell] = useState(usualShell)
  const written = tryCommands(commands, shell)
  return (
    <details open={open}>
      <summary className="min-h-6 text-accent">Command line</summary>
      <div className="space-y-3 pt-2">
        <Choice
          legend="Shell"
          value={shell}
          options={SHELLS}
          onChange={(value) => {
            setShell(value === 'powershell' ? 'powershell' : 'sh')
          }}
        />
        {note !== undefined && (
          <p data-testid="command-note" className="text-xs">
            {note}
          </p>
        )}
        {typeof written === 'string' ? (
          <p data-testid="no-command" className="wrap-anywhere">
            {written}
          </p>
        ) : (
          written.map((command, index) => (
            <div key={command.what} className="space-y-1">
              <p className="text-xs text-muted">{command.what}</p>
              <CodeSnippet label={`command ${String(index + 1)} for the ${what}`} text={command.text} printable />
            </div>
          ))
        )}
      </div>
    </details>
  )
}
