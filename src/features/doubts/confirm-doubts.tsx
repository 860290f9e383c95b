import { ConfirmDialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/notice.tsx'
import { doubtSentence } from './doubt-sentence.ts'
import type { Doubts } from './use-doubts.ts'

interface ConfirmDoubtsProps extends Pick<Doubts, 'goOn' | 'close'> {
  question: NonNullable<Doubts['question']>
}

/** What is wrong with the requested file, and the choice to use it anyway. */
export const ConfirmDoubts = ({ question, goOn, close }: ConfirmDoubtsProps) => (
  <ConfirmDialog
    title={`${question.verb} anyway?`}
    confirm={`${question.verb} anyway`}
    dangerous
    busy={false}
    instead={question.without && { label: 'Leave these out', onClick: question.without }}
    onConfirm={goOn}
    onClose={close}
  >
    {question.doubts.map((doubt) => (
      <Problem key={`${doubt.kind} ${doubt.name} ${doubt.id}`} testId={doubt.id}>
        {doubtSentence(doubt, new Date())}
      </Problem>
    ))}
  </ConfirmDialog>
)
