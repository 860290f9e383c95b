/** Changes of a service as a whole: power, termination protection, deletion. */
import { serviceParams, type ServiceAddress } from './service-address.ts'
import { tagsBody, updateBody, type Edit } from './service-edit.ts'
import { makeWrite, readAcknowledged } from './service-write.ts'
import type { Service } from './service.ts'

/**
 * `PUT …/service/{service}` with `powered: false`.
 * @param clean ask the API to refuse if some changes aren't backed up yet and would be lost; by default it goes on
 */
export const powerOff = (address: ServiceAddress, clean: boolean) =>
  makeWrite({
    operation: 'ServiceUpdate',
    params: serviceParams(address),
    query: { allow_unclean_poweroff: String(!clean) },
    body: { powered: false },
  })

/** `PUT …/service/{service}` with `powered: true`. */
export const powerOn = (address: ServiceAddress) =>
  makeWrite({ operation: 'ServiceUpdate', params: serviceParams(address), body: { powered: true } })

/** `PUT …/service/{service}`: whether the service may be powered off and deleted. */
export const setTerminationProtection = (address: ServiceAddress, on: boolean) =>
  makeWrite({ operation: 'ServiceUpdate', params: serviceParams(address), body: { termination_protection: on } })

/** `PUT …/service/{service}` with the fields that are edited. @param service as the page shows it */
export const editService = (address: ServiceAddress, service: Service, edits: readonly Edit[]) =>
  makeWrite({ operation: 'ServiceUpdate', params: serviceParams(address), body: updateBody(service, edits), edits })

/** `PATCH …/tags` with the tags that are edited. */
export const editTags = (address: ServiceAddress, edits: readonly Edit[]) =>
  makeWrite({
    operation: 'ProjectServiceTagsUpdate',
    params: serviceParams(address),
    body: tagsBody(edits),
    edits,
    check: readAcknowledged,
  })

/** `PUT …/maintenance/start`: installs pending updates now. */
export const startMaintenance = (address: ServiceAddress) =>
  makeWrite({ operation: 'ServiceMaintenanceStart', params: serviceParams(address), check: readAcknowledged })

/** `DELETE …/service/{service}`: the service and its data. */
export const deleteService = (address: ServiceAddress) =>
  makeWrite({
    operation: 'ServiceDelete',
    params: serviceParams(address),
    check: readAcknowledged,
    ends: true,
  })
