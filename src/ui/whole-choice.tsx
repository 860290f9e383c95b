/** So many characters fit into a select on the narrowest phone, in a dialog too. */
const FITS = 30

/** Below a select on a phone: the chosen option's whole text, which the browser cuts to one line. */
export const WholeChoice = ({ text = '' }: { text?: string | undefined }) =>
  text.length > FITS && (
    // Assistive technology has it from the select.
    <p aria-hidden="true" data-testid="whole-choice" className="text-xs wrap-anywhere text-muted sm:hidden">
      {text}
    </p>
  )
