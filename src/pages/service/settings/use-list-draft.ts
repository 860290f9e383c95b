import { useState } from 'react'

import { sameValue, settingAt, type Edit, type EditPath } from '../../../api/service-edit.ts'
import type { Service } from '../../../api/service.ts'

/** One item of a list that is being changed, as the API has it or is to have it. */
export interface DraftItem {
  readonly key: string
  readonly raw: unknown
  readonly state: 'kept' | 'added' | 'removed'
}

/**
 * Tells the rows of a draft apart. A row that is removed or kept stays the same row, so that its button keeps the focus;
 * what was removed can be added again beside it.
 */
export const rowKey = ({ key, state }: DraftItem): string => (state === 'added' ? `${key} added` : key)

interface Draft {
  /** The list as it was when the first change was made. */
  readonly base: readonly unknown[] | undefined
  readonly added: readonly unknown[]
  readonly removed: ReadonlySet<string>
}

const NOTHING: Pick<Draft, 'added' | 'removed'> = { added: [], removed: new Set() }

/** A list of a service that is changed item by item and then sent as a whole. Items that stay keep their form. */
export const useListDraft = (service: Service, path: EditPath, keyOf: (raw: unknown) => string) => {
  const [draft, setDraft] = useState<Draft>()
  const held = settingAt(service, path)
  const base = draft ? draft.base : Array.isArray(held) ? (held as unknown[]) : undefined
  const { added, removed } = draft ?? NOTHING
  const items: readonly DraftItem[] = [
    ...(base ?? []).map((raw) => {
      const key = keyOf(raw)
      return { key, raw, state: removed.has(key) ? 'removed' : 'kept' } as const
    }),
    ...added.map((raw) => ({ key: keyOf(raw), raw, state: 'added' }) as const),
  ]
  const after = items.filter(({ state }) => state !== 'removed').map(({ raw }) => raw)
  const edit: Edit | undefined = draft && !sameValue(base, after) ? { path, before: base, after } : undefined
  const change = (next: Partial<Draft>) => {
    setDraft({ base, added, removed, ...next })
  }
  return {
    items,
    /** The change, if there is one. */
    edit,
    add: (raws: readonly unknown[]) => {
      change({ added: [...added, ...raws] })
    },
    remove: (key: string) => {
      const left = added.filter((raw) => keyOf(raw) !== key)
      if (left.length < added.length) change({ added: left })
      else change({ removed: new Set([...removed, key]) })
    },
    keep: (key: string) => {
      change({ removed: new Set([...removed].filter((one) => one !== key)) })
    },
    /** The same changes, made to the list as it is in that service. */
    rebase: (current: Service) => {
      const list = settingAt(current, path)
      const now = Array.isArray(list) ? (list as unknown[]) : []
      const present = new Set(now.map(keyOf))
      setDraft({ base: now, added: added.filter((raw) => !present.has(keyOf(raw))), removed })
    },
    discard: () => {
      setDraft(undefined)
    },
  }
}
