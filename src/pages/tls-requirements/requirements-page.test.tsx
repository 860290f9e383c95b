import { describe, expect, it } from 'vitest'
import { page } from 'vitest/browser'

import { renderApp } from '../../app/testing/render-app.tsx'

describe('certificate requirements', () => {
  it("shows the document's nine rows first, with its answers and its footnote", async () => {
    await renderApp('/tls-requirements')
    const table = page.getByRole('table', { name: 'Certificate requirements' })
    await expect.element(table).toBeVisible()
    const rows = table.getByRole('row').elements().slice(1)
    expect(
      rows.map((row) => [...row.querySelectorAll('th, td')].slice(0, 3).map(({ textContent }) => textContent)),
    ).toEqual([
      ['Aiven for PostgreSQL', 'Yes', 'Required'],
      ['Aiven for Apache Kafka', 'Yes, it is also required to download the client certificate and key', 'Required'],
      ['Aiven for Apache Kafka Connect', 'No', 'Optional'],
      ['Aiven Kafka-REST (Karapace)', 'No', 'Optional'],
      ['Aiven Kafka Schema Registry (Karapace)', 'No', 'Optional'],
      ['Aiven for Elasticsearch', 'No*', 'Optional'],
      ['Aiven for Grafana', 'No', 'Optional'],
      ['Aiven for InfluxDB', 'No*', 'Optional'],
      ['Aiven for Redis', 'No*', 'Optional'],
    ])
    await expect.element(page.getByTestId('footnote')).toBeVisible()
  })

  it('shows later additions, and what is inferred', async () => {
    await renderApp('/tls-requirements')
    const table = page.getByRole('table', { name: 'Added since' })
    await expect.element(table.getByRole('row', { name: /^Aiven for MySQL/ })).toHaveTextContent('Required')
    await expect.element(table.getByRole('row', { name: /^Aiven for Apache Flink/ })).toHaveTextContent(/inferred/)
  })
})
