import { useTitle } from '../../../ui/use-title.ts'
import { useService } from '../use-service.ts'
import { AllowedSection } from './allowed-section.tsx'
import { CloudSection } from './cloud-section.tsx'
import { ConfigSection } from './config-section.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { MaintenanceSection } from './maintenance-section.tsx'
import { PlanSection } from './plan-section.tsx'
import { ProtectionSection } from './protection-section.tsx'
import { TagsSection } from './tags-section.tsx'

const SECTIONS = [
  PlanSection,
  CloudSection,
  MaintenanceSection,
  AllowedSection,
  TagsSection,
  ContactsSection,
  ProtectionSection,
  ConfigSection,
] as const

/** Everything of a service that can be changed, a region each. */
export const SettingsPage = () => {
  const { project, service } = useService()
  useTitle(`Settings of ${service.service_name} – ${project}`)
  return (
    // Another service: drafts and outcomes of the last one go.
    <div key={`${project}/${service.service_name}`} className="space-y-4">
      {SECTIONS.map((Part, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- they never change
        <Part key={index} project={project} service={service} />
      ))}
    </div>
  )
}
