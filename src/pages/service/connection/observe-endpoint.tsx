import { useId, useState } from 'react'

import { handshakeCommand, type HandshakeTarget } from '../../../snippets/openssl.ts'
import { judgeHandshake, readHandshake, type HandshakeVerdict } from '../../../diagnose/servers/handshake.ts'
import { MAX_TEXT } from '../../../diagnose/material/limits.ts'
import { lookup } from '../../../lib/lookup.ts'
import { createPause } from '../../../lib/pause.ts'
import { readMaterial } from '../../../diagnose/material/read-material.ts'
import type { Answer } from '../../../diagnose/words.ts'
import { fingerprint, type Certificate } from '../../../crypto/x509.ts'
import { Button } from '../../../ui/button.tsx'
import { PasteArea } from '../../../ui/paste-area.tsx'
import { RelativeTime } from '../../../ui/relative-time.tsx'
import { useLifetime } from '../../../ui/use-lifetime.ts'
import { AnswerList } from '../../../features/diagnosis/answer-list.tsx'
import { AsCommand } from '../../../features/command-line/as-command.tsx'
import { useCa } from '../../../features/ca-certificate/ca-certificate.ts'
import { endpointKey, observe, useObservation } from './observations.ts'

interface ObserveEndpointProps {
  project: string
  endpoint: { readonly host: string; readonly port: number; readonly component: string }
}

/** Protocols that start unencrypted, by component, with their OpenSSL names. */
const STARTTLS: Record<string, HandshakeTarget['starttls']> = {
  pg: 'postgres',
  pgbouncer: 'postgres',
  mysql: 'mysql',
}

const NOT_AN_OUTPUT: Answer = {
  tone: 'bad',
  words: ['This isn’t what openssl s_client prints. Run the command above, and paste all of its output.'],
}

const judge = async (
  text: string,
  project: string,
  host: string,
  ca: readonly Certificate[],
  signal: AbortSignal,
): Promise<HandshakeVerdict | undefined> => {
  const handshake = readHandshake(text)
  if (!handshake) return undefined
  const bytes = new TextEncoder().encode(text)
  const { certificates } = await readMaterial({ name: '', bytes, size: bytes.length }, undefined, createPause(signal))
  const presented = certificates.map(({ certificate }) => certificate)
  const own = { cas: [{ project, certificates: ca }], complete: true, unread: [] }
  return judgeHandshake(handshake, presented, own, { host, project }, new Date())
}

/**
 * Inspects the live server: the command that prints its certificates, a field for its output, and the result. A valid
 * result is stored for the tab, and decides the endpoint's mark.
 */
export const ObserveEndpoint = ({ project, endpoint }: ObserveEndpointProps) => {
  const { host, port, component } = endpoint
  const key = endpointKey(project, endpoint)
  const observation = useObservation(key)
  const { certificates } = useCa(project)
  const [text, setText] = useState('')
  const [answers, setAnswers] = useState<readonly Answer[]>()
  const lifetime = useLifetime()
  const id = useId()

  const check = async () => {
    if (text.trim() === '' || !certificates) return
    const signal = lifetime()
    const verdict = await judge(text.slice(0, MAX_TEXT), project, host, certificates, signal)
    if (signal.aborted) return
    setAnswers(verdict?.answers ?? [NOT_AN_OUTPUT])
    const { leaf, end, sound } = verdict ?? {}
    if (!leaf || !sound || end === undefined || end === 'unknown') return
    const sha256 = await fingerprint(leaf)
    if (sha256 !== undefined) observe(key, { end, fingerprint: sha256, at: new Date().toISOString() })
  }

  return (
    <div className="space-y-3">
      <p>
        A web page can’t inspect a server’s certificate, but OpenSSL can. Run the command and paste its output: the mark
        above then reflects what the server showed.
      </p>
      <AsCommand
        open
        what="server’s certificates"
        commands={(shell) => [handshakeCommand(shell, { host, port, starttls: lookup(STARTTLS, component) })]}
      />
      <div>
        <label htmlFor={id} className="mb-1 block text-xs text-muted">
          What the command printed
        </label>
        <PasteArea id={id} rows={4} value={text} onValue={setText} />
      </div>
      <Button onClick={() => void check()}>Check what was seen</Button>
      <div role="status" data-testid="observation">
        {answers && <AnswerList answers={answers} />}
      </div>
      {observation && (
        <div className="space-y-1 border-t border-border pt-2 text-xs">
          <p>
            Observed <RelativeTime iso={observation.at} withDay />:{' '}
            {observation.end === 'project' ? 'signed by the project’s CA' : 'signed by a public CA'}.
          </p>
          <p className="wrap-anywhere text-muted">SHA-256 {observation.fingerprint}</p>
          <Button
            variant="quiet"
            onClick={() => {
              observe(key, undefined)
              setAnswers(undefined)
            }}
          >
            Forget this
          </Button>
        </div>
      )}
    </div>
  )
}
