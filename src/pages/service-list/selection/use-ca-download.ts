import { useState } from 'react'

import { useBackend, type Backend } from '../../../api/use-api.ts'

import { forEachConcurrent } from '../../../lib/for-each-concurrent.ts'
import { loadCa, type CaFile } from '../../../features/ca-certificate/ca-certificate.ts'
import { useTask } from '../../../ui/use-task.ts'
import { useDoubts } from '../../../features/doubts/use-doubts.ts'
import { projectCaFileName } from '../../../crypto/files.ts'
import { saveFile } from '../../../lib/save-file.ts'

const ARCHIVE = 'project-cas.zip'

/** A failure that says which project it is of. */
class ProjectFailure extends Error {
  readonly project: string
  readonly error: Error

  constructor(project: string, error: Error) {
    super(error.message, { cause: error })
    this.project = project
    this.error = error
  }
}

/** Checked CAs by project, a few at once. An unusable one stops everything: an incomplete archive would look complete. */
const loadAll = async (backend: Backend, projects: readonly string[], fresh: boolean, signal: AbortSignal) => {
  const files = new Map<string, CaFile>()
  await forEachConcurrent(projects, signal, async (project) => {
    try {
      files.set(project, await loadCa(backend, project, fresh))
    } catch (error) {
      throw new ProjectFailure(project, error instanceof Error ? error : new Error(String(error)))
    }
  })
  signal.throwIfAborted()
  return files
}

/** One file per project, by names that differ even where small and capital letters don't. */
const archiveFiles = (files: ReadonlyMap<string, CaFile>): Record<string, string> => {
  const named: Record<string, string> = {}
  const taken = new Set<string>()
  for (const [project, { text }] of files) {
    const base = projectCaFileName(project)
    let name = base
    for (let nth = 2; taken.has(name.toLowerCase()); nth++) name = base.replace(/-ca\.pem$/, `-${String(nth)}-ca.pem`)
    taken.add(name.toLowerCase())
    named[name] = text
  }
  return named
}

/** Saves the CA of one project as a file, those of several as one ZIP. */
export const useCaDownload = () => {
  const [requested, setRequested] = useState<readonly string[]>([])
  const backend = useBackend()
  const { busy, message, failure, run, cancel } = useTask<'ca'>()
  const doubts = useDoubts()
  const start = (projects: readonly string[]) => {
    setRequested(projects)
    void run('ca', async ({ fresh, signal }) => {
      const files = await loadAll(backend, projects, fresh, signal)
      const again = () => {
        start(projects)
      }
      const found = [...files.values()].flatMap((file) => file.doubts)
      if (!doubts.mayHandOver(found, 'Download', again)) return ''
      const [[project = '', file] = []] = files
      if (files.size === 1 && file) {
        const name = projectCaFileName(project)
        saveFile(name, file.text, 'application/x-pem-file')
        return `Saved ${name}: ${file.description}`
      }
      const { makeZip } = await import('../../../lib/zip.ts')
      signal.throwIfAborted()
      const named = archiveFiles(files)
      saveFile(ARCHIVE, makeZip(named, {}), 'application/zip')
      return `Saved ${ARCHIVE}: ${Object.keys(named).join(', ')}`
    })
  }
  const error = failure?.error
  return {
    busy: busy !== undefined,
    message,
    failure:
      error instanceof ProjectFailure
        ? {
            error: error.error,
            what: `There is no usable CA certificate of project ${error.project}. Nothing was saved.`,
          }
        : error && { error, what: 'The CA certificates couldn’t be saved.' },
    doubts,
    run: start,
    retry: () => {
      start(requested)
    },
    cancel,
  }
}
