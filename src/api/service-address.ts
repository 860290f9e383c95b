/** Which service. */
export interface ServiceAddress {
  readonly project: string
  readonly service: string
}

/** Its parameters in paths of the API. */
export const serviceParams = ({ project, service }: ServiceAddress) => ({ project, service_name: service })
