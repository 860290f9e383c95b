import { useCallback, useSyncExternalStore, type ReactNode } from 'react'

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
    <span
      aria-hidden="true"
      style={{ color: colour === undefined ? undefined : `light-dark(${colour}, var(--color-muted))` }}
      className={`inline-block shrink-0 ${className}`}
    >
      <span
        style={{ maskImage: `url("${file}")` }}
        className="block size-full bg-[linear-gradient(currentcolor,currentcolor)] mask-contain mask-center mask-no-repeat forced-color-adjust-none print:[print-color-adjust:exact] forced-colors:text-[CanvasText]"
      />
    </span>
  )
}
