/**
 * The look of the primary action, as a button or a link. In forced colours the background is gone, but the border is
 * visible, whatever its colour.
 */
export const PRIMARY = 'border border-transparent bg-accent text-on-accent hover:opacity-90'
