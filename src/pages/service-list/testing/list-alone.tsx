/**
 * The list without the app around it, for measuring: as many services as the URL says (`?rows=100000`), made after
 * those of the API. Not part of any build that ships.
 */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createBrowserRouter, RouterProvider } from 'react-router'

import { readServiceList } from '../../../api/service.ts'
import '../../../app/theme.css'
import { ServiceBrowser } from '../service-browser.tsx'
import { COLUMNS } from '../service-columns.tsx'
import { toRows } from '../service-rows.ts'

const response = await fetch('/v1/project/demo-shop/service?include_secrets=false')
const { items } = readServiceList(await response.json())
const total = Number(new URLSearchParams(location.search).get('rows'))
const services = Array.from({ length: total }, (_, index) => {
  const template = items[index % items.length]
  if (!template) throw new Error('The API has sent no service.')
  return { ...template, service_name: `${template.service_name}-${String(index).padStart(6, '0')}` }
})
const rows = toRows('demo-shop', services)

const NO_CAS = new Map<string, undefined>()

const List = () => (
  <main>
    <ServiceBrowser scope="all services" rows={rows} columns={COLUMNS} problems={[]} cas={NO_CAS} />
  </main>
)

const root = document.querySelector('#root')
if (!root) throw new Error('index.html has no #root')
performance.mark('rows-made')
createRoot(root).render(
  <StrictMode>
    <RouterProvider router={createBrowserRouter([{ path: '*', element: <List /> }])} />
  </StrictMode>,
)
