import { useEffect, useState } from 'react'

import type { Doubt } from '../../domain/file-doubts.ts'
import { copyText } from '../../lib/clipboard.ts'
import { prepareFile, saveFile } from '../../lib/save-file.ts'
import { useTask } from '../../ui/use-task.ts'
import { useDoubts } from '../doubts/use-doubts.ts'

/** A file that was fetched and passed its checks. */
export interface CheckedFile {
  /** Exactly the bytes that the API sent. */
  readonly text: string
  /** Message after saving: what the file is and whose, with its fingerprint. */
  readonly description: string
  /** What to ask before handing it over. */
  readonly doubts: readonly Doubt[]
}

interface FileActionsOptions<T extends CheckedFile> {
  /** What it is called in messages: "CA certificate". */
  readonly what: string
  readonly fileName: string
  /**
   * Fetches and checks the file. If it throws, the error is shown and nothing is saved.
   * @param fresh ask the API again: the last answer was unusable
   */
  readonly load: (fresh: boolean) => Promise<T>
  /** The text that the file will probably have, if that is known and no secret: Download is quicker then. */
  readonly expected?: string | undefined
}

export type FileAction = 'show' | 'download' | 'copy' | 'other-formats'

/** The word on the button. */
const VERBS: Record<FileAction, string> = { show: 'Show', download: 'Download', copy: 'Copy', 'other-formats': 'Save' }

/** Showing an expired file does no harm. Showing a mismatched key does: people would take it for the certificate's key. */
const doubtsFor = (action: FileAction, doubts: readonly Doubt[]): readonly Doubt[] =>
  action === 'show' ? doubts.filter(({ id }) => id === 'not-a-pair') : doubts

const PEM_TYPE = 'application/x-pem-file'

/** Show, Download and Copy for one file: one at a time, checked first, with a message about the result. */
export const useFileActions = <T extends CheckedFile>(options: FileActionsOptions<T>) => {
  const { what, fileName, load, expected } = options
  const { busy, message, failure, run, cancel } = useTask<FileAction>()
  const [shown, setShown] = useState<T>()
  const [byHand, setByHand] = useState(0)
  const [offered, setOffered] = useState<T>()
  const doubts = useDoubts()
  useEffect(() => (expected === undefined ? undefined : prepareFile(expected, PEM_TYPE)), [expected])

  const show = (file: T | undefined) => {
    setShown(file)
    setByHand(0)
  }

  /** The result; undefined if the user is asked first. */
  const perform: Record<FileAction, (loading: Promise<T | undefined>) => Promise<string>> = {
    show: async (loading) => {
      show(await loading)
      return ''
    },
    download: async (loading) => {
      const file = await loading
      if (!file) return ''
      saveFile(fileName, file.text, PEM_TYPE)
      return `Saved ${fileName}: ${file.description}`
    },
    copy: async (loading) => {
      const [file, outcome] = await Promise.all([loading, copyText(loading.then((loaded) => loaded?.text))])
      if (!file) return ''
      if (outcome?.copied) return `Copied: ${file.description}`
      setShown(file)
      setByHand((times) => times + 1)
      return `Your browser blocked the clipboard. The ${what} is selected below: copy it with Ctrl+C or ⌘C.`
    },
    'other-formats': async (loading) => {
      setOffered(await loading)
      return ''
    },
  }

  const start = (action: FileAction) =>
    void run(action, async ({ fresh, signal }) => {
      try {
        const checked = async () => {
          const file = await load(fresh)
          signal.throwIfAborted()
          const again = () => {
            start(action)
          }
          return doubts.mayHandOver(doubtsFor(action, file.doubts), VERBS[action], again) ? file : undefined
        }
        return await perform[action](checked())
      } catch (error) {
        // The shown text may be the file that just failed its checks.
        show(undefined)
        throw error
      }
    })

  return {
    busy,
    cancel,
    message,
    error: failure?.error,
    shown,
    doubts,
    /** How often the browser refused the clipboard: the shown text is selected each time. */
    byHand,
    run: start,
    retry: () => {
      start(failure?.label ?? 'show')
    },
    hide: () => {
      show(undefined)
    },
    /** The file that the dialog "Other formats" shows, while it is open. */
    offered,
    closeOffer: () => {
      setOffered(undefined)
    },
  }
}

export type FileActions<T extends CheckedFile> = ReturnType<typeof useFileActions<T>>
