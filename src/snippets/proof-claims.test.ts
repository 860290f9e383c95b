/** What is claimed of a guide's run. */
import { expect, it, vi } from 'vitest'

import type { Outcome, ProofCase } from './proof.ts'
import { proofRun } from './proof-runs.ts'

const GOOD: Readonly<Record<ProofCase, Outcome>> = {
  right: 'connected',
  rogue: 'refused',
  wrongHost: 'refused',
  expired: 'refused',
}
const { outcomes } = vi.hoisted(() => ({ outcomes: { right: 'not run' } }))

vi.mock('./proof.ts', () => ({ PROOFS: { guide: { client: 'c', version: '1', date: '2026-11-23', outcomes } } }))

it('a guide that connects and refuses every impostor verifies', () => {
  Object.assign(outcomes, GOOD)
  expect(proofRun('guide')?.outcome).toBe('impostors refused')
})

it.each(
  (['right', 'rogue', 'wrongHost', 'expired'] as const).flatMap((server) =>
    (['connected', 'refused', 'leaked', 'not run'] as const)
      .filter((outcome) => outcome !== GOOD[server])
      .map((outcome) => [server, outcome] as const),
  ),
)('nothing is claimed of a guide that, with the server %s, %s', (server, outcome) => {
  Object.assign(outcomes, GOOD, { [server]: outcome })
  expect(proofRun('guide')).toBeUndefined()
})
