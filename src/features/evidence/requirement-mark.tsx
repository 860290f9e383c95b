import type { Mark } from '../../domain/verdict.ts'
import { Badge, badgeClass } from '../../ui/badge.tsx'
import { Icon } from '../../ui/icon.tsx'

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

/** The class of an element that is itself a mark, around `MarkContent`: one element less in each row of a list. */
export const markClass = (mark: Mark): string => badgeClass(mark, MARKS[mark].strong)

export const MarkContent = ({ mark }: { mark: Mark }) => (
  <>
    <Icon name={MARKS[mark].icon} className="self-center" />
    {MARKS[mark].word}
  </>
)

/** A mark as text, for search and sorting. */
export const markWord = (mark: Mark): string => MARKS[mark].word
