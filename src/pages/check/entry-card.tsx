import { Suspense, useId, useRef } from 'react'

import { AnswerList, ToneMark } from '../../features/diagnosis/answer-list.tsx'
import { AsCommand } from '../../features/command-line/as-command.tsx'
import { conversionCommands } from '../../snippets/openssl.ts'
import { leadsToServices, worst, type Checked } from '../../diagnose/check-reading.ts'
import { visible } from '../../diagnose/words.ts'
import { Button } from '../../ui/button.tsx'
import { optional } from '../../ui/optional.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFocusLeft } from '../../ui/use-focus-left.ts'
import { ConnectionDetails } from './connection-details.tsx'
import { DescribedList } from './described-list.tsx'
import { Explanations } from './explanations.tsx'
import { Repaired } from './repaired.tsx'
import { ServerNames } from './server-names.tsx'
import { UnlockForm } from './unlock-form.tsx'
import type { Entry } from './use-materials.ts'
import type { OwnServices } from './use-own-services.ts'

/** Contains every guide, so it is loaded only for an error. If loading fails, the pasted text stays. */
const ForYourService = optional(async () => (await import('./for-your-service.tsx')).ForYourService)

/** Without `Intl`, whose first formatter of units takes longer to make than most files to read. */
const formatSize = (bytes: number): string => {
  if (bytes < 1000) return bytes === 1 ? '1 byte' : `${String(bytes)} bytes`
  const [unit, size] = bytes < 1_000_000 ? ['kB', 1000] : ['MB', 1_000_000]
  return `${String(Math.round((bytes / size) * 10) / 10)} ${unit}`
}

interface EntryCardProps {
  entry: Entry
  checked: Checked | undefined
  own: OwnServices
  onPassword: (password: string) => Promise<void> | undefined
  onRemove: () => void
}

const Body = ({ checked, own, onPassword }: Pick<EntryCardProps, 'own' | 'onPassword'> & { checked: Checked }) => {
  const { reading, answers, described, connections, explanations, server } = checked
  const { name, locked, convert, repaired } = reading
  return (
    <>
      <AnswerList answers={answers} />
      {server && <ServerNames server={server} own={own} />}
      <Suspense>
        {explanations.length > 0 && <Explanations explanations={explanations} />}
        {leadsToServices(checked) && (
          <ForYourService
            text={[reading.text, reading.long?.lines].filter(Boolean).join('\n')}
            certificates={described.map(({ certificate }) => certificate)}
            explanations={explanations}
            own={own}
          />
        )}
      </Suspense>
      {connections.map((connection, index) => (
        <ConnectionDetails
          // Recreated all together, in the text's order.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          connection={connection}
          number={connections.length > 1 ? index + 1 : undefined}
        />
      ))}
      {locked && <UnlockForm locked={locked} name={visible(name, 80)} onPassword={onPassword} />}
      {convert && (
        <AsCommand
          open
          what={`conversion of ${visible(name, 80)}`}
          commands={(shell) => conversionCommands(shell, convert, name)}
        />
      )}
      {repaired && <Repaired file={repaired} />}
      <DescribedList described={described} />
    </>
  )
}

/** One file or paste: name, kind, answers, and below them actions and details. */
export const EntryCard = ({ entry, checked, own, onPassword, onRemove }: EntryCardProps) => {
  const id = useId()
  const ref = useRef<HTMLElement>(null)
  useFocusLeft(ref)
  const { name, size } = entry.material
  return (
    <article
      ref={ref}
      aria-labelledby={id}
      aria-busy={!checked}
      className="space-y-3 rounded-lg border border-border bg-surface p-4"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={id} className="min-w-0 text-base font-semibold wrap-anywhere">
          <bdi>{visible(name, 80)}</bdi>
        </h2>
        {checked && <ToneMark tone={checked.reading.locked ? 'attention' : worst(checked.answers)} />}
        <p className="text-xs text-muted">
          {checked ? `${checked.reading.form}, ${formatSize(size)}` : `Reading ${formatSize(size)}`}
        </p>
        <div className="ml-auto">
          <Button variant="quiet" aria-label={`Remove ${name.slice(0, 80)}`} onClick={onRemove}>
            Remove
          </Button>
        </div>
      </div>
      {checked ? (
        <Body checked={checked} own={own} onPassword={onPassword} />
      ) : (
        <div className="space-y-2">
          <Skeleton className="w-96" />
          <Skeleton className="w-72" />
        </div>
      )}
    </article>
  )
}
