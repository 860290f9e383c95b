/** Styles that tell the lines of a chart apart: colour, dashes and, from the sixth line on, width. */

const COLOURS = ['stroke-accent', 'stroke-busy', 'stroke-required', 'stroke-unknown', 'stroke-text'] as const
const DASHES = [undefined, '6 4', '1.5 4', '9 3 2 3', '14 5'] as const

/** Colour, dash and weight of a line, by its place among the others. */
export const lineStyle = (index: number) => {
  const dash = DASHES[index % DASHES.length]
  return {
    className: `fill-none forced-colors:stroke-[CanvasText] ${COLOURS[index % COLOURS.length] ?? ''}`,
    strokeWidth: 1.5 + Math.floor(index / DASHES.length),
    strokeLinecap: 'round',
    ...(dash !== undefined && { strokeDasharray: dash }),
  } as const
}

/** A sample of the line, for the legend. */
export const LineSample = ({ index }: { index: number }) => (
  <svg viewBox="0 0 28 10" width="28" height="10" aria-hidden="true" className="inline-block shrink-0">
    <path d="M2 5h24" {...lineStyle(index)} />
  </svg>
)
