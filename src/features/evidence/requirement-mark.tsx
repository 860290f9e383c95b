import type { Mark } from '../../domain/verdict.ts'
import { Badge } from '../../ui/badge.tsx'

const MARKS = {
  required: { word: 'Required', icon: 'shield', strong: true },
  optional: { word: 'Optional', icon: 'circle', strong: false },
  unknown: { word: 'Unknown', icon: 'question', strong: true },
} as const

/** Required, Optional or Unknown: a word and an icon, never colour alone. */
export const RequirementMark = ({ mark }: { mark: Mark }) => {
  const { word, icon, strong } = MARKS[mark]
  return (
    <Badge tone={mark} icon={icon} strong={strong}>
      {word}
    </Badge>
  )
}

/** A mark as text, for search and sorting. */
export const markWord = (mark: Mark): string => MARKS[mark].word
