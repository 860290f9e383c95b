import type { Service } from '../../api/service.ts'
import { stateWord } from '../../features/services/service-status.tsx'
import { phaseDone, readNodes, type NodeState } from './node-states.ts'
import { lookup } from '../../lib/lookup.ts'

/** States of a node, as Aiven's API document names them. */
const NODE_STATES: Record<string, string> = {
  leaving: 'Leaving',
  running: 'Running',
  setting_up_vm: 'Setting up its machine',
  syncing_data: 'Copying data',
  timing_out: 'Not answering',
  unknown: 'State unknown',
}

/** Phases of copying data to a new node. */
const PHASES: Record<string, string> = {
  prepare: 'Preparing',
  basebackup: 'Copying the base backup',
  basebackup_prepare: 'Preparing the base backup',
  stream: 'Catching up with changes',
  finalize: 'Finishing',
}

/** Browsers have no common way to colour it. */
const BAR =
  'h-2 w-48 appearance-none overflow-hidden rounded-full border border-control bg-surface [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-surface [&::-webkit-progress-value]:bg-accent'

const percent = () => new Intl.NumberFormat('en', { style: 'percent' })

const NodeProgress = ({ node }: { node: NodeState }) => {
  const { name = 'A node', state, role, progress_updates: updates } = node
  const step = updates.findIndex(({ completed }) => !completed)
  const update = updates[step]
  const part = update && phaseDone(update)
  const phase = update && (lookup(PHASES, update.phase ?? '') ?? update.phase ?? 'At work')
  return (
    <li className="grid gap-x-4 gap-y-1 sm:grid-cols-[14rem_1fr]">
      <span className="wrap-anywhere">
        {name}
        {role !== undefined && <span className="text-muted"> ({role})</span>}
      </span>
      <span>
        {lookup(NODE_STATES, state ?? 'unknown') ?? state}
        {update && (
          <span className="mt-1 flex flex-wrap items-center gap-x-3">
            <progress
              aria-label={`${name}: ${String(phase)}`}
              {...(part !== undefined && { value: part })}
              className={part === undefined ? 'h-2 w-48' : BAR}
            />
            <span className="text-xs">
              {phase}, step {step + 1} of {updates.length}
              {part !== undefined && `, ${percent().format(part)}`}
            </span>
          </span>
        )}
      </span>
    </li>
  )
}

/** The progress of Aiven's changes to the service, node by node. */
export const ServiceProgress = ({ service }: { service: Service }) => {
  const { state } = service
  const nodes = readNodes(service)
  const running = nodes.filter((node) => node.state === 'running').length
  return (
    <section aria-labelledby="progress" className="space-y-2 rounded-md bg-busy-ground px-3 py-2 print:hidden">
      <h2 id="progress" className="font-semibold text-busy">
        {stateWord(state)}
        {nodes.length > 0 && `: ${String(running)} of ${String(nodes.length)} nodes running`}
      </h2>
      {running < nodes.length && (
        <ul className="space-y-2">
          {nodes.map((node, index) => (
            <NodeProgress key={`${node.name ?? ''}-${String(index)}`} node={node} />
          ))}
        </ul>
      )}
      <p className="text-xs text-muted">Updates automatically.</p>
    </section>
  )
}
