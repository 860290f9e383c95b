/** Settings in words that one program or framework alone has. */
import type { Group, ParsedDocument, Setting } from '../documents/document.ts'
import type { Finding } from './finding.ts'
import { judgeOwnFiles } from './own-files.ts'
import { judgeOwnVariables } from './own-variables.ts'

export interface OwnNames {
  readonly findings: readonly Finding[]
  /** The settings that were judged: what is left of a group is judged without them. */
  readonly used: ReadonlySet<Setting>
}

/** What programs with names of their own make of a group; nothing where it holds none of theirs. */
export const judgeOwnNames = (text: string, document: ParsedDocument, group: Group): OwnNames => {
  const judged = [judgeOwnVariables(text, document, group), judgeOwnFiles(text, document, group)]
  return {
    findings: judged.flatMap(({ findings }) => findings),
    used: new Set(judged.flatMap(({ used }) => [...used])),
  }
}
