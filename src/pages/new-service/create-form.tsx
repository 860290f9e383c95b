import { useEffect, useRef, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Link, useNavigate } from 'react-router'

import { createService } from '../../api/service-create.ts'
import { ServiceIcon, typeName } from '../../features/services/service-type.tsx'
import { WriteForm } from '../../features/writes/write-form.tsx'
import type { Arrival } from '../../features/routing/arrival.ts'
import { paths } from '../../lib/paths.ts'
import { CardField } from '../../ui/form/card-field.tsx'
import { SelectField } from '../../ui/form/select-field.tsx'
import { TextField } from '../../ui/form/text-field.tsx'
import { Note } from '../../ui/notice.tsx'
import { toNewService, type Fields } from './fields.ts'
import type { Fork } from './fork.ts'
import { KeepInUrl } from './keep-in-url.tsx'
import { Leaving, WatchEntered } from './leaving.tsx'
import { LookUp } from './look-up.tsx'
import * as from from './offer.ts'
import { Options } from './options.tsx'
import { PlanField } from './plan-field.tsx'
import { refusedFields } from './refused-fields.ts'
import { Summary } from './summary.tsx'
import { useRegion } from './use-region.ts'

/** Placeholder for the name in the command, until there is one. */
const NAME = 'my-service'

/** Fills unset fields with defaults, once the options are loaded. */
const usePreselection = (offer: from.Offer) => {
  const { control, setValue, getValues } = useFormContext<Fields>()
  const [serviceType, cloud, plan, version] = useWatch({ control, name: ['serviceType', 'cloud', 'plan', 'version'] })
  useEffect(() => {
    if (serviceType === '') return
    if (version === '') setValue('version', from.defaultVersion(offer, serviceType, new Date()))
    if (!offer.plans) return
    if (cloud === '') setValue('cloud', from.defaultCloud(offer))
    if (plan !== '') return
    const chosen = from.defaultPlan(offer, getValues('cloud'))
    setValue('plan', chosen)
    setValue('protection', from.isProduction(chosen))
  }, [offer, serviceType, cloud, plan, version, setValue, getValues])
}

const SECTION = 'space-y-4 rounded-lg border border-border bg-surface p-4'

const KAFKA_NOTE =
  'Classic Kafka plans only. Accounts created after August 2026 can create Standard and free services only in the Aiven Console.'

interface FieldsProps {
  project: string
  offer: from.Offer
  fork: Fork | undefined
}

const FormFields = ({ project, offer, fork }: FieldsProps) => {
  const { control, setValue } = useFormContext<Fields>()
  const fields = useWatch({ control }) as Fields
  const { serviceType, cloud } = fields
  usePreselection(offer)
  const region = useRegion(project, offer, fields)
  const versions = from.versionChoices(offer, serviceType, new Date())
  const types = offer.types.filter(({ service_type }) => !fork || service_type === serviceType)
  const isCloudKnown = cloud === '' || offer.clouds.some(({ cloud_name }) => cloud_name === cloud)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0 space-y-4">
        <div className={SECTION}>
          <CardField
            name="serviceType"
            label="Service type"
            tiles
            onChosen={() => {
              setValue('plan', '')
              setValue('version', '')
              setValue('disk', '')
            }}
            cards={types.map(({ service_type: type, description }) => ({
              value: type,
              label: typeName(type, description),
              icon: <ServiceIcon type={type} />,
            }))}
          />
          {serviceType === 'kafka' && <Note testId="kafka-plans">{KAFKA_NOTE}</Note>}
        </div>
        {serviceType !== '' && (
          <>
            <div className={SECTION}>
              <SelectField
                name="cloud"
                label="Cloud"
                options={[
                  ...(cloud === '' ? [{ value: '', label: 'Select a cloud' }] : []),
                  ...(isCloudKnown ? [] : [{ value: cloud, label: `${cloud}: not available` }]),
                  ...offer.clouds.map((one) => ({ value: one.cloud_name, label: from.cloudLabel(one) })),
                ]}
              />
            </div>
            <div className={SECTION}>
              <PlanField offer={offer} />
            </div>
            <div className={SECTION}>
              <TextField
                name="name"
                label="Service name"
                hint="Lower-case letters, digits and hyphens, starting with a letter, at most 64 characters. It can&rsquo;t be changed later."
              />
              {versions.length > 0 && <SelectField name="version" label="Version" options={versions} />}
              <Options region={region} vpcs={from.vpcsIn(offer, cloud)} isFork={fork !== undefined} />
              {!offer.vpcs && (
                <Note testId="vpcs-unknown">
                  The project&rsquo;s VPCs couldn&rsquo;t be read. If it has one in this cloud, Aiven puts the service
                  there.
                </Note>
              )}
            </div>
          </>
        )}
      </div>
      <Summary offer={offer} region={region} />
    </div>
  )
}

interface CreateFormProps extends FieldsProps {
  initial: Fields
}

/** Everything about the new service on one page, in the order in which it is decided. */
export const CreateForm = ({ initial, ...props }: CreateFormProps) => {
  const { project, offer, fork } = props
  const navigate = useNavigate()
  const done = useRef(false)
  const leaving = useRef(false)
  const [hasEntered, setHasEntered] = useState(false)
  const request = (fields: Fields) =>
    createService(project, toNewService(fields, from.vpcsIn(offer, fields.cloud).length > 0, fork))
  return (
    <>
      <WriteForm<Fields, Fields>
        label="Create service"
        schema={from.makeSchema(offer)}
        initial={initial}
        request={request}
        preview={(fields) =>
          fields.serviceType === '' ? undefined : request({ ...fields, name: fields.name || NAME })
        }
        submitLabel="Create service"
        terraform="With Terraform: the resource for the service’s type. If you create it with Terraform, change it there too."
        fieldErrors={refusedFields}
        refused="The service wasn’t created."
        renderDoubtful={({ name }) => (
          <LookUp
            project={project}
            name={name}
            onFound={() => {
              done.current = true
            }}
          />
        )}
        onDone={({ name }) => {
          done.current = true
          // Replaces the form in the history: Back leads to the page before it, so the service isn't created twice.
          void navigate(paths.service(project, name), {
            replace: true,
            state: { outcome: `Aiven accepted the creation of ${name}. It is being built.` } satisfies Arrival,
          })
        }}
        actions={
          <Link
            to={paths.services(project)}
            className="inline-flex min-h-8 items-center rounded-md border border-control px-2.5 py-1 font-medium hover:bg-sunken"
          >
            Cancel
          </Link>
        }
      >
        <FormFields {...props} />
        <KeepInUrl leaving={leaving} />
        <WatchEntered onChange={setHasEntered} />
      </WriteForm>
      <Leaving
        hasEntered={hasEntered}
        done={done}
        onLeaving={(isLeaving) => {
          leaving.current = isLeaving
        }}
      />
    </>
  )
}
