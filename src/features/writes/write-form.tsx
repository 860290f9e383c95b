import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type ReactNode } from 'react'
import { useFormContext, useWatch, type FieldValues } from 'react-hook-form'
import { safeParse, type GenericSchema } from 'valibot'

import { wasRefused } from '../../api/errors.ts'
import { sendWrite } from '../../api/send-write.ts'
import type { ServiceWrite } from '../../api/service-write.ts'
import { useApi } from '../../api/use-api.ts'
import { Form } from '../../ui/form/form.tsx'
import { namedField } from './named-field.ts'
import { WriteCommand } from './write-command.tsx'
import { WriteProblem } from './write-problem.tsx'

interface WriteFormProps<Input extends FieldValues, Output> {
  /** The form's accessible name. */
  label: string
  /** Turns the fields' values into the input of `request`. */
  schema: GenericSchema<Input, Output>
  /** Initial values of the fields. */
  initial: Input
  /** What is sent. */
  request: (values: Output) => ServiceWrite
  /** The request for the command line while the fields are incomplete. */
  preview?: (fields: Input) => ServiceWrite | undefined
  submitLabel: string
  dangerous?: boolean
  /** How Terraform reacts to the change, as a sentence. */
  terraform?: string | undefined
  /** Turns a refusal into messages for single fields. By default: the API's message, if it names a field. */
  fieldErrors?: (error: Error, values: Output) => Readonly<Record<string, string>> | undefined
  /** Message if the API refused: nothing has changed. */
  refused: string
  /** Message if it isn't known whether the change was made. */
  doubtful?: ReactNode
  /** The same, if it depends on what was sent. */
  renderDoubtful?: (values: Output) => ReactNode
  onDone: (values: Output) => void
  /** Other buttons beside the one that submits. */
  actions?: ReactNode
  /** The fields. */
  children: ReactNode
}

/** Names of the single-value fields: a message can't be shown at a group. */
const plainFields = (initial: FieldValues): string[] =>
  Object.keys(initial).filter((name) => typeof initial[name] !== 'object')

type CurrentCommandProps<Input extends FieldValues, Output> = Pick<
  WriteFormProps<Input, Output>,
  'schema' | 'request' | 'preview' | 'terraform'
>

/** The command for the current values, once they can be sent. */
const CurrentCommand = <Input extends FieldValues, Output>(props: CurrentCommandProps<Input, Output>) => {
  const { schema, request, preview, terraform } = props
  const { control } = useFormContext<Input>()
  const fields = useWatch({ control })
  const { success, output } = safeParse(schema, fields)
  const shown = success ? request(output) : preview?.(fields as Input)
  return shown && <WriteCommand request={shown} terraform={terraform} />
}

/**
 * A form whose values are sent as a change, once per answer. Input stays after a refusal, and a refusal is shown
 * differently from an unknown outcome.
 */
export const WriteForm = <Input extends FieldValues, Output>(props: WriteFormProps<Input, Output>) => {
  const { schema, request, preview, fieldErrors, doubtful, renderDoubtful, onDone, children, ...form } = props
  const { mutateAsync, isPending } = useMutation(sendWrite(useApi()))
  const problem = useRef<HTMLDivElement>(null)
  const [failed, setFailed] = useState<{ error: Error; values: Output }>()
  const send = async (values: Output) => {
    setFailed(undefined)
    try {
      await mutateAsync(request(values))
    } catch (caught) {
      const error = caught instanceof Error ? caught : new Error(String(caught))
      const fields = fieldErrors?.(error, values) ?? namedField(error, plainFields(form.initial))
      if (fields) return { fields }
      setFailed({ error, values })
      return undefined
    }
    onDone(values)
    return undefined
  }
  return (
    <Form
      label={form.label}
      schema={schema}
      initial={form.initial}
      submitLabel={form.submitLabel}
      dangerous={form.dangerous ?? false}
      actions={form.actions}
      onSubmit={send}
      onInvalid={() => {
        // The refusal was about other values. An unknown outcome still needs checking, so it stays.
        if (wasRefused(failed?.error)) setFailed(undefined)
      }}
    >
      {children}
      <CurrentCommand<Input, Output>
        schema={schema}
        request={request}
        {...(preview && { preview })}
        terraform={form.terraform}
      />
      <div ref={problem} className="empty:hidden">
        <WriteProblem
          error={failed?.error ?? null}
          refused={form.refused}
          doubtful={(failed && renderDoubtful?.(failed.values)) ?? doubtful}
          busy={isPending}
          onRetry={() => {
            // What the fields say now, once per answer: as the form's own button does.
            problem.current?.closest('form')?.requestSubmit()
          }}
        />
      </div>
    </Form>
  )
}
