import { nameAttribute, type Certificate } from '../../crypto/x509.ts'
import { hostsCovered } from '../../diagnose/servers/server-names.ts'
import { primaryEndpoint } from '../../domain/verdict.ts'
import type { OwnEndpoint, OwnServices } from './use-own-services.ts'

/** Of a service user's certificate: its subject names the service and the user. Two projects may have such a service. */
const ofUser = (certificate: Certificate, { services }: OwnServices): OwnEndpoint | undefined => {
  const [name, user] = [nameAttribute(certificate.subject, 'O'), nameAttribute(certificate.subject, 'CN')]
  const found = [...services].flatMap(([project, items]) =>
    items
      .filter((service) => service.service_name === name && service.users.some(({ username }) => username === user))
      .map((service) => ({ project, service })),
  )
  const [only] = found
  if (!only || found.length > 1) return undefined
  const main = primaryEndpoint(only.service.service_type, only.service.components)
  return main && { ...main, ...only }
}

/** The user's endpoint that certificates belong to: found by a server certificate's names, or a user certificate's subject. */
export const endpointOf = (certificates: readonly Certificate[], own: OwnServices): OwnEndpoint | undefined => {
  for (const certificate of certificates) {
    if (certificate.isCa) continue
    const [host] = hostsCovered(certificate, own.byHost)
    const [endpoint] = (host !== undefined && own.byHost.get(host)) || []
    const found = endpoint ?? ofUser(certificate, own)
    if (found) return found
  }
  return undefined
}
