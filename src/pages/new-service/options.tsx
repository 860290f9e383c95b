import { useFormContext, useWatch } from 'react-hook-form'

import type { PlanRegion, Vpc } from '../../api/project-offer.ts'
import { isOpen, readAllowed } from '../../domain/allowed-addresses.ts'
import { formatMonthly } from '../../domain/price.ts'
import { CheckboxField } from '../../ui/form/checkbox-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Note } from '../../ui/notice.tsx'
import { diskSteps } from './offer.ts'
import { addressesOf, isLeftOutOfUrl, type Fields } from './fields.ts'
import { formatMegabytes } from '../../domain/megabytes.ts'

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const DiskField = ({ region }: { region: PlanRegion | undefined }) => {
  const steps = diskSteps(region)
  if (steps.length === 0) return null
  const { disk_space_mb: own = 0, disk_space_gb_price_usd: perGib } = region ?? {}
  return (
    <SelectField
      name="disk"
      label="Disk"
      hint="For all nodes together. You can increase it later."
      options={[
        { value: '', label: `${formatMegabytes(own)}: included in the plan` },
        ...steps.map((step) => ({
          value: String(step),
          label:
            perGib === undefined
              ? formatMegabytes(step)
              : `${formatMegabytes(step)}: ${formatMonthly(((step - own) / 1024) * perGib)} more`,
        })),
      ]}
    />
  )
}

const WindowFields = () => {
  const { control, setValue } = useFormContext<Fields>()
  const [day, time] = useWatch({ control, name: ['day', 'time'] })
  if (day !== '' && time === '') setValue('time', '03:00')
  return (
    <>
      <SelectField
        name="day"
        label="Maintenance window"
        hint="When Aiven may install updates."
        options={[
          { value: '', label: 'Any: Aiven sets it' },
          ...DAYS.map((label) => ({ value: label.toLowerCase(), label })),
        ]}
      />
      {day !== '' && <TextField name="time" label="Time of the maintenance window, UTC" />}
    </>
  )
}

/** Number of lines of the field, within limits. */
const linesOf = (text: string): number => Math.min(Math.max(text.split('\n').length, 2), 8)

const LeftOutOfUrl = ({ what }: { what: string }) => (
  <Note testId="not-in-url">
    The URL of this form doesn&rsquo;t hold the {what}: there are too many, or one looks like a secret. Anyone you send
    it to enters them again.
  </Note>
)

const AddressField = () => {
  const { control } = useFormContext<Fields>()
  const allowed = useWatch({ control, name: 'allowed' })
  const everyone = (readAllowed(addressesOf(allowed)) ?? []).find(isOpen)
  return (
    <>
      <TextField
        name="allowed"
        label="Allowed IP addresses"
        optional
        mono
        lines={linesOf(allowed)}
        hint="Networks that can connect, such as 203.0.113.0/24, a description after each. If empty, anyone with credentials can connect."
      />
      {everyone && <Note testId="open-to-everyone">{everyone.text} is open to everyone.</Note>}
      {isLeftOutOfUrl('allowed', allowed) && <LeftOutOfUrl what="addresses" />}
    </>
  )
}

const TagsField = () => {
  const { control } = useFormContext<Fields>()
  const tags = useWatch({ control, name: 'tags' })
  return (
    <>
      <TextField
        name="tags"
        label="Tags"
        optional
        lines={linesOf(tags)}
        hint="For finding and sorting services, such as env: prod. One per line."
      />
      {isLeftOutOfUrl('tags', tags) && <LeftOutOfUrl what="tags" />}
    </>
  )
}

interface OptionsProps {
  region: PlanRegion | undefined
  /** The project's VPCs in the chosen cloud. */
  vpcs: readonly Vpc[]
  isFork: boolean
}

/** Fields with a sensible default. */
export const Options = ({ region, vpcs, isFork }: OptionsProps) => (
  <>
    {vpcs.length > 0 && (
      <SelectField
        name="vpc"
        label="Network"
        hint="Your project has a VPC in this cloud."
        options={[
          { value: '', label: 'Public internet' },
          ...vpcs.map(({ project_vpc_id: value, network_cidr }) => ({
            value,
            label: network_cidr === undefined ? `VPC ${value}` : `VPC ${network_cidr} (${value})`,
          })),
        ]}
      />
    )}
    <DiskField region={region} />
    <CheckboxField
      name="protection"
      label="Termination protection"
      hint="While it is on, nobody can power off or delete the service."
    />
    <WindowFields />
    <AddressField />
    <TagsField />
    {isFork && <CheckboxField name="copyTags" label="Copy the source&rsquo;s tags" />}
  </>
)
