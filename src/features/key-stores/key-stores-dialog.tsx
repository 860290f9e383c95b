import { useState } from 'react'

import { aliased, STORE_NAMES, type StoreKind } from '../../crypto/key-stores/make-stores.ts'
import { generatePassword, passwordProblem } from '../../crypto/key-stores/password.ts'
import type { ConnectionFacts } from '../../snippets/guide.ts'
import { speaks } from '../../snippets/applies.ts'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/notice.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import type { ClientMaterial } from '../credentials/client-material.ts'
import { ApiProblem } from '../problems/api-problem.tsx'
import { KeepPassword } from './keep-password.tsx'
import { propertiesOf } from './properties-of.ts'
import { StorePassword } from './store-password.tsx'
import { StoreProperties } from './store-properties.tsx'
import { useMakeStores } from './use-make-stores.ts'

interface KeyStoresDialogProps {
  project: string
  material: ClientMaterial
  facts: ConnectionFacts | undefined
  onClose: () => void
}

const HINTS: Record<StoreKind, string> = {
  keyStore: 'Certificate, private key and CA: PKCS#12, for Java, OpenSSL and librdkafka.',
  trustStore: 'The CA, marked as trusted for Java: PKCS#12, Java 8u301 and later.',
  jksKeyStore: 'The key store in the older JKS format, for tools that need it. It protects the key weakly.',
  jksTrustStore: 'The trust store in the older JKS format.',
}

const IN_JKS: ReadonlySet<StoreKind> = new Set(['jksKeyStore', 'jksTrustStore'])

// oxlint-disable-next-line no-control-regex -- everything that is no ASCII
const BEYOND_ASCII = /[^\u0000-\u007f]/

/** Makes Java key stores and trust stores in the page. Everything, including the password, is dropped when the dialog closes. */
export const KeyStoresDialog = ({ project, material, facts, onClose }: KeyStoresDialogProps) => {
  const { ca, client } = material
  const [password, setPassword] = useState(generatePassword)
  const [kinds, setKinds] = useState<readonly StoreKind[]>(client ? ['keyStore', 'trustStore'] : ['trustStore'])
  /** Whether the ZIP includes the settings, with the password. */
  const [withSettings, setWithSettings] = useState(false)
  /** The password of the stores that were made, until it's copied: without it they can't be opened. */
  const [unkept, setUnkept] = useState<string>()
  const [asking, setAsking] = useState(false)
  /** The last password that was copied or typed: the user has that one. */
  const [known, setKnown] = useState<string>()
  const keep = () => {
    setKnown(password)
    setAsking(false)
    if (unkept === password) setUnkept(undefined)
  }
  const { busy, message, failure, make } = useMakeStores(project, material, (withPassword) => {
    if (withPassword) keep()
    else if (password !== known) setUnkept(password)
  })
  const problem = passwordProblem(password)
  const authorities = ca.certificates.map(({ certificate }) => certificate)
  const offered: readonly StoreKind[] = client
    ? ['keyStore', 'trustStore', 'jksKeyStore', 'jksTrustStore']
    : ['trustStore', 'jksTrustStore']
  const kafka = facts && speaks('kafka')(facts) ? facts : undefined
  const { file, absent = [] } = kafka ? propertiesOf(kafka, kinds, password) : {}
  const settings = withSettings ? file : undefined
  const missing =
    kinds.length === 0
      ? 'Select a store first.'
      : settings && absent.length > 0
        ? `${settings.name} needs a ${absent.some((name) => name.includes('keystore')) ? 'key store' : 'trust store'} too: select one.`
        : problem
  const start = () => {
    if (missing === undefined) make(kinds, password, settings)
  }
  return (
    <Dialog
      title={client ? `Key stores for ${client.username}` : `Trust store of project ${project}`}
      onClose={onClose}
      mayClose={() => {
        if (unkept !== undefined) setAsking(true)
        return unkept === undefined
      }}
    >
      <div className="space-y-4">
        {asking && unkept !== undefined && (
          <KeepPassword
            password={unkept}
            onCopied={() => {
              setUnkept(undefined)
              setAsking(false)
            }}
            onClose={onClose}
          />
        )}
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault()
            start()
          }}
        >
          <fieldset className="space-y-2">
            <legend className="text-xs text-muted">Stores</legend>
            {offered.map((kind) => (
              <Check
                key={kind}
                label={STORE_NAMES[kind]}
                hint={HINTS[kind]}
                checked={kinds.includes(kind)}
                onChange={(checked) => {
                  // In the order in which they are listed, not clicked.
                  setKinds(offered.filter((other) => (other === kind ? checked : kinds.includes(other))))
                }}
              />
            ))}
            {file && (
              <Check
                label={`${file.name} with the password`}
                hint="Kafka’s settings for these stores, in the same ZIP. Keep it as secret as the key."
                checked={withSettings}
                onChange={setWithSettings}
              />
            )}
          </fieldset>
          <p className="text-xs wrap-anywhere text-muted">
            {client && `The key is named ${client.username}, the CA `}
            {!client && 'The CA is named '}
            {aliased(authorities)
              .map(({ alias }) => alias)
              .join(' and ')}
            {authorities.length > 1 && ': the CA is rotating, and clients need both'}.
          </p>
          <StorePassword
            owner={client?.username ?? project}
            value={password}
            onGenerate={() => {
              setPassword(generatePassword())
            }}
            onType={(value) => {
              setPassword(value)
              setKnown(value)
            }}
            problem={problem}
            onCopied={keep}
          />
          {BEYOND_ASCII.test(password) && kinds.some((kind) => !IN_JKS.has(kind)) && (
            <Note testId="password-beyond-ascii">
              Java can’t open a PKCS#12 store whose password has non-ASCII characters; OpenSSL and librdkafka can. For
              Java, use another password.
            </Note>
          )}
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="primary" icon="download" busy={busy} aria-disabled={missing !== undefined} submit>
              Create and download
            </Button>
            {missing !== undefined && <p className="text-muted">{missing}</p>}
          </div>
        </form>
        {failure && (
          <ApiProblem
            error={failure}
            what="The stores couldn’t be made. Nothing was saved."
            busy={busy}
            onRetry={start}
          />
        )}
        <Outcome>{message}</Outcome>
        {kafka && (
          <StoreProperties
            facts={kafka}
            kinds={kinds}
            password={problem === undefined ? password : undefined}
            onPasswordTaken={keep}
          />
        )}
      </div>
    </Dialog>
  )
}
