import { useMemo } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import * as v from 'valibot'

import { editTags, powerOff, powerOn } from '../../../api/service-update.ts'
import type { ServiceWrite } from '../../../api/service-write.ts'
import { formatCount, formatNumber } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { Problem } from '../../../ui/notice.tsx'
import { Outcome } from '../../../ui/outcome.tsx'
import { TAG_SCHEMA, type Tag } from '../../../features/tags/tag-schema.ts'
import { FormDialog } from '../../../features/writes/form-dialog.tsx'
import { WriteCommand } from '../../../features/writes/write-command.tsx'
import { planBulk, type BulkAction, type BulkStep, type BulkTarget } from './bulk-plan.ts'
import { useBulk } from './use-bulk.ts'

interface Words {
  readonly title: string
  readonly submit: string
  /** What happens to each, as the end of a line. */
  readonly will: string
  readonly meaning: string
  /** How Terraform reacts to the change. */
  readonly terraform: string
}

const POWER_IN_TERRAFORM = 'Terraform has no attribute for power. Its next update of a service powers it on.'

const WORDS: Readonly<Record<BulkAction, Words>> = {
  'power-off': {
    title: 'Power off several services?',
    submit: 'Power off',
    will: 'is powered off',
    meaning:
      'Aiven removes their machines; clients can’t connect until they are powered on. Aiven refuses if the latest changes aren’t backed up yet.',
    terraform: POWER_IN_TERRAFORM,
  },
  'power-on': {
    title: 'Power on several services?',
    submit: 'Power on',
    will: 'is powered on',
    meaning: 'Aiven makes new machines, which takes minutes and costs from then on.',
    terraform: POWER_IN_TERRAFORM,
  },
  'add-tag': {
    title: 'Add a tag to several services?',
    submit: 'Add tag',
    will: 'gets the tag',
    meaning: 'Other tags stay. A tag of the same key gets the new value.',
    terraform: 'With Terraform: tag blocks. Its next apply puts back the tags of its configuration.',
  },
}

const POWER_SCHEMA = v.object({ key: v.string(), value: v.string() })
const schemaOf = (action: BulkAction) => (action === 'add-tag' ? TAG_SCHEMA : POWER_SCHEMA)

const requestOf = (action: BulkAction, { project, service }: BulkStep, { key, value }: Tag): ServiceWrite => {
  const address = { project, service: service.service_name }
  if (action === 'power-on') return powerOn(address)
  if (action === 'power-off') return powerOff(address, true)
  return editTags(address, [{ path: ['tags', key], before: service.tags[key], after: value }])
}

interface CommandProps {
  action: BulkAction
  steps: readonly BulkStep[]
}

/** The commands for what will be sent, once the fields are complete. */
const BulkCommand = ({ action, steps }: CommandProps) => {
  const { control } = useFormContext<Tag>()
  const { success, output } = v.safeParse(schemaOf(action), useWatch({ control }))
  return (
    success && (
      <WriteCommand
        request={steps.map((step) => requestOf(action, step, output))}
        terraform={WORDS[action].terraform}
      />
    )
  )
}

/** Number of items that are named; the rest are counted. */
const NAMED = 200

const countLeftOut = (steps: readonly BulkStep[]): number =>
  steps.filter(({ skipReason }) => skipReason !== undefined).length

interface StepsProps {
  steps: readonly BulkStep[]
  will: string
  /** Services of several projects: their projects are named too. */
  isMixed: boolean
}

const Steps = ({ steps, will, isMixed }: StepsProps) => (
  <ul aria-label="What happens to each" className="space-y-1">
    {steps.slice(0, NAMED).map(({ project, service: { service_name: name }, skipReason }) => (
      <li key={`${project}/${name}`} className={`wrap-anywhere ${skipReason === undefined ? '' : 'text-muted'}`}>
        <span className="font-medium">{isMixed ? `${project}/${name}` : name}</span>{' '}
        {skipReason === undefined ? will : `is left out: ${skipReason}`}.
      </li>
    ))}
    {steps.length > NAMED && (
      <li>
        {formatCount(steps.length - NAMED, 'more service')}, {formatNumber(countLeftOut(steps.slice(NAMED)))} of them
        left out.
      </li>
    )}
  </ul>
)

const Report = ({ progress }: { progress: NonNullable<ReturnType<typeof useBulk>['progress']> }) => {
  const { state, total, done, failed } = progress
  const begun = done.length + failed.length
  return (
    <>
      <Outcome testId="bulk-done">
        {state !== 'running' &&
          `${String(done.length)} of ${formatCount(total, 'service')} accepted.${state === 'cancelled' ? ` Cancelled: ${String(total - begun)} not sent.` : ''}`}
      </Outcome>
      {failed.length > 0 && (
        <Problem testId="bulk-failed">
          <p className="font-medium">{formatCount(failed.length, 'service')} failed</p>
          <ul>
            {failed.map(({ key, text, isUnknown }) => (
              <li key={key}>
                {text}
                {isUnknown && ' Unknown whether it was done.'}
              </li>
            ))}
          </ul>
        </Problem>
      )}
    </>
  )
}

interface BulkDialogProps {
  action: BulkAction
  targets: readonly BulkTarget[]
  onClose: () => void
}

/** Explains the effect on each selected service, makes the change, and reports failures. */
export const BulkDialog = ({ action, targets, onClose }: BulkDialogProps) => {
  const { title, submit, will, meaning } = WORDS[action]
  const steps = useMemo(() => planBulk(action, targets), [action, targets])
  const wanted = steps.filter(({ skipReason }) => skipReason === undefined)
  const { progress, run, cancel } = useBulk()
  const isRunning = progress?.state === 'running'
  const begun = progress ? progress.done.length + progress.failed.length : 0
  const list = (
    <>
      <p>{meaning}</p>
      <Steps steps={steps} will={will} isMixed={new Set(targets.map(({ project }) => project)).size > 1} />
    </>
  )
  return (
    <FormDialog title={title} onClose={onClose} busy={isRunning}>
      {(guard) => (
        <div className="space-y-4">
          {progress || wanted.length === 0 ? (
            list
          ) : (
            <Form
              label={title}
              schema={schemaOf(action)}
              initial={{ key: '', value: '' }}
              submitLabel={submit}
              dangerous={action === 'power-off'}
              onSubmit={async (tag) => {
                await run(wanted, (step) => requestOf(action, step, tag))
                return undefined
              }}
            >
              {list}
              {action === 'add-tag' && (
                <>
                  <TextField name="key" label="Key" />
                  <TextField name="value" label="Value" optional />
                </>
              )}
              <BulkCommand action={action} steps={wanted} />
              {guard}
            </Form>
          )}
          {wanted.length === 0 && <p data-testid="nothing-to-do">There is nothing to do.</p>}
          {isRunning && (
            <div className="flex flex-wrap items-center gap-2">
              <progress value={begun} max={progress.total} aria-label="Services changed" className="accent-accent" />
              <p className="text-muted">
                {begun} of {progress.total}
              </p>
              <Button onClick={cancel}>Cancel</Button>
            </div>
          )}
          {progress && <Report progress={progress} />}
        </div>
      )}
    </FormDialog>
  )
}
