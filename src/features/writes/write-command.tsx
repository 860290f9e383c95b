import { OPERATIONS, operationPath } from '../../api/operations.ts'
import type { ServiceWrite } from '../../api/service-write.ts'
import type { Shell } from '../../snippets/shell.ts'
import { writeCommands } from '../../snippets/write-commands.ts'
import { AsCommand } from '../command-line/as-command.tsx'

interface WriteCommandProps {
  request: ServiceWrite
  /** What Terraform makes of it, as a sentence. */
  terraform?: string | undefined
}

/** "Command line" of a change: made from the very request that is sent. */
export const WriteCommand = ({ request, terraform }: WriteCommandProps) => {
  const { operation, params } = request
  const wire = { ...request, method: OPERATIONS[operation].method, path: operationPath(operation, params) }
  return <AsCommand what="change" note={terraform} commands={(shell: Shell) => writeCommands(shell, wire)} />
}
