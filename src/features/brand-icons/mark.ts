/** A brand's icon. */
export interface Mark {
  /** Address of its picture: one path on a ground of 24 by 24. */
  readonly file: string
  /** The brand's colour, where it can be told from the tile's light ground: 2:1 is enough beside a name. */
  readonly colour?: string
}
