import type { NamedRoute } from '../../features/routing/page-route.ts'

export const homeRoute: NamedRoute = {
  path: '',
  title: 'Home',
  page: async () => (await import('./home-page.tsx')).HomePage,
  loader: async () => (await import('./loader.ts')).loadHome,
}
