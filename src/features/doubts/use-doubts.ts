import { useRef, useState } from 'react'

import type { Doubt } from '../../domain/file-doubts.ts'

/** The question before a doubtful file is handed over. */
interface Question {
  readonly doubts: readonly Doubt[]
  /** The action, as on the button that started it: "Download". */
  readonly verb: string
  readonly again: () => void
  /** Does it without the doubtful files, if others are left. */
  readonly without?: (() => void) | undefined
}

/**
 * Asks before doubtful files leave the page. The task stops, the dialog opens, and confirming starts the task again:
 * browsers allow a copy or a download only shortly after a click.
 */
export const useDoubts = () => {
  const [question, setQuestion] = useState<Question>()
  /** The doubts that the user has just accepted; valid once. */
  const accepted = useRef<string>(undefined)
  return {
    question,
    close: () => {
      setQuestion(undefined)
    },
    goOn: () => {
      if (!question) return
      accepted.current = JSON.stringify(question.doubts)
      setQuestion(undefined)
      question.again()
    },
    /**
     * @param again starts the same task again
     * @param without starts it without the doubtful files, if they can be left out
     * @returns whether to go on; otherwise the dialog is open
     */
    mayHandOver: (doubts: readonly Doubt[], verb: string, again: () => void, without?: () => void): boolean => {
      const isAccepted = accepted.current === JSON.stringify(doubts)
      accepted.current = undefined
      if (doubts.length === 0 || isAccepted) return true
      setQuestion({
        doubts,
        verb,
        again,
        without:
          without &&
          (() => {
            setQuestion(undefined)
            without()
          }),
      })
      return false
    },
  }
}

export type Doubts = ReturnType<typeof useDoubts>
