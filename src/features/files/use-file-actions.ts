import { useState } from 'react'

import type { Doubt } from '../../domain/file-doubts.ts'
import { copyText } from '../../lib/clipboard.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useTask } from '../../ui/use-task.ts'
import { useDoubts } from '../doubts/use-doubts.ts'

/** A file that has been fetched and found to be what it should be. */
export interface CheckedFile {
  /** Byte for byte what the API sent. */
  readonly text: string
  /** After saving: what it is, of whom, with its fingerprint. */
  readonly description: string
  /** What must be said before it is handed over. */
  readonly doubts: readonly Doubt[]
}

interface FileActionsOptions<T extends CheckedFile> {
  /** What it is called in messages: "CA certificate". */
  readonly what: string
  readonly fileName: string
  /**
   * Fetches and checks. Whatever it throws is shown, and nothing is saved.
   * @param fresh ask the API again: the last answer was no good
   */
  readonly load: (fresh: boolean) => Promise<T>
}

export type FileAction = 'show' | 'download' | 'copy' | 'other-formats'

/** As the button calls it. */
const VERBS: Record<FileAction, string> = { show: 'Show', download: 'Download', copy: 'Copy', 'other-formats': 'Save' }

/** To look at what has ended does no harm; a key beside a certificate that isn't its own is taken for one. */
const doubtsFor = (action: FileAction, doubts: readonly Doubt[]): readonly Doubt[] =>
  action === 'show' ? doubts.filter(({ id }) => id === 'not-a-pair') : doubts

const PEM_TYPE = 'application/x-pem-file'

/** Show, download and copy of one file: one at a time, nothing unchecked, and a message about the result. */
export const useFileActions = <T extends CheckedFile>(options: FileActionsOptions<T>) => {
  const { what, fileName, load } = options
  const { busy, message, failure, run, cancel } = useTask<FileAction>()
  const [shown, setShown] = useState<T>()
  const [byHand, setByHand] = useState(0)
  const [offered, setOffered] = useState<T>()
  const doubts = useDoubts()

  const show = (file: T | undefined) => {
    setShown(file)
    setByHand(0)
  }

  /** What comes of the file; it is undefined where the user is asked first. */
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
        // What was shown may be what has just been found wanting.
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
    /** How often the clipboard was refused: the shown text is to be selected each time. */
    byHand,
    run: start,
    retry: () => {
      start(failure?.label ?? 'show')
    },
    hide: () => {
      show(undefined)
    },
    /** What the dialog "Other formats" offers in other forms, while it is open. */
    offered,
    closeOffer: () => {
      setOffered(undefined)
    },
  }
}

export type FileActions<T extends CheckedFile> = ReturnType<typeof useFileActions<T>>
