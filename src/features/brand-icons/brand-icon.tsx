import { useCallback, useSyncExternalStore, type CSSProperties, type ReactNode } from 'react'

import type { Mark } from './mark.ts'

/** Pictures by file, because a CSS mask doesn't report whether it loaded. Each is fetched once, however many tiles show it. */
const PICTURES = new Map<string, HTMLImageElement>()
const here = new Set<string>()

const pictureOf = (file: string): HTMLImageElement => {
  const known = PICTURES.get(file)
  if (known) return known
  const picture = new Image()
  // The same mode as for a mask, so that the browser fetches it only once.
  picture.crossOrigin = 'anonymous'
  picture.addEventListener('load', () => here.add(file))
  picture.src = file
  PICTURES.set(file, picture)
  return picture
}

/** Whether the picture has loaded. */
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
  /** Shown until the picture has loaded, or for good if it never does. */
  children: ReactNode
  className?: string
}

/**
 * In the brand's colour on a light background, muted on a dark one. Always beside a name, so screen readers skip it. The
 * picture is a mask so that it can be coloured; the colour is a background image because forced colours remove background
 * colours.
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
