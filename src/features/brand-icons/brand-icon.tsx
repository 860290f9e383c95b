import type { Mark } from './mark.ts'

/**
 * In the brand's colour on a light ground, muted on a dark one. Always beside a name, so never announced. The picture is
 * a mask, so that it takes a colour: of an image, as forced colours take away what is a background's colour alone.
 */
export const BrandIcon = ({ mark: { file, colour }, className = '' }: { mark: Mark; className?: string }) => (
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
