import { Button } from '../../ui/button.tsx'
import { onDemand } from '../../ui/on-demand.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DoubtDialog } from '../doubts/doubt-dialog.tsx'
import { ApiProblem } from '../problems/api-problem.tsx'
import type { useKeyStores } from './use-key-stores.ts'

const KeyStoresDialog = onDemand(async () => (await import('./key-stores-dialog.tsx')).KeyStoresDialog)

interface KeyStoresProps {
  stores: ReturnType<typeof useKeyStores>
}

interface KeyStoresButtonProps extends KeyStoresProps {
  variant?: 'quiet' | 'outline'
}

/** The button, like any other beside a file. `KeyStoresOutcome` shows the result. */
export const KeyStoresButton = ({ stores: { what, busy, open }, variant = 'quiet' }: KeyStoresButtonProps) => (
  <Button variant={variant} aria-haspopup="dialog" busy={busy} onClick={open}>
    {what}
  </Button>
)

/** The result of the button: waiting, a failure, a doubt, or the dialog. */
export const KeyStoresOutcome = ({ stores }: KeyStoresProps) => {
  const { of, what, busy, message, failure, doubts, material, open, cancel, close } = stores
  return (
    <>
      {busy && <Waiting onCancel={cancel} />}
      {/* Only while there is something to say: the row around it has its own status. */}
      {message !== '' && (
        <p role="status" className="text-muted">
          {message}
        </p>
      )}
      {failure && (
        <ApiProblem error={failure.error} what={`No ${what.toLowerCase()} can be made.`} busy={busy} onRetry={open} />
      )}
      <DoubtDialog doubts={doubts} />
      {material && <KeyStoresDialog project={of.project} material={material} facts={of.facts} onClose={close} />}
    </>
  )
}
