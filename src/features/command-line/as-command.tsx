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

/** The shell that people of this system are likely to have. */
const usualShell = (): Shell => (navigator.userAgent.includes('Windows') ? 'powershell' : 'sh')

interface AsCommandProps {
  /** What the commands fetch: "CA certificate". */
  what: string
  commands: (shell: Shell) => readonly Command[]
  /** Anything to know beforehand, as a sentence. */
  note?: string | undefined
  /** Unfolded from the start, where the command is what the place is about. */
  open?: boolean
}

/** @returns why there are none, as a sentence, where a name can stand in no command */
const tryCommands = (commands: AsCommandProps['commands'], shell: Shell): readonly Command[] | string => {
  try {
    return commands(shell)
  } catch (error) {
    if (!(error instanceof UnwritableError)) throw error
    return error.message
  }
}

/** The same download for a shell, folded away until someone wants it. */
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
