import { useFormContext } from 'react-hook-form'

import { Problem } from '../notice.tsx'

interface FieldProblem {
  readonly name: string
  readonly message: string
  readonly element: HTMLElement | undefined
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Errors of fields as a list, in the order of the fields; nested ones by their path: `tags.0.key`. */
const listProblems = (errors: Readonly<Record<string, unknown>>, path = ''): FieldProblem[] =>
  Object.entries(errors).flatMap(([key, error]) => {
    if (!isRecord(error) || (path === '' && key === 'root')) return []
    const name = path + key
    if (typeof error['message'] === 'string') {
      const element = error['ref'] instanceof HTMLElement ? error['ref'] : undefined
      return [{ name, message: error['message'], element }]
    }
    return listProblems(error, `${name}.`)
  })

const labelOf = ({ name, element }: FieldProblem): string =>
  (element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
    ? element.labels?.[0]?.textContent
    : // Of several controls that are one field, the group has the label.
      document.querySelector(`[data-label-of="${CSS.escape(name)}"]`)?.textContent) ?? name

/** What must be corrected before the form can be sent; each entry links to its field. */
export const FormSummary = () => {
  const {
    formState: { errors },
    setFocus,
  } = useFormContext()
  const problems = listProblems(errors)
  const message = errors.root?.message
  if (problems.length === 0 && message === undefined) return null
  return (
    <Problem testId="form-problems">
      {message !== undefined && <p>{message}</p>}
      {problems.length > 0 && (
        <>
          <p>
            {problems.length === 1 ? '1 field needs attention:' : `${String(problems.length)} fields need attention:`}
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={problem.name}>
                <button
                  type="button"
                  className="min-h-6 text-left underline"
                  onClick={() => {
                    setFocus(problem.name)
                  }}
                >
                  {labelOf(problem)}: {problem.message}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Problem>
  )
}
