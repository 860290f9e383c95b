import { describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { expectAccessible } from '../../ui/testing/expect-accessible.ts'

const counts = page.getByRole('list', { name: 'Certificates that need attention' })
const projects = page.getByRole('table', { name: 'Projects' })
const box = page.getByRole('textbox', { name: /^Paste an error/ })

it('keeps the box for errors in its place, however long the projects take', async () => {
  await renderApp('/', { scenario: 'slow' })
  await expect.element(box).toBeVisible()
  const { top } = box.element().getBoundingClientRect()
  await expect.element(page.getByRole('button', { name: 'Cancel' })).toBeVisible()
  expect(box.element().getBoundingClientRect().top).toBe(top)
  await expect.element(page.getByRole('link', { name: /^Expired/ })).toBeVisible()
  expect(box.element().getBoundingClientRect().top).toBe(top)
})

describe('home', () => {
  it.each([
    [/^Expired/, 'state=expired'],
    [/^Ending within 60 days/, 'state=within-60'],
    [/^Rotating/, 'state=rotation'],
  ])('counts what needs attention: %s leads to as many rows', async (name, search) => {
    const { url } = await renderApp('/')
    await expect.element(page.getByRole('status').filter({ hasText: /^\d+ projects$/ })).toBeVisible()
    const link = counts.getByRole('link', { name })
    await expect.element(link).toHaveTextContent(/\d+$/)
    const count = Number(/\d+$/.exec(link.element().textContent)?.[0])
    expect(count).toBeGreaterThan(0)
    await link.click()
    await expect.poll(url).toBe(`/certificates?${search}`)
    const rows = page.getByRole('table', { name: 'Certificates' }).getByRole('rowheader')
    await expect.poll(() => rows.elements().length).toBe(count)
  })

  it('lists the projects, each with its services and the health of its certificates', async () => {
    const { url } = await renderApp('/')
    await expect
      .element(projects.getByRole('row', { name: /demo-legacy/ }))
      .toHaveTextContent(/\d+.*Expired 1 month ago/)
    await expect.element(projects.getByRole('row', { name: /demo-rotation/ })).toHaveTextContent(/rotating/)
    await projects.getByRole('link', { name: 'demo-shop' }).click()
    await expect.poll(url).toBe('/project/demo-shop/services')
  })

  it.each(['/', '/projects'])('the first link to a project on %s leads to its services', async (place) => {
    localStorage.removeItem('last-project')
    await renderApp(place)
    await expect.element(page.getByRole('main').getByRole('link', { name: 'demo-shop', exact: true })).toBeVisible()
    if (place === '/') {
      await expect.element(page.getByTestId('ca-ended')).toBeVisible()
      await expect.element(page.getByRole('region', { name: 'Alerts' })).toBeVisible()
    }
    expect(document.querySelector('a[href^="/project/"]')?.getAttribute('href')).toMatch(/^\/project\/[^/]+\/services$/)
  })

  it('says prominently that a CA has expired, and that a project can not be read', async () => {
    await renderApp('/')
    await expect.element(page.getByTestId('ca-ended')).toHaveTextContent('demo-legacy')
    await expect.element(page.getByTestId('ca-counted')).toHaveTextContent('demo-legacy')
    await expect.element(projects.getByRole('row', { name: /demo-restricted/ }).getByTestId('unread')).toBeVisible()
  })

  it('says once beside the counts that they lack a project, and once in the list, with the way on', async () => {
    const { queryClient } = await renderApp('/')
    await expect.element(page.getByTestId('counts-lack')).toHaveTextContent(/^1 of \d projects .*demo-restricted$/)
    const restricted = ['ProjectAlertsList', { project: 'demo-restricted' }]
    await expect.poll(() => queryClient.getQueryState(restricted)?.status).toBe('error')
    await expect.element(page.getByRole('region', { name: 'Alerts' })).toBeVisible()
    expect(page.getByTestId('alerts-unread').elements()).toHaveLength(0)
    expect(page.getByRole('main').getByText('demo-restricted').elements()).toHaveLength(2)
    await expect.element(projects.getByRole('button', { name: 'Retry demo-restricted' })).toBeVisible()
  })

  it('has no counts if no project could be read', async () => {
    await renderApp('/', {
      tamper: (path, body) => (/\/project\/[^/]+\/(service|kms\/ca)/.test(path) ? [] : body),
    })
    for (const name of [/^Expired/, /^Ending within/, /^Rotating/])
      await expect.element(counts.getByRole('link', { name })).toHaveAccessibleName(/Unknown$/)
    await expect.element(page.getByTestId('counts-lack')).toHaveTextContent(/^No project/)
    expect(counts.getByText('0', { exact: true }).elements()).toEqual([])
    await expectAccessible()
  })

  it('lists the alerts of all projects, the worst first, once the certificates are known', async () => {
    const disk = { event: 'user_alert_resource_usage_disk', create_time: '2026-11-23T07:00:00Z', severity: 'warning' }
    const { requests } = await renderApp('/', {
      tamper: (path, body) =>
        path.endsWith('/demo-legacy/alerts')
          ? { alerts: [disk, { ...disk, service_name: 'old-db', severity: 'critical' }, 7] }
          : path.endsWith('/demo-rotation/alerts')
            ? 7
            : body,
    })
    const alerts = page.getByRole('region', { name: 'Alerts' })
    await expect.element(alerts.getByRole('listitem').nth(2)).toBeVisible()
    await expect.element(alerts.getByRole('listitem').first()).toHaveTextContent(/Critical.*demo-legacy\/old-db.*Disk/)
    await expect
      .element(alerts.getByRole('link', { name: 'demo-shop/clicks' }))
      .toHaveAttribute('href', '/project/demo-shop/services/clicks/overview')
    await expect
      .element(alerts.getByRole('link', { name: 'demo-legacy', exact: true }))
      .toHaveAttribute('href', '/project/demo-legacy/services')
    await expect.element(alerts).toHaveTextContent(/1 more alert/)
    await expect.element(alerts.getByTestId('alerts-unread')).toHaveTextContent('1 project')
    const isAlerts = (path: string) => path.endsWith('/alerts')
    expect(requests.findIndex(isAlerts)).toBeGreaterThan(requests.findLastIndex((path) => path.endsWith('/kms/ca')))
    const before = requests.filter(isAlerts).length
    await alerts.getByRole('button', { name: 'Retry alerts' }).click()
    await expect.poll(() => requests.filter(isAlerts).length).toBe(before + 1)
    await expectAccessible()
  })

  it('says nothing of alerts where there are none', async () => {
    const { queryClient } = await renderApp('/', {
      tamper: (path, body) => {
        if (path.endsWith('/alerts')) return { alerts: [] }
        if (path !== '/v1/project') return body
        const all = body as { projects: { project_name: string }[] }
        return { projects: all.projects.filter(({ project_name }) => project_name === 'demo-shop') }
      },
    })
    const key = ['ProjectAlertsList', { project: 'demo-shop' }]
    await expect.poll(() => queryClient.getQueryData(key)).toEqual({ items: [], problems: [] })
    expect(page.getByRole('region', { name: 'Alerts' }).elements()).toHaveLength(0)
  })

  it('tells a first visitor what this is, once', async () => {
    localStorage.removeItem('last-project')
    await renderApp('/')
    await expect.element(page.getByTestId('first-visit')).toBeVisible()
    await page.getByRole('main').getByRole('link', { name: 'demo-shop', exact: true }).click()
    await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await page.getByRole('link', { name: /^Anchor/ }).click()
    await expect.element(box).toBeVisible()
    expect(page.getByTestId('first-visit').elements()).toHaveLength(0)
  })

  it.each([
    ['no-projects', 'no-projects'],
    ['500', 'http-500'],
    ['down', 'http-503'],
  ] as const)('scenario %s', async (scenario, id) => {
    await renderApp('/', { scenario })
    await expect.element(page.getByTestId(id)).toBeVisible()
    await expect.element(box).toBeVisible()
  })
})

describe('what is pasted', () => {
  const SECRET = 'postgres://app:hunter2secret@h.example.com:1/d?sslmode=require'

  it('leads to its answer, and is stored in neither URL, history nor storage', async () => {
    const { url } = await renderApp('/')
    await box.fill(SECRET)
    await page.getByRole('button', { name: 'Troubleshoot', exact: true }).click()
    await expect.poll(url).toBe('/check')
    await expect.element(page.getByRole('article')).toHaveTextContent(/h\.example\.com/)
    const everywhere = JSON.stringify([
      location.href,
      history.state,
      Object.entries(localStorage),
      Object.entries(sessionStorage),
    ])
    expect(everywhere + document.title + document.body.textContent).not.toContain('hunter2secret')
  })

  it('into the search leads there too, with its line breaks', async () => {
    const { url } = await renderApp('/project/demo-shop/services')
    await expect.element(page.getByRole('table', { name: 'Services' })).toBeVisible()
    await userEvent.keyboard('{Control>}k{/Control}')
    const field = page.getByRole('combobox', { name: /^Page/ })
    await expect.element(field).toHaveFocus()
    const data = new DataTransfer()
    data.setData('text/plain', `security.protocol=SSL\nssl.truststore.location=ca.pem\npassword=hunter2secret`)
    field.element().dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    await expect.element(page.getByRole('option')).toHaveTextContent(/^Troubleshoot this/)
    await userEvent.keyboard('{Enter}')
    await expect.poll(url).toBe('/check')
    await expect.element(page.getByRole('article').getByText('security.protocol=SSL').first()).toBeVisible()
    // Again, with the page already open.
    await userEvent.keyboard('{Control>}k{/Control}')
    await field.fill('SSL routines: certificate verify failed')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => page.getByRole('article').elements().length).toBe(2)
    expect(JSON.stringify([location.href, history.state, Object.entries(sessionStorage)])).not.toContain(
      'hunter2secret',
    )
  })
})
