import { useId, useState } from 'react'

import type { ConnectionCheck } from '../../diagnose/connections.ts'
import type { DriverVerdict, Verifies } from '../../diagnose/verdicts/verdict.ts'
import { CodeRegion } from '../../ui/code-region.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Icon, type IconName } from '../../ui/icon.tsx'
import { VerdictSource } from './verdict-source.tsx'
import { Outcome } from '../../ui/outcome.tsx'

const VERIFIES: Record<Verifies, { word: string; icon: IconName; className: string }> = {
  full: { word: 'Verifies CA and name', icon: 'check', className: 'text-ok' },
  chain: { word: 'Verifies the CA only', icon: 'question', className: 'text-required' },
  public: { word: 'Verifies public CAs only', icon: 'question', className: 'text-required' },
  none: { word: 'Verifies nothing', icon: 'alert', className: 'text-bad' },
  plain: { word: 'No TLS at all', icon: 'alert', className: 'text-bad' },
  depends: { word: 'Depends', icon: 'question', className: 'text-required' },
  fails: { word: 'Doesn’t connect', icon: 'alert', className: 'text-bad' },
  unknown: { word: 'Not known', icon: 'question', className: 'text-muted' },
}

/** Drivers that read it alike, together: each reason is said once. In the order of the first of each. */
const alike = (drivers: readonly DriverVerdict[]): readonly (readonly [DriverVerdict, ...DriverVerdict[]])[] => {
  const groups = new Map<string, [DriverVerdict, ...DriverVerdict[]]>()
  for (const one of drivers) {
    const key = `${one.verifies} ${one.because}`
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return [...groups.values()]
}

/** How the verdict of a group is known, each source once. */
const sourcesOf = (group: readonly DriverVerdict[]) => {
  const sources = group.map(({ basis, source, seen }) => ({ basis, source, seen }))
  return [...new Map(sources.map((one) => [JSON.stringify(one), one])).values()]
}

const Corrected = ({ text, masked, label }: { text: string; masked: string; label: string }) => {
  const [withSecrets, setWithSecrets] = useState(false)
  const [refused, setRefused] = useState(0)
  const id = useId()
  const hasSecrets = masked !== text
  return (
    <div className="space-y-2">
      <CodeRegion label={label} text={masked} selected={refused} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <CopyButton
          what={label}
          text={withSecrets ? text : masked}
          onRefused={() => {
            setRefused((times) => times + 1)
          }}
        />
        {hasSecrets && (
          <label htmlFor={id} className="flex min-h-6 items-center gap-2">
            <input
              id={id}
              type="checkbox"
              checked={withSecrets}
              onChange={({ target }) => {
                setWithSecrets(target.checked)
              }}
            />
            Copy with my password in it
          </label>
        )}
      </div>
      {refused > 0 && (
        <Outcome tone="warning">
          Your browser blocked the clipboard. The text, without the password, is selected: copy it with Ctrl+C or ⌘C.
        </Outcome>
      )}
    </div>
  )
}

/** A connection string or configuration: how each client reads it, and the corrected text. Secrets are masked. */
export const ConnectionDetails = ({
  connection,
  number,
}: {
  connection: ConnectionCheck
  number: number | undefined
}) => {
  const { what, shown, drivers, corrected, correctedShown } = connection
  const name = number === undefined ? what : `${what}, number ${String(number)}`
  return (
    <section aria-label={name} className="space-y-3 border-t border-border pt-3">
      <h3 className="font-semibold">{name}</h3>
      <CodeRegion label={`${name}, as it is`} text={shown} />
      <ul className="space-y-2">
        {alike(drivers).map((group) => {
          const [{ verifies, because }] = group
          const { word, icon, className } = VERIFIES[verifies]
          return (
            <li key={`${verifies} ${because}`} className="grid gap-x-4 sm:grid-cols-[13rem_1fr]">
              <div>
                <p className="font-medium">{[...new Set(group.map(({ driver }) => driver))].join(', ')}</p>
                <p className={`flex items-center gap-1 ${className}`}>
                  <Icon name={icon} />
                  {word}
                </p>
              </div>
              <div>
                <p className="wrap-anywhere">{because}</p>
                {sourcesOf(group).map((one) => (
                  <VerdictSource key={`${one.basis} ${one.source} ${one.seen ?? ''}`} {...one} />
                ))}
              </div>
            </li>
          )
        })}
      </ul>
      {corrected !== undefined && (
        <div className="space-y-1">
          <p className="font-medium">Corrected, with the project&rsquo;s CA certificate in ca.pem</p>
          <p className="text-xs text-muted">
            Where a public CA signs the endpoint, leave the CA file out: the service page says which.
          </p>
          <Corrected text={corrected} masked={correctedShown} label={`corrected ${name}`} />
        </div>
      )}
    </section>
  )
}
