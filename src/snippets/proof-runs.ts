/** Results of the proof by id: guides that verify the server, and settings that only seem to. */
import { PROOFS, type Outcome } from './proof.ts'
import traps from './traps.json' with { type: 'json' }

export interface ProofRun {
  /** The program and its version: "psql 15.18". */
  readonly client: string
  /** Day of the run, `2026-11-23`. */
  readonly date: string
  /** The server that it met, and what became of it; of a guide's proof, the three impostors that it refused. */
  readonly outcome: `${string} ${Outcome}`
  /** How it was set up, and what became of it, as the rest of a sentence. */
  readonly what: string
}

const AGAINST: Readonly<Record<string, string>> = {
  right: 'the right server',
  rogue: 'a server of a rogue CA',
  wrongHost: 'a server with another name',
  expired: 'a server with an expired certificate',
  withoutTls: 'a server that offers no TLS',
}

const OUTCOME_TEXTS: Partial<Record<Outcome, string>> = {
  leaked: 'it sent its password',
  refused: 'it didn’t connect',
  connected: 'it connected',
}

/** The compiler infers the file's outcomes as plain strings. */
const outcomeText = (outcome: string): string => OUTCOME_TEXTS[outcome as Outcome] ?? outcome

interface TrapOutcome {
  readonly configured: string
  readonly against: string
  readonly outcome: string
}

/** How a trap was set up, and the result: "Against a server of a rogue CA, it sent its password." */
export const trapWords = ({ configured, against, outcome }: TrapOutcome) => ({
  configured,
  result: `Against ${AGAINST[against] ?? against}, ${outcomeText(outcome)}.`,
})

/**
 * A run of the proof in words; undefined for what hasn't been run.
 * @param id a trap's id, or the key of a guide's proof
 */
export const proofRun = (id: string): ProofRun | undefined => {
  const trap = traps.find((one) => one.id === id)
  if (trap) {
    const { client, version, date, against, outcome } = trap
    const { configured, result } = trapWords(trap)
    const what = `${configured}. ${result}`
    return { client: `${client} ${version}`, date, outcome: `${against} ${outcome as Outcome}`, what }
  }
  const proof = PROOFS[id]
  if (!proof) return undefined
  const { client, version, date, outcomes } = proof
  const refused = outcomes.rogue === 'refused' && outcomes.wrongHost === 'refused' && outcomes.expired === 'refused'
  if (outcomes.right !== 'connected' || !refused) return undefined
  const what = 'it connected to the right server, and rejected a rogue CA, another name and an expired certificate.'
  return { client: `${client} ${version}`, date, outcome: 'impostors refused', what }
}
