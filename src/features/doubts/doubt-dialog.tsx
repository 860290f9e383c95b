import { onDemand } from '../../ui/on-demand.tsx'
import type { Doubts } from './use-doubts.ts'

const AskedDoubt = onDemand(async () => (await import('./asked-doubt.tsx')).AskedDoubt)

/** Asks where something is wrong with what was asked for. */
export const DoubtDialog = ({ doubts: { question, goOn, close } }: { doubts: Doubts }) =>
  question && <AskedDoubt question={question} goOn={goOn} close={close} />
