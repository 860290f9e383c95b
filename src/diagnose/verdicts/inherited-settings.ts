/** Says once what parts of a file have in common that take their settings from one place (YAML's `<<: *base`). */
import { TELLING } from '../documents/code/set-later.ts'
import type { Setting } from '../documents/document.ts'
import type { Finding } from './finding.ts'

/** Whether a part takes from elsewhere all that may decide. */
export const isTakenOver = (settings: readonly Setting[]): boolean => {
  const telling = settings.filter(({ name }) => TELLING.test(name))
  return telling.length > 0 && telling.every(({ isInherited }) => isInherited === true)
}

/** Findings without those that say the same of settings that were taken over. */
export const onceTaken = (findings: readonly Finding[]): readonly Finding[] => {
  if (!findings.some(({ isTaken }) => isTaken === true)) return findings
  const told: { readonly finding: Finding; readonly key: string; count: number }[] = []
  for (const finding of findings) {
    const key = JSON.stringify([finding.what, finding.drivers])
    const same = finding.isTaken === true ? told.find((one) => one.key === key) : undefined
    if (same) same.count++
    else told.push({ finding, key, count: 0 })
  }
  return told.map(({ finding, count }) =>
    count === 0 ? finding : { ...finding, what: `${finding.what} (in ${String(count + 1)} parts of the file)` },
  )
}
