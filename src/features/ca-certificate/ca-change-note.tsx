import { Button } from '../../ui/button.tsx'
import { Note } from '../../ui/notice.tsx'
import { useCaChange } from './ca-memory.ts'

interface CaChangeNoteProps {
  project: string
  /** SHA-256 of each certificate of the CA, once known. */
  fingerprints: readonly string[] | undefined
}

const Fingerprints = ({ term, values }: { term: string; values: readonly string[] }) => (
  <div>
    <dt className="font-medium">{term}</dt>
    {values.map((value) => (
      <dd key={value} translate="no" className="font-mono text-xs wrap-anywhere">
        {value}
      </dd>
    ))}
  </div>
)

/** Says that a project's CA has changed since the last visit, until the user acknowledges it. */
export const CaChangeNote = ({ project, fingerprints }: CaChangeNoteProps) => {
  const { before, noted } = useCaChange(project, fingerprints)
  if (!before || !fingerprints) return null
  return (
    <Note
      testId="ca-changed"
      actions={
        <Button aria-label={`Dismiss: the CA of ${project} has changed`} onClick={noted}>
          Dismiss
        </Button>
      }
    >
      <p className="mb-1 font-medium wrap-anywhere">
        The CA of project <bdi>{project}</bdi> has changed since your last visit in this browser. Deploy the new file to
        your clients.
      </p>
      <dl className="space-y-1">
        <Fingerprints term="SHA-256 before" values={before} />
        <Fingerprints term="SHA-256 now" values={fingerprints} />
      </dl>
    </Note>
  )
}
