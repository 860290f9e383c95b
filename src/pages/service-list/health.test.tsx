/** What the list says of certificates: one column, on by default, the CA included. */
import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'
import { saslOnly } from '../../app/testing/sasl-only.ts'

const row = (name: RegExp) => page.getByRole('row', { name })

describe('the column Certificates', () => {
  it('says what ends first of each service, and of whom', async () => {
    await renderApp('/project/demo-shop/services')
    await expect.element(page.getByRole('columnheader', { name: 'Certificates', exact: true })).toBeVisible()
    await expect.element(row(/\bevents Apache/)).toHaveTextContent(/Expired 3 days ago.*audit-consumer/)
    await expect.element(row(/Select orders-db/)).toHaveTextContent(/Ends in 7 years.*CA/)
    await expect.element(row(/Select dashboards/)).toHaveTextContent('Not used')
    await expect.element(row(/Select prototype/)).toHaveTextContent(/Unknown.*End unknown/)
    expect(page.getByTestId('ca-ended').elements()).toHaveLength(0)
  })

  it('says nothing about certificates that no endpoint accepts', async () => {
    await renderApp('/project/demo-shop/services', { tamper: saslOnly })
    await expect.element(row(/\bevents Apache/)).toHaveTextContent(/Ends in 7 years.*CA/)
  })

  it('warns about an expired CA, in the list of one project and of all', async () => {
    await renderApp('/project/demo-legacy/services')
    await expect.element(row(/Select reports-db/)).toHaveTextContent(/Expired 12 days ago.*CA/)
    await expect.element(page.getByTestId('ca-ended')).toHaveTextContent(/demo-legacy expired 12 days ago/)
    await page.getByTestId('ca-ended').click()
    await expect.element(page.getByRole('heading', { level: 1, name: /CA of .*demo-legacy/ })).toBeVisible()
  })

  it('of all projects knows each project’s CA', async () => {
    await renderApp('/services?search=expires:<60d')
    for (const name of [/Select reports-db/, /Select warehouse.*demo-rotation/])
      await expect.element(row(name)).toBeVisible()
    await expect.element(page.getByTestId('ca-ended')).toHaveTextContent('demo-legacy')
    expect(row(/Select orders-db/).elements()).toHaveLength(0)
  })

  it('says unknown if the CA could not be read', async () => {
    await renderApp('/project/demo-shop/services', { scenario: 'ca-500' })
    await expect.element(row(/Select orders-db/)).toHaveTextContent('End unknown')
    await expect.element(row(/\bevents Apache/)).toHaveTextContent('Expired 3 days ago')
  })

  it('sorts expired ones first, and finds them', async () => {
    await renderApp('/project/demo-shop/services?sort=expires')
    await expect.element(page.getByRole('row').nth(1)).toHaveTextContent(/^events/)
  })
})
