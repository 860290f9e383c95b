/** Finds whose endpoint a server's certificate is for, by the names in it. */
import { altNames, coversHost } from '../../crypto/x509-extensions.ts'
import type { Certificate } from '../../crypto/x509.ts'

/**
 * Those of the hosts that the certificate is for.
 * @param hosts lower case; there may be tens of thousands
 */
export const hostsCovered = (certificate: Certificate, hosts: ReadonlyMap<string, unknown>): string[] => {
  const { dns = [], ip = [] } = altNames(certificate) ?? {}
  const names = dns.map((name) => name.toLowerCase())
  const exact = [...names, ...ip].filter((name) => hosts.has(name))
  const domains = names.filter((name) => name.startsWith('*.')).map((name) => name.slice(1))
  const byWildcard =
    domains.length === 0
      ? []
      : [...hosts.keys()].filter(
          (host) => domains.some((domain) => host.endsWith(domain)) && coversHost(certificate, host),
        )
  return [...new Set([...exact, ...byWildcard])]
}
