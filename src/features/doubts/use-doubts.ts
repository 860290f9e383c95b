import { useRef, useState } from 'react'

import type { Doubt } from '../../domain/file-doubts.ts'

/** What is asked before something doubtful is handed over. */
interface Question {
  readonly doubts: readonly Doubt[]
  /** What would be done, as the word on the button that began it: "Download". */
  readonly verb: string
  readonly again: () => void
  /** Does it without what is doubtful, where something else is left. */
  readonly without?: (() => void) | undefined
}

/**
 * Asks before files that something is wrong with leave the page. The work is stopped, the dialog opens, and whoever
 * goes on starts the work again: a browser takes a copy or a download only from a click that is recent.
 */
export const useDoubts = () => {
  const [question, setQuestion] = useState<Question>()
  /** The doubts that the user has just set aside; good for one time. */
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
     * @param again starts the same work once more
     * @param without starts it without what is doubtful, where that can be left out
     * @returns whether to go on; otherwise the dialog has been opened
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
