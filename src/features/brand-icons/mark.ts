/** A brand's icon. */
export interface Mark {
  /** URL of its picture: one path in a 24 by 24 box. */
  readonly file: string
  /** The brand's colour, if it contrasts with the tile's light background: 2:1 is enough beside a name. */
  readonly colour?: string
}
