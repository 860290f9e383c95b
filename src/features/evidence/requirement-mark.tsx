import type { Mark } from '../../domain/verdict.ts'
import { Icon, type IconName } from '../../ui/icon.tsx'

const MARKS: Record<Mark, { word: string; icon: IconName; className: string }> = {
  required: { word: 'Required', icon: 'shield', className: 'bg-required-ground text-required font-semibold' },
  optional: { word: 'Optional', icon: 'circle', className: 'bg-optional-ground text-optional' },
  unknown: { word: 'Unknown', icon: 'question', className: 'bg-unknown-ground text-unknown font-semibold' },
}

/** Required, Optional or Unknown: a word and an icon, never colour alone. */
export const RequirementMark = ({ mark }: { mark: Mark }) => {
  const { word, icon, className } = MARKS[mark]
  return (
    <span className={`inline-flex min-h-6 items-center gap-1 rounded-md px-2 ${className}`}>
      <Icon name={icon} />
      {word}
    </span>
  )
}

/** The word of a mark, for search and sorting. */
export const markWord = (mark: Mark): string => MARKS[mark].word
