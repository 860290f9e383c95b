/** A brand's icon: one path on a ground of 24 by 24. */
export interface Mark {
  readonly path: string
  /** The brand's colour, where it can be told from the tile's light ground: 2:1 is enough beside a name. */
  readonly colour?: string
}

/** @param svg a file of simple-icons: one path */
export const toMark = (svg: string, colour?: string): Mark => ({
  path: / d="([^"]+)"/.exec(svg)?.[1] ?? '',
  ...(colour === undefined ? {} : { colour }),
})
