/** Changes the mock's answers so that `events` accepts no client certificates: all its endpoints use SASL. */

interface WireService {
  readonly service_name: string
  readonly components: readonly { readonly kafka_authentication_method?: string }[]
}

const change = (service: WireService): WireService =>
  service.service_name === 'events'
    ? {
        ...service,
        components: service.components.filter((one) => one.kafka_authentication_method !== 'certificate'),
      }
    : service

/** For `renderApp`'s `tamper`. */
export const saslOnly = (_: string, body: unknown): unknown => {
  const { service, services } = body as { service?: WireService; services?: readonly WireService[] }
  if (service) return { ...(body as object), service: change(service) }
  return services ? { ...(body as object), services: services.map(change) } : body
}
