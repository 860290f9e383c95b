import type { Service } from '../../api/service.ts'
import { kindOfService } from '../../domain/catalog.ts'
import { typeRow } from '../../domain/verdict.ts'
import { Icon } from '../../ui/icon.tsx'
import { BrandIcon } from '../brand-icons/brand-icon.tsx'
import { useServiceMark } from '../brand-icons/use-service-mark.ts'

/** The brand's icon; a generic icon for types without one, and until it is loaded. */
export const ServiceIcon = ({ type, className = '' }: { type: string; className?: string }) => {
  const mark = useServiceMark(type)
  const tile = `size-8 rounded-md bg-sunken text-muted ${className}`
  const kind = <Icon name={kindOfService(type) ?? 'box'} className={`p-2 ${tile}`} />
  return mark ? (
    <BrandIcon mark={mark} className={`p-1.5 ${tile}`}>
      {kind}
    </BrandIcon>
  ) : (
    kind
  )
}

/** A type's name, from the requirements table, or from the API if the table doesn't list it. */
export const typeName = (type: string, description?: string): string =>
  typeRow(type)?.service.replace(/^Aiven (for )?/, '') ?? description?.split(' - ')[0] ?? type

/** Type and, if known, version of a service: "PostgreSQL 16". */
export const serviceTypeName = ({ service_type, service_type_description, user_config }: Service): string => {
  const name = typeName(service_type, service_type_description)
  const version = user_config[`${service_type}_version`]
  return typeof version === 'string' ? `${name} ${version}` : name
}
