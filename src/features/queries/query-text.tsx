import { useMemo, useState } from 'react'

import { maskSecrets } from '../../diagnose/mask/mask-secrets.ts'
import { Button } from '../../ui/button.tsx'

/** Longest text that a row shows. */
const SHORT = 240

/** The text of a statement: in one colour, truncated if long, with possible secrets masked until requested. */
export const QueryText = ({ text }: { text: string }) => {
  const masked = useMemo(() => maskSecrets(text), [text])
  const [whole, setWhole] = useState(false)
  const [plain, setPlain] = useState(false)
  if (text.trim() === '') return <span className="text-muted">None</span>
  const shown = plain ? text : masked
  return (
    <div className="space-y-1">
      <code className="block text-xs whitespace-pre-wrap">
        {whole || shown.length <= SHORT ? shown : `${shown.slice(0, SHORT).toWellFormed()}…`}
      </code>
      {(shown.length > SHORT || masked !== text) && (
        <div className="flex flex-wrap gap-1">
          {shown.length > SHORT && (
            <Button
              variant="quiet"
              aria-expanded={whole}
              onClick={() => {
                setWhole(!whole)
              }}
            >
              {whole ? 'Show less' : 'Show all'}
            </Button>
          )}
          {masked !== text && (
            <Button
              variant="quiet"
              aria-pressed={plain}
              onClick={() => {
                setPlain(!plain)
              }}
            >
              {plain ? 'Mask' : 'Reveal'}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
