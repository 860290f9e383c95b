import type { Mark } from './mark.ts'

/** In the brand's colour on a light ground, muted on a dark one. Always beside a name, so never announced. */
export const BrandIcon = ({ mark: { path, colour }, className = '' }: { mark: Mark; className?: string }) => (
  <svg
    viewBox="0 0 24 24"
    width="16"
    height="16"
    aria-hidden="true"
    style={{ color: colour === undefined ? undefined : `light-dark(${colour}, var(--color-muted))` }}
    className={`shrink-0 ${className}`}
  >
    <path d={path} fill="currentColor" />
  </svg>
)
