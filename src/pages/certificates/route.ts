import type { NamedRoute } from '../../features/routing/page-route.ts'

export const certificatesRoute: NamedRoute = {
  path: 'certificates',
  title: 'Certificates',
  page: async () => (await import('./certificates-page.tsx')).CertificatesPage,
}
