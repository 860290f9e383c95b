import { useId, type ReactNode } from 'react'
import { get, useController, useFormContext } from 'react-hook-form'

export interface Card {
  readonly value: string
  readonly label: string
  readonly icon?: ReactNode
  /** What distinguishes the option. */
  readonly detail?: ReactNode
  /** Beside the label, at the end of its line. */
  readonly aside?: ReactNode
  /** Can't be chosen; the detail says why. */
  readonly disabled?: boolean
}

interface CardFieldProps {
  name: string
  label: string
  cards: readonly Card[]
  hint?: ReactNode
  /** Side by side where there is room, instead of a list. */
  tiles?: boolean
  /** Called after a choice; the field already has the value. */
  onChosen?: (value: string) => void
}

/** A choice of options that need more than a word each: radio buttons as cards. */
export const CardField = ({ name, label, cards, hint, tiles = false, onChosen }: CardFieldProps) => {
  const id = useId()
  const { control, formState } = useFormContext()
  const { field } = useController({ name, control })
  const error: unknown = get(formState.errors, `${name}.message`)
  return (
    <div className="space-y-2">
      <h2 id={`${id}-label`} data-label-of={name} className="text-base font-semibold">
        {label}
      </h2>
      <div id={`${id}-hint`} className="text-xs text-muted empty:hidden">
        {hint}
      </div>
      <div
        role="radiogroup"
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-hint ${id}-error`}
        aria-invalid={typeof error === 'string'}
        className={tiles ? 'grid grid-cols-1 gap-2 sm:grid-cols-2 xl:grid-cols-3' : 'space-y-2'}
      >
        {cards.map((card, index) => (
          <label
            key={card.value}
            className="flex min-h-11 items-center gap-3 rounded-md border border-control px-3 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-enabled:cursor-pointer has-enabled:hover:bg-sunken has-enabled:has-checked:hover:bg-accent-soft has-disabled:border-border has-disabled:text-muted"
          >
            <input
              ref={index === 0 ? field.ref : undefined}
              type="radio"
              name={`${id}-${name}`}
              value={card.value}
              checked={field.value === card.value}
              disabled={card.disabled}
              onBlur={field.onBlur}
              onChange={() => {
                field.onChange(card.value)
                onChosen?.(card.value)
              }}
              className="size-4 shrink-0 accent-accent"
            />
            {card.icon}
            <span className="min-w-0 flex-1 wrap-anywhere">
              <span className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span className="font-medium">{card.label}</span>
                {card.aside}
              </span>
              {card.detail !== undefined && <span className="block text-xs text-muted">{card.detail}</span>}
            </span>
          </label>
        ))}
      </div>
      <div id={`${id}-error`} className="text-xs font-medium wrap-anywhere text-bad empty:hidden">
        {typeof error === 'string' && error}
      </div>
    </div>
  )
}
