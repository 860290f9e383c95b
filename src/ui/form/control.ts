/** How controls of text and choice look: an error is told by the border's weight too. */
export const CONTROL =
  'min-h-9 w-full rounded-md border border-control bg-surface px-2 py-1 aria-invalid:border-2 aria-invalid:border-bad'
