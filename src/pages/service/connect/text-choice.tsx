import { useEffect, useId, useRef } from 'react'

import { usePromptValue } from '../../../ui/use-prompt-value.ts'

/** Browsers limit how often a page may change its URL. */
const DELAY_MS = 200

interface TextChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  narrow?: boolean
  /** What is wrong with the value, as a sentence. */
  problem?: string | undefined
}

/** A short text to choose by typing; its owner follows once the typing pauses. */
export const TextChoice = ({ label, value, onChange, placeholder, narrow = false, problem }: TextChoiceProps) => {
  const id = useId()
  const [text, setText] = usePromptValue(value)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // Another choice may have been made meanwhile, so use the newest callback, not an older one.
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  return (
    <div className="max-w-full">
      <label htmlFor={id} className="block text-xs text-muted">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        spellCheck={false}
        value={text}
        placeholder={placeholder}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-problem`}
        onChange={(event) => {
          const next = event.target.value
          setText(next)
          clearTimeout(timer.current)
          timer.current = setTimeout(() => {
            latest.current(next)
          }, DELAY_MS)
        }}
        className={`min-h-8 max-w-full rounded-md border border-control bg-surface px-2 py-1 placeholder:text-muted ${narrow ? 'w-40' : 'w-56'}`}
      />
      {problem !== undefined && (
        <p id={`${id}-problem`} role="alert" className="mt-1 max-w-56 text-xs text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
