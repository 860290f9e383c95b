import { OPERATIONS, operationPath } from '../../api/operations.ts'
import type { ServiceWrite } from '../../api/service-write.ts'
import type { Shell } from '../../snippets/shell.ts'
import { commandsOfAll } from '../../snippets/write-commands.ts'
import type { WriteRequest } from '../../snippets/write-request.ts'
import { AsCommand } from '../command-line/as-command.tsx'

const wireOf = (request: ServiceWrite): WriteRequest => {
  const { operation, params } = request
  return { ...request, method: OPERATIONS[operation].method, path: operationPath(operation, params) }
}

interface WriteCommandProps {
  /** One change, or the same of several services. */
  request: ServiceWrite | readonly ServiceWrite[]
  /** How Terraform reacts to the change, as a sentence. */
  terraform?: string | undefined
}

/** "Command line" of a change, made from the same requests that are sent. */
export const WriteCommand = ({ request, terraform }: WriteCommandProps) => {
  const wires = [request].flat().map(wireOf)
  return <AsCommand what="change" note={terraform} commands={(shell: Shell) => commandsOfAll(shell, wires)} />
}
