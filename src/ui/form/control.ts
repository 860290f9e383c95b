/** Look of text and choice controls: the border's width also shows an error. */
export const CONTROL =
  'min-h-9 w-full rounded-md border border-control bg-surface px-2 py-1 aria-invalid:border-2 aria-invalid:border-bad'
