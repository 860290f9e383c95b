import { useState } from 'react'

import { Choice } from '../ui/choice.tsx'
import { storeItem } from '../lib/browser-storage.ts'
import { NotStored } from '../ui/not-stored.tsx'

const KEY = 'theme'

const stored = (): string => document.documentElement.dataset['theme'] ?? 'system'

/**
 * `public/theme.js` restores the choice before the first paint.
 * @returns false if the browser doesn't store it
 */
const apply = (theme: string): boolean => {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  return storeItem(KEY, theme === 'system' ? undefined : theme)
}

export const ThemeChoice = () => {
  const [theme, setTheme] = useState(stored)
  const [kept, setKept] = useState(true)
  return (
    <>
      <Choice
        legend="Theme"
        value={theme}
        options={[
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
          { value: 'system', label: 'System' },
        ]}
        onChange={(next) => {
          setKept(apply(next))
          setTheme(next)
        }}
      />
      {!kept && <NotStored />}
    </>
  )
}
