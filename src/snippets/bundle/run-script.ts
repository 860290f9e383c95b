import type { Rendered, System } from '../guide.ts'

/** The guide's commands as a script that runs in its own folder. undefined: the client has none. */
export const runScript = (
  { prepare, run, environment }: Rendered,
  system: System,
): { name: string; text: string } | undefined => {
  if (!run) return undefined
  const commands = [...(prepare ? [prepare.text] : []), run.text].join('\n')
  const names = environment.map(({ name }) => name)
  if (system === 'windows') {
    const checks = names.map(
      (name) => `if (-not $env:${name}) { Write-Output 'Set ${name} first: see README.txt.'; exit 2 }\n`,
    )
    return { name: 'run.ps1', text: `Set-Location -LiteralPath $PSScriptRoot\n${checks.join('')}${commands}\n` }
  }
  const checks = names.map((name) => `: "\${${name}:?Set it first: see README.txt}"\nexport ${name}\n`)
  return { name: 'run.sh', text: `#!/bin/sh\nset -eu\ncd "$(dirname "$0")"\n${checks.join('')}${commands}\n` }
}
