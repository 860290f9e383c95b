import { useState } from 'react'
import { Link, useLocation } from 'react-router'

import {
  serviceUri,
  missingFromUri,
  uriLogin,
  verifyingUri,
  type Address,
  type MissingFromUri,
  type UriParts,
} from '../../../domain/connection.ts'
import type { Verdict } from '../../../domain/verdict.ts'
import type { Password } from '../../../features/credentials/use-password.ts'
import { Button } from '../../../ui/button.tsx'
import { ManualCopy } from '../../../ui/manual-copy.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Secret } from '../../../ui/secret.tsx'
import { ValueRow } from './value-row.tsx'

const MASK = 'CLICK_TO:REVEAL_PASSWORD'

interface UriProps {
  uri: UriParts
  username: string | undefined
  password: Password
}

/** A service URI; the login in it is masked until asked for. */
const Uri = ({ uri: { before, login, after }, username, password: { revealed, toggle } }: UriProps) => (
  <>
    {before}
    {login && username !== undefined && (
      // A `button` is a box that starts and ends a line where it is narrow; this is a piece of the URI's text.
      <span
        role="button"
        tabIndex={0}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          event.preventDefault()
          toggle()
        }}
        className="cursor-pointer text-accent underline"
      >
        {revealed === undefined ? MASK : <Secret>{uriLogin(username, revealed)}</Secret>}
      </span>
    )}
    {after}
  </>
)

/** The complete URI, to copy: fetches the password if needed. */
const textOf = ({ uri: { before, login, after }, username, password }: UriProps) => {
  if (!login || username === undefined) return before + after
  return async () => {
    const value = password.revealed ?? (await password.load())
    return value === undefined ? undefined : before + uriLogin(username, value) + after
  }
}

const LACKS: Record<MissingFromUri, (mode: string) => string> = {
  verification: (mode) => `${mode} encrypts, but trusts any server.`,
  settings: () => 'The URI doesn’t set up TLS.',
  ca: () => 'Clients need the CA certificate to verify this server.',
}

const Lack = ({ lack, mode = '' }: { lack: MissingFromUri; mode: string | undefined }) => (
  <span data-testid={`uri-lacks-${lack}`} className="text-required">
    <Icon name="alert" className="mr-1 inline align-text-bottom" />
    {LACKS[lack](mode)}
  </span>
)

/** The URI as Aiven gives it, on request, with a note about what it lacks. */
const AsGiven = ({
  lack,
  mode,
  ...props
}: UriProps & { lack: MissingFromUri | undefined; mode: string | undefined }) => {
  const [open, setOpen] = useState(false)
  const [byHand, setByHand] = useState({ text: '', times: 0 })
  const text = textOf(props)
  return (
    <div className="space-y-1 font-sans">
      <div className="flex flex-wrap items-center gap-x-2">
        <Button
          variant="quiet"
          iconAfter={open ? 'up' : 'chevron'}
          aria-expanded={open}
          onClick={() => {
            setOpen(!open)
            setByHand({ text: '', times: 0 })
          }}
        >
          As Aiven gives it
        </Button>
        {lack && <Lack lack={lack} mode={mode} />}
      </div>
      {open && (
        <div className="flex flex-wrap items-start gap-x-2">
          <p translate="no" className="min-w-0 flex-1 basis-64 font-mono wrap-anywhere">
            <Uri {...props} />
          </p>
          <CopyButton
            what="service URI as Aiven gives it"
            text={text}
            onRefused={(refused) => {
              setByHand(({ times }) => ({ text: refused, times: times + 1 }))
            }}
          />
        </div>
      )}
      {open && byHand.times > 0 && (
        <ManualCopy
          label="Service URI as Aiven gives it"
          text={byHand.text}
          times={byHand.times}
          onClose={() => {
            setByHand({ text: '', times: 0 })
          }}
        />
      )}
    </div>
  )
}

interface ServiceUriRowProps {
  address: Address
  verdict: Verdict
  password: Password
  /** The page with a guide for each client. */
  connectPath: string
}

/** The service URI: in the form that verifies the server, if there is one; else as Aiven gives it, with what it lacks. */
export const ServiceUriRow = ({ address, verdict, password, connectPath }: ServiceUriRowProps) => {
  const { search } = useLocation()
  const given = serviceUri(address)
  const verifying = verifyingUri(address, verdict)
  const lack = missingFromUri(address, verdict)
  // "sslmode=require"
  const mode = given.after.split('?')[1]
  const login = { username: address.username, password }
  const shown = { ...login, uri: verifying ?? given }
  return (
    <ValueRow header="Service URI" value={textOf(shown)} inSight={password.revealed !== undefined}>
      <Uri {...shown} />
      {verifying && (
        <>
          <p className="font-sans text-xs text-muted">
            For psql and other libpq clients: verifies the CA and the host name. Put ca.pem (the CA certificate above)
            into the folder in which the client runs.
          </p>
          <AsGiven {...login} uri={given} lack={lack} mode={mode} />
        </>
      )}
      {!verifying && lack && (
        <p className="font-sans text-xs">
          <Lack lack={lack} mode={mode} />{' '}
          <Link to={{ pathname: connectPath, search }} className="text-accent underline">
            Get settings that verify the server
          </Link>
        </p>
      )}
    </ValueRow>
  )
}
