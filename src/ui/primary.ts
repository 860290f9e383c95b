/**
 * How the one thing to do looks, of a button and of a link. In forced colours the ground is gone: there the border is seen,
 * whatever its colour.
 */
export const PRIMARY = 'border border-transparent bg-accent text-on-accent hover:opacity-90'
