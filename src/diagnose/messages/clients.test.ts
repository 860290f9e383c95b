import { describe, expect, it } from 'vitest'

import { clientsOf } from './clients.ts'
import proofSamples from './proof-samples.json' with { type: 'json' }
import { seenWith } from './seen.ts'

describe('clientsOf', () => {
  it.each(proofSamples)('$guide: $failure', ({ guide, message }) => {
    expect(clientsOf(message)).toContain(guide)
  })

  it('takes an error of Rust for none of Node.js', () => {
    const clients = clientsOf('Error: Io(Custom { kind: InvalidData, error: InvalidCertificate(UnknownIssuer) })')
    expect(clients).toContain('sqlx-postgresql')
    expect(clients).not.toContain('node-postgres')
  })

  it('names the likeliest first, and nobody without a sign', () => {
    expect(clientsOf('psql: error: connection to server at "db.example.com" failed')[0]).toBe('psql')
    expect(clientsOf('org.postgresql.util.PSQLException: SSL error')[0]).toBe('jdbc')
    expect(clientsOf("Traceback (most recent call last):\nFileNotFoundError: 'ca.pem'")[0]).toBe('psycopg')
    expect(clientsOf('the weather is fine')).toEqual([])
  })
})

describe('seenWith', () => {
  it('names the clients that printed it when they were run, each once', () => {
    const clients = seenWith('wrong-host')
    expect(clients).toContain('psql 15.18')
    expect(new Set(clients).size).toBe(clients.length)
    expect(seenWith('no-such-pattern')).toEqual([])
  })
})
