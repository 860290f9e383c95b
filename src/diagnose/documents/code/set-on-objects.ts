/** What code sets on an object statement by statement: `config.ssl = …`, `props.put("a", "b")`, a chain of calls. */
import type { Range } from '../../../lib/ranges.ts'
import type { Group, Setting } from '../document.ts'

interface OneObject {
  readonly receiver: string
  readonly settings: Setting[]
  readonly ranges: Range[]
}

/**
 * Collects settings by the object they are set on.
 * @param take gets each object's settings as a group, once the object ends
 */
export const setOnObjects = (take: (group: Omit<Group, 'note'>, key: string) => void) => {
  const objects = new Map<string, OneObject>()

  const finish = (key: string, { receiver, settings, ranges }: OneObject) => {
    const start = Math.min(...ranges.map((range) => range.start))
    const end = Math.max(...ranges.map((range) => range.end))
    take({ holder: receiver, settings, positional: [], separator: 'line', range: { start, end } }, key)
  }

  return {
    /** @param key tells two objects apart whose receiver is written alike */
    add: (receiver: string, setting: Setting, key = receiver) => {
      const found = objects.get(key) ?? { receiver, settings: [], ranges: [] }
      found.settings.push(setting)
      found.ranges.push(setting.entry)
      objects.set(key, found)
    },
    /** From here on, the name is another object's. */
    end: (key: string) => {
      const found = objects.get(key)
      if (found) finish(key, found)
      objects.delete(key)
    },
    endAll: () => {
      for (const [key, found] of objects) finish(key, found)
    },
  }
}
