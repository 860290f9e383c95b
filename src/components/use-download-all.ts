import { useRef, useState } from 'react'

import { saveFile } from '../ui/save-file.ts'

interface DownloadAllOptions {
  /** Name of the archive. */
  readonly name: string
  /**
   * Fetches and checks all files, by name. `secrets` are readable by their owner only, once unpacked.
   * @param fresh ask the API again: the last answer was no good
   */
  readonly load: (fresh: boolean) => Promise<{
    readonly files: Readonly<Record<string, string>>
    readonly secrets: Readonly<Record<string, string>>
  }>
}

const ECHO_MS = 1000
const safeName = (name: string) => name.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[.-]+/, '_')

/** Several files as one ZIP: a browser asks before it saves several, and a ZIP can say that a key is private. */
export const useDownloadAll = ({ name, load }: DownloadAllOptions) => {
  const [busy, setBusy] = useState(false)
  const [message, setMessage] = useState('')
  const [error, setError] = useState<Error>()
  const running = useRef(false)
  const savedAt = useRef(-Infinity)

  const run = async () => {
    if (running.current || performance.now() - savedAt.current < ECHO_MS) return
    running.current = true
    setBusy(true)
    setMessage('')
    try {
      const [{ files, secrets }, { makeZip }] = await Promise.all([load(error !== undefined), import('./zip.ts')])
      const fileName = safeName(name)
      saveFile(fileName, makeZip(files, secrets), 'application/zip')
      savedAt.current = performance.now()
      setError(undefined)
      setMessage(`Saved ${fileName}: ${Object.keys({ ...files, ...secrets }).join(', ')}`)
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { busy, message, error, run: () => void run() }
}
