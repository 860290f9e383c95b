import type { Doubt } from '../../domain/file-doubts.ts'
import { saveFile } from '../../lib/save-file.ts'
import { useTask } from '../../ui/use-task.ts'
import { useDoubts } from '../doubts/use-doubts.ts'

interface DownloadAllOptions {
  /** Name of the archive, before characters that file systems reject are replaced. */
  readonly name: string
  /**
   * Fetches and checks all files, by name. After unpacking, only their owner can read `secrets`.
   * @param fresh ask the API again: the last answer was unusable
   */
  readonly load: (fresh: boolean) => Promise<{
    readonly files: Readonly<Record<string, string>>
    readonly secrets: Readonly<Record<string, string>>
    readonly description: string
    readonly doubts: readonly Doubt[]
  }>
  readonly onSaved?: (() => void) | undefined
}

/** Several files as one ZIP: browsers ask before they save several files, and a ZIP can mark a key as private. */
export const useDownloadAll = ({ name, load, onSaved }: DownloadAllOptions) => {
  const { busy, message, failure, run, cancel } = useTask<'all'>()
  const doubts = useDoubts()
  const start = () =>
    void run('all', async ({ fresh, signal }) => {
      const [{ files, secrets, description, doubts: found }, { makeZip }] = await Promise.all([
        load(fresh),
        import('../../lib/zip.ts'),
      ])
      signal.throwIfAborted()
      if (!doubts.mayHandOver(found, 'Download', start)) return ''
      saveFile(name, makeZip(files, secrets), 'application/zip')
      onSaved?.()
      return `Saved ${name}: ${Object.keys({ ...files, ...secrets }).join(', ')}, ${description}`
    })
  return { busy: busy !== undefined, cancel, message, error: failure?.error, run: start, doubts }
}
