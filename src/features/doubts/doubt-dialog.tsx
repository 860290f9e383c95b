import { onDemand } from '../../ui/on-demand.tsx'
import type { Doubts } from './use-doubts.ts'

const ConfirmDoubts = onDemand(async () => (await import('./confirm-doubts.tsx')).ConfirmDoubts)

/** Asks whether to go on if something is wrong with the requested file. */
export const DoubtDialog = ({ doubts: { question, goOn, close } }: { doubts: Doubts }) =>
  question && <ConfirmDoubts question={question} goOn={goOn} close={close} />
