import { useEffect, type RefObject } from 'react'

const FIELDS = 'input:not([type=radio]:not(:checked)), select, textarea'

/**
 * Moves the focus to a form's first field when the form appears. By default, browsers focus a dialog's first button,
 * which is Close.
 * @param holds whether to do so: the form is in a dialog
 */
export const useFirstField = (form: RefObject<HTMLFormElement | null>, holds: boolean): void => {
  useEffect(() => {
    if (!holds) return
    // Collapsed fields can't take the focus.
    const fields = [...(form.current?.querySelectorAll<HTMLElement>(FIELDS) ?? [])]
    fields.find((field) => field.checkVisibility() && !field.matches(':disabled'))?.focus()
  }, [form, holds])
}
