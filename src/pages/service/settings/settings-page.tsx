import { useEffect } from 'react'
import { Link, useLocation } from 'react-router'

import { AskBeforeLeaving } from '../../../features/writes/unsaved.tsx'
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
  { id: 'plan', word: 'Plan', Part: PlanSection },
  { id: 'cloud', word: 'Cloud', Part: CloudSection },
  { id: 'maintenance', word: 'Maintenance', Part: MaintenanceSection },
  { id: 'allowed-addresses', word: 'Allowed addresses', Part: AllowedSection },
  { id: 'tags', word: 'Tags', Part: TagsSection },
  { id: 'contacts', word: 'Contacts', Part: ContactsSection },
  { id: 'protection', word: 'Protection', Part: ProtectionSection },
  { id: 'configuration', word: 'Configuration', Part: ConfigSection },
] as const

/** Scrolls to the section in the URL, because the browser looked for it before the page's code was loaded. */
const useSectionInUrl = () => {
  const { hash } = useLocation()
  useEffect(() => {
    const section = hash === '' ? null : document.getElementById(hash.slice(1))
    section?.scrollIntoView()
    section?.focus({ preventScroll: true })
  }, [hash])
}

/** All settings of a service, one region each. */
export const SettingsPage = () => {
  const { project, service } = useService()
  const { search } = useLocation()
  useTitle(`Settings of ${service.service_name} – ${project}`)
  useSectionInUrl()
  return (
    // Another service: drop drafts and results of the previous one.
    <div key={`${project}/${service.service_name}`} className="space-y-4">
      <nav aria-label="On this page" className="print:hidden">
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {SECTIONS.map(({ id, word }) => (
            <li key={id}>
              <Link to={{ hash: id, search }} className="inline-block min-h-6 text-accent underline">
                {word}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <AskBeforeLeaving>
        {SECTIONS.map(({ id, Part }) => (
          <Part key={id} project={project} service={service} />
        ))}
      </AskBeforeLeaving>
    </div>
  )
}
