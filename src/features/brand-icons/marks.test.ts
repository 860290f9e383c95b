import * as icons from 'simple-icons'
import { describe, expect, it } from 'vitest'

import { CLIENT_MARKS } from './client-marks.ts'
import type { Mark } from './mark.ts'
import { SERVICE_MARKS } from './service-marks.ts'

/** The tile's light background. */
const GROUND = '#eef0f3'

/** Relative luminance, as WCAG 2.2 defines it. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

const bySlug = new Map(Object.values(icons).map((icon) => [icon.slug, icon]))

/** Brands whose owner asks for a contract first (MySQL), or whose licence would apply to this project too (CC BY-SA). */
const NOT_OURS = ['mysql', 'rust', 'php', 'aiven']

describe.each(Object.entries<Mark>({ ...SERVICE_MARKS, ...CLIENT_MARKS }))('the icon %s', (slug, { file, colour }) => {
  it('comes from the icon set, in its own colour wherever that contrasts with the background', () => {
    const icon = bySlug.get(slug)
    expect(file).toContain(`simple-icons/icons/${icon?.slug ?? ''}.svg`)
    const brand = `#${icon?.hex ?? ''}`
    expect(colour).toBe(contrast(brand, GROUND) >= 2 ? brand : undefined)
  })

  it('may be shown', () => {
    expect(NOT_OURS).not.toContain(slug)
    expect(JSON.stringify(bySlug.get(slug)?.license ?? '')).not.toMatch(/BY-SA|BY-NC|custom/i)
  })
})
