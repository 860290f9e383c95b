import { useRef, useState } from 'react'

import { copyText } from '../ui/clipboard.ts'
import { saveFile } from '../ui/save-file.ts'

/** A file that has been fetched and found to be what it should be. */
export interface CheckedFile {
  /** Byte for byte what the API sent. */
  readonly text: string
  /** After saving: what it is, of whom, with its fingerprint. */
  readonly description: string
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

export type FileAction = 'show' | 'download' | 'copy'

/** A second click so soon after the first is the first one's echo. */
const ECHO_MS = 1000

const PEM_TYPE = 'application/x-pem-file'

/** Show, download and copy of one file: one at a time, nothing unchecked, and a message about what came of it. */
export const useFileActions = <T extends CheckedFile>({ what, fileName, load }: FileActionsOptions<T>) => {
  const [busy, setBusy] = useState<FileAction>()
  const [shown, setShown] = useState<T>()
  const [byHand, setByHand] = useState(false)
  const [message, setMessage] = useState('')
  const [failure, setFailure] = useState<{ action: FileAction; error: Error }>()
  const running = useRef(false)
  const savedAt = useRef(-Infinity)

  const perform = {
    show: setShown,
    download: (file: T) => {
      saveFile(fileName, file.text, PEM_TYPE)
      savedAt.current = performance.now()
      setMessage(`Saved ${fileName}: ${file.description}`)
    },
    copy: async (file: T) => {
      if (await copyText(file.text)) {
        setMessage(`Copied: ${file.description}`)
        return
      }
      setByHand(true)
      setShown(file)
      setMessage(`The browser refused the clipboard. The ${what} is selected below: copy it with Ctrl+C or ⌘C.`)
    },
  }

  const run = async (action: FileAction) => {
    if (running.current || (action === 'download' && performance.now() - savedAt.current < ECHO_MS)) return
    running.current = true
    setBusy(action)
    setMessage('')
    setByHand(false)
    try {
      const file = await load(failure !== undefined)
      setFailure(undefined)
      await perform[action](file)
    } catch (error) {
      setShown(undefined)
      setFailure({ action, error: error instanceof Error ? error : new Error(String(error)) })
    } finally {
      running.current = false
      setBusy(undefined)
    }
  }

  return {
    busy,
    shown,
    /** The clipboard was refused: the shown text is to be selected. */
    byHand,
    message,
    error: failure?.error,
    run: (action: FileAction) => void run(action),
    retry: () => void run(failure?.action ?? 'show'),
    hide: () => {
      setShown(undefined)
      setByHand(false)
    },
  }
}

export type FileActions<T extends CheckedFile> = ReturnType<typeof useFileActions<T>>
