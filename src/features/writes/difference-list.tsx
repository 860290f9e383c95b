import type { Difference } from '../../api/service-edit.ts'
import { isRecord } from '../../lib/is-record.ts'
import { formatNumber } from '../../lib/format-number.ts'

/** Number of lines shown of one difference; the rest are counted. */
const MAX_LINES = 100

/** A value of a setting in words. */
export const settingText = (value: unknown): string => {
  if (value === undefined || value === null) return 'not set'
  if (typeof value === 'string') return value === '' ? '(empty)' : value
  if (Array.isArray(value)) return value.length === 0 ? '(empty list)' : value.map(settingText).join(', ')
  if (!isRecord(value)) return JSON.stringify(value)
  const { network, description, email } = value
  if (typeof network === 'string') return typeof description === 'string' ? `${network} (${description})` : network
  if (typeof email === 'string') return email
  return JSON.stringify(value)
}

interface Line {
  readonly sign: '+' | '\u2212'
  readonly text: string
}

/** Items that were added or removed; undefined if only their order differs. */
const listLines = (before: readonly unknown[], after: readonly unknown[]): readonly Line[] => {
  const texts = { before: before.map(settingText), after: after.map(settingText) }
  const [had, has] = [new Set(texts.before), new Set(texts.after)]
  return [
    ...texts.before.filter((text) => !has.has(text)).map((text) => ({ sign: '\u2212', text }) as const),
    ...texts.after.filter((text) => !had.has(text)).map((text) => ({ sign: '+', text }) as const),
  ]
}

const linesOf = ({ before, after }: Difference): readonly Line[] => {
  if ((Array.isArray(before) || before === undefined) && Array.isArray(after)) return listLines(before ?? [], after)
  if (Array.isArray(before) && after === undefined) return listLines(before, [])
  return []
}

const SPOKEN = { '+': 'Added:', '\u2212': 'Removed:' } as const
const LOOK = { '+': 'bg-ok-ground text-ok', '\u2212': 'bg-bad-ground text-bad' } as const

const Lines = ({ lines }: { lines: readonly Line[] }) => (
  <>
    <ul className="mt-1 space-y-0.5 font-mono text-xs">
      {lines.slice(0, MAX_LINES).map(({ sign, text }) => (
        <li key={sign + text} className={`rounded px-2 py-0.5 wrap-anywhere ${LOOK[sign]}`}>
          <span aria-hidden="true">{sign} </span>
          <span className="sr-only">{SPOKEN[sign]} </span>
          {text}
        </li>
      ))}
    </ul>
    {lines.length > MAX_LINES && (
      <p className="text-xs text-muted">and {formatNumber(lines.length - MAX_LINES)} more</p>
    )}
  </>
)

interface DifferenceListProps {
  /** What the differences are: the list's name. */
  label: string
  differences: readonly Difference[]
  /** A setting's name, if it isn't its path. */
  nameOf?: (path: readonly string[]) => string
}

const pathText = (path: readonly string[]): string => path.join('.')

/** Differences of settings: lists item by item, everything else as before and after. */
export const DifferenceList = ({ label, differences, nameOf = pathText }: DifferenceListProps) => (
  <ul aria-label={label} className="space-y-2 text-text">
    {differences.map((difference) => {
      const { path, before, after } = difference
      const lines = linesOf(difference)
      return (
        <li key={path.join('/')}>
          <span className="font-medium wrap-anywhere">{nameOf(path)}</span>
          {lines.length > 0 ? (
            <Lines lines={lines} />
          ) : (
            <span className="wrap-anywhere">
              : <del className="text-muted">{settingText(before)}</del> <span aria-hidden="true">→</span>
              <span className="sr-only"> becomes </span>{' '}
              <ins className="font-medium no-underline">{settingText(after)}</ins>
            </span>
          )}
        </li>
      )
    })}
  </ul>
)
