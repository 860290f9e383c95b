import { useState } from 'react'

import { Choice } from '../ui/choice.tsx'

const KEY = 'theme'

const stored = (): string => document.documentElement.dataset['theme'] ?? 'system'

/** `public/theme.js` restores the choice before the first paint. */
const apply = (theme: string): void => {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // The choice holds until the tab closes.
  }
}

export const ThemeChoice = () => {
  const [theme, setTheme] = useState(stored)
  return (
    <Choice
      legend="Theme"
      value={theme}
      options={[
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
        { value: 'system', label: 'System' },
      ]}
      onChange={(next) => {
        apply(next)
        setTheme(next)
      }}
    />
  )
}
