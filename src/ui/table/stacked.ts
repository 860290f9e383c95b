/*
 * Rows become cards if the table is narrow ("stacked", app/theme.css). Some browsers drop the table semantics if CSS
 * changes the rows' display, so the roles are explicit though they look redundant (.oxlintrc.json allows them).
 */

/** In a card, a cell is as wide as its content, but never wider than the card. */
export const NARROW_PAD = 'stacked:min-w-0 stacked:px-0 stacked:py-0.5'

/** What becomes of a column's cells in a card: classes by `Column.stacked`. */
export const STACKED = {
  labelled: 'stacked:before:text-muted stacked:before:content-[attr(data-label)]',
  line: 'stacked:basis-full',
  hidden: 'stacked:hidden',
  roomy: 'tight:hidden',
} as const
