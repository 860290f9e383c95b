/** Parses the states of a service's nodes. Not part of the service's schema, because only this page shows them. */
import * as v from 'valibot'

import type { Service } from '../../api/service.ts'

const text = v.fallback(v.optional(v.string()), undefined)
const number = v.fallback(v.optional(v.number()), undefined)

const ProgressSchema = v.object({
  phase: text,
  completed: v.fallback(v.boolean(), false),
  current: number,
  min: number,
  max: number,
})

const NodeStateSchema = v.object({
  name: text,
  state: text,
  role: text,
  progress_updates: v.fallback(v.array(ProgressSchema), []),
})
export type NodeState = v.InferOutput<typeof NodeStateSchema>

/** The nodes, with whatever can't be read of them left out. */
export const readNodes = ({ node_states }: Service): NodeState[] =>
  node_states.map((node) => v.parse(NodeStateSchema, node))

/** How far a phase is, from 0 to 1; undefined where the API doesn't say. */
export const phaseDone = ({ current, min = 0, max }: NodeState['progress_updates'][number]): number | undefined =>
  current === undefined || max === undefined || max <= min
    ? undefined
    : Math.min(Math.max((current - min) / (max - min), 0), 1)
