import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { hasPage } from '../domain/catalog.ts'
import { SERVICE_PLACES } from './nav.ts'
import { renderApp } from './testing/render-app.tsx'

const PAGES = SERVICE_PLACES.map((place) => place.page).filter((name) => hasPage('kafka', name))

describe('a service that is powered off', () => {
  it.each(PAGES)('%s: the page keeps its heading', async (name) => {
    await renderApp(`/project/demo-shop/services/events-archive/${name}`)
    await expect.element(page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible()
  })
})
