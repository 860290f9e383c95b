import { useEffect, type RefObject } from 'react'

const FIELDS = 'input:not([type=radio]:not(:checked)), select, textarea'

/**
 * Puts the focus into a form's first field, as soon as the form is there. Browsers begin a dialog at its first button,
 * which is Close.
 * @param holds whether the form stands where that is wanted: in a dialog
 */
export const useFirstField = (form: RefObject<HTMLFormElement | null>, holds: boolean): void => {
  useEffect(() => {
    if (!holds) return
    // What is folded away can't be typed into.
    const fields = [...(form.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
    fields.find((field) => field.checkVisibility() && !field.matches(':disabled'))?.focus()
  }, [form, holds])
}
