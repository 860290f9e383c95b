import { useState } from 'react'

import { sameValue, type Edit } from '../../../api/service-edit.ts'
import { editService, startMaintenance } from '../../../api/service-update.ts'
import type { Service } from '../../../api/service.ts'
import { dayWord, NEVER, nextWindow } from '../../../domain/maintenance-window.ts'
import { DifferenceList } from '../../../features/writes/difference-list.tsx'
import { EditOutcome, type Saved } from '../../../features/writes/edit-outcome.tsx'
import { WriteDialog } from '../../../features/writes/write-dialog.tsx'
import { WritePanel } from '../../../features/writes/write-panel.tsx'
import { Button } from '../../../ui/button.tsx'
import { onDemand } from '../../../ui/on-demand.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { formatMoment, formatRelative } from '../../../ui/relative-time.tsx'
import { PendingUpdates } from './pending-updates.tsx'
import { Section } from './section.tsx'
import { useOpened } from './use-opened.ts'

const WindowForm = onDemand(async () => (await import('./window-form.tsx')).WindowForm)

const nameOf = (path: readonly string[]): string => (path.at(-1) === 'dow' ? 'Day (UTC)' : 'Time (UTC)')

/** The window in UTC, and its next start in local time. */
const WindowLine = ({ service: { maintenance } }: { service: Service }) => {
  const { dow, time } = maintenance
  if (dow === NEVER) return <p data-testid="never">This service has no maintenance window, and none can be set.</p>
  if (dow === undefined) return <p>The API gives no maintenance window.</p>
  const next = nextWindow(dow, time, new Date())
  return (
    <p>
      Maintenance window: <b>{`${dayWord(dow)}s, ${time?.slice(0, 5) ?? 'at an unknown time,'} UTC`}</b>.
      {next && (
        <>
          {' '}
          It opens {formatRelative(next, new Date())} (<time dateTime={next.toISOString()}>{formatMoment(next)}</time>{' '}
          your time).
        </>
      )}
    </p>
  )
}

/** Updates that wait, and the weekly window in which they are installed. */
export const MaintenanceSection = ({ project, service }: { project: string; service: Service }) => {
  const address = { project, service: service.service_name }
  const { dow, time, updates } = service.maintenance
  const { opened, open, close, button } = useOpened<true>()
  const [edits, setEdits] = useState<readonly Edit[]>([])
  const [saved, setSaved] = useState<Saved>()
  const [installing, setInstalling] = useState(false)
  const [installed, setInstalled] = useState<string>()
  const isOff = service.state === 'POWEROFF'
  const requestOf = (of: readonly Edit[]) => editService(address, service, of)
  const discard = () => {
    setEdits([])
  }
  return (
    <Section
      id="maintenance"
      title="Maintenance"
      intro="Aiven installs updates in the window. Those with a deadline are installed then."
    >
      <PendingUpdates updates={updates} />
      <div className="flex flex-wrap items-center gap-2">
        {updates.length > 0 && (
          <Button
            aria-disabled={isOff}
            onClick={() => {
              setInstalled(undefined)
              if (!isOff) setInstalling(true)
            }}
          >
            Install now
          </Button>
        )}
        {updates.length > 0 && isOff && <span className="text-muted">The service is powered off.</span>}
        <Outcome testId="maintenance-started">{installed}</Outcome>
      </div>
      <WindowLine service={service} />
      {dow !== NEVER && (
        <Button
          ref={button}
          onClick={() => {
            setSaved(undefined)
            open(true)
          }}
        >
          Change window
        </Button>
      )}
      {opened && (
        <WindowForm
          dow={dow}
          time={time}
          onClose={close}
          onChosen={(window) => {
            close()
            setEdits(
              [
                { path: ['maintenance', 'dow'] as const, before: dow, after: window.dow },
                { path: ['maintenance', 'time'] as const, before: time, after: window.time },
              ].filter(({ before, after }) => !sameValue(before, after)),
            )
          }}
        />
      )}
      {edits.length > 0 && (
        <WritePanel
          label="Changes of the maintenance window"
          request={requestOf(edits)}
          terraform="With Terraform: maintenance_window_dow and maintenance_window_time. Its next apply puts back those of its configuration."
          refused="The window wasn’t changed."
          doubtful="Unknown whether the window was changed. It’s safe to try again."
          onRebase={({ maintenance }) => {
            setEdits(
              edits
                .map((edit) => ({ ...edit, before: edit.path[1] === 'dow' ? maintenance.dow : maintenance.time }))
                .filter(({ before, after }) => !sameValue(before, after)),
            )
          }}
          onDone={(result) => {
            setSaved({ message: 'Maintenance window saved.', edits, result })
          }}
          onDiscard={discard}
        >
          <DifferenceList label="Window to be changed" differences={edits} nameOf={nameOf} />
        </WritePanel>
      )}
      <EditOutcome testId="window-saved" saved={saved} requestOf={requestOf} nameOf={nameOf} onSaved={setSaved} />
      {installing && (
        <WriteDialog
          title={`Install updates of ${service.service_name} now?`}
          confirm="Install now"
          request={startMaintenance(address)}
          terraform="Terraform has no attribute for it, and won’t revert it."
          refused="The maintenance wasn’t started."
          doubtful="Unknown whether the maintenance was started. Look at the service\u2019s state before you try again."
          onDone={() => {
            setInstalling(false)
            setInstalled('Aiven accepted the start of the maintenance.')
          }}
          onClose={() => {
            setInstalling(false)
          }}
        >
          <p>
            Aiven builds new nodes and moves the service there; connections break for a moment.{' '}
            {`${String(updates.length)} waiting update${updates.length === 1 ? ' is' : 's are'} installed.`}
          </p>
        </WriteDialog>
      )}
    </Section>
  )
}
