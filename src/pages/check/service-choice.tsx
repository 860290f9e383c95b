import { Note } from '../../ui/notice.tsx'
import { Select } from '../../ui/select.tsx'
import type { OwnServices } from './use-own-services.ts'

const asOptions = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** Lets the user choose the service, if the text names none of their hosts. */
export const ServiceChoice = ({
  own,
  project,
  service,
  onChoose,
}: {
  own: OwnServices
  project: string
  service: string
  onChoose: (project: string, service: string) => void
}) => {
  const services = own.services.get(project) ?? []
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-2">
      <Select
        label="Project"
        value={project}
        placeholder="Choose a project"
        options={asOptions([...own.services.keys()])}
        onChange={(value) => {
          onChoose(value, '')
        }}
      />
      {services.length > 0 && (
        <Select
          label="Service"
          value={service}
          placeholder="Choose a service"
          options={asOptions(services.map(({ service_name }) => service_name))}
          onChange={(value) => {
            onChoose(project, value)
          }}
        />
      )}
    </div>
  )
}

/** Says that the project or service in the URL doesn't exist, or isn't visible to the user. */
export const NoSuchService = ({ own, project, service }: { own: OwnServices; project: string; service: string }) => {
  const services = own.services.get(project)
  const isKnown = services && (service === '' || services.some(({ service_name }) => service_name === service))
  if (project === '' || isKnown || !own.complete || own.mayLack(project)) return null
  return (
    <Note testId="no-such-service">
      There is no {services ? `service “${service}” in project “${project}”` : `project “${project}”`}, or your token
      can’t see it.
    </Note>
  )
}
