import axe from 'axe-core'
import { expect } from 'vitest'

/** WCAG 2.2 AA, as far as axe can tell, of all that is on the page. Rules about whole pages don't apply to a part that is rendered alone. */
export const expectAccessible = async (): Promise<void> => {
  const { violations } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: {
      region: { enabled: false },
      'page-has-heading-one': { enabled: false },
      'landmark-one-main': { enabled: false },
    },
  })
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** Expects that nothing is wider than the window: WCAG 1.4.10 at 320 px. */
export const expectNoSidewaysScroll = (): void => {
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(document.documentElement.clientWidth)
}
