import { useCallback, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'

import type { Mark } from './mark.ts'

/** Pictures by file: a mask doesn't say whether it came. Each is asked for once, however many tiles show it. */
const PICTURES = new Map<string, HTMLImageElement>()
const here = new Set<string>()

const pictureOf = (file: string): HTMLImageElement => {
  const known = PICTURES.get(file)
  if (known) return known
  const picture = new Image()
  // As a mask is asked for, so that it is fetched once.
  picture.crossOrigin = 'anonymous'
  picture.addEventListener('load', () => here.add(file))
  picture.src = file
  PICTURES.set(file, picture)
  return picture
}

/** Whether the picture has come. */
const useIsHere = (file: string): boolean => {
  const subscribe = useCallback(
    (listener: () => void) => {
      const picture = pictureOf(file)
      picture.addEventListener('load', listener)
      return () => {
        picture.removeEventListener('load', listener)
      }
    },
    [file],
  )
  return useSyncExternalStore(subscribe, () => here.has(file))
}

interface BrandIconProps {
  mark: Mark
  /** What stands in its place until the picture has come: it may never. */
  children: ReactNode
  className?: string
}

/**
 * In the brand's colour on a light ground, muted on a dark one. Always beside a name, so never announced. The picture is
 * a mask, so that it takes a colour: of an image, as forced colours take away what is a background's colour alone.
 */
export const BrandIcon = ({ mark: { file, colour }, children, className = '' }: BrandIconProps) => {
  if (!useIsHere(file)) return children
  return (
    // One element: a list has one per row.
    <span
      aria-hidden="true"
      style={
        {
          '--mask': `url("${file}")`,
          color: colour === undefined ? undefined : `light-dark(${colour}, var(--color-muted))`,
        } as CSSProperties
      }
      className={`inline-block shrink-0 before:block before:size-full before:bg-[linear-gradient(currentcolor,currentcolor)] before:mask-(image:--mask) before:mask-contain before:mask-center before:mask-no-repeat before:forced-color-adjust-none print:before:[print-color-adjust:exact] forced-colors:before:text-[CanvasText] ${className}`}
    />
  )
}
