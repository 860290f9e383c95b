import type { Answer, Tone, Words } from '../../diagnose/words.ts'
import { formatDay } from '../../lib/date-format.ts'
import { Badge, type BadgeTone } from '../../ui/badge.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'

/** A sentence whose foreign parts are isolated, so that a right-to-left name doesn't reorder the text around it. */
const Sentence = ({ words }: { words: Words }) =>
  words.map((part, index) => {
    if (typeof part === 'string') return part
    // The parts of one sentence never change places.
    const key = String(index)
    if ('day' in part) {
      return (
        <time key={key} dateTime={part.day.toISOString()}>
          {formatDay(part.day)}
        </time>
      )
    }
    return <bdi key={key}>{part.quoted}</bdi>
  })

const TONES: Record<Tone, { icon: IconName; className: string; prefix: string }> = {
  good: { icon: 'check', className: 'text-ok', prefix: 'Good: ' },
  info: { icon: 'circle', className: 'text-muted', prefix: '' },
  attention: { icon: 'question', className: 'text-required', prefix: 'Needs attention: ' },
  bad: { icon: 'alert', className: 'text-bad', prefix: 'Problem: ' },
}

/** Answers, each with the icon of its tone, and the tone in words for those who don't see it. */
export const AnswerList = ({ answers }: { answers: readonly Answer[] }) => (
  <ul className="space-y-1.5">
    {answers.map(({ tone, words }, index) => {
      const { icon, className, prefix } = TONES[tone]
      return (
        // All answers are recreated together, and none has state.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={index} className="flex gap-2">
          <span className={className}>
            <Icon name={icon} className="mt-0.5" />
          </span>
          <span className={`min-w-0 wrap-anywhere ${tone === 'bad' ? 'font-medium' : ''}`}>
            {prefix !== '' && <span className="sr-only">{prefix}</span>}
            <Sentence words={words} />
          </span>
        </li>
      )
    })}
  </ul>
)

const VERDICTS: Record<Tone, { word: string; badge: BadgeTone }> = {
  good: { word: 'OK', badge: 'ok' },
  info: { word: 'Read', badge: 'optional' },
  attention: { word: 'Needs attention', badge: 'required' },
  bad: { word: 'Problem', badge: 'bad' },
}

/** The most serious of several answers, as an icon and a word. */
export const ToneMark = ({ tone }: { tone: Tone }) => (
  <Badge tone={VERDICTS[tone].badge} icon={TONES[tone].icon} strong>
    {VERDICTS[tone].word}
  </Badge>
)
