import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'

import { useApi } from '../../api/use-api.ts'
import type { Access } from '../../api/access.ts'
import { ApiError, statusOf } from '../../api/errors.ts'
import { userInfo } from '../../api/account.ts'
import { fetchTokenUser } from '../../api/token.ts'
import { ApiProblem } from '../../features/problems/api-problem.tsx'
import { greetUser } from '../../features/user/browser-user.ts'
import { paths } from '../../lib/paths.ts'
import { announce } from '../../ui/announcer.tsx'
import { Button } from '../../ui/button.tsx'
import { Check } from '../../ui/check.tsx'
import { Note, Problem } from '../../ui/notice.tsx'
import { sentence } from '../../lib/sentence.ts'
import { useTitle } from '../../ui/use-title.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { HowToGetToken } from './how-to-get-token.tsx'
import { Outcome } from '../../ui/outcome.tsx'
import { safeReturn, tokenIn } from './sign-in.ts'

interface SignInPageProps {
  access: Access
  signedOut: boolean
  /** What the API said when it refused the last token. */
  refusal: string | undefined
  /** How the last session ended, if one did. */
  signOutReason: keyof typeof SIGN_OUT_NOTES | undefined
  /** @param inTab whether the tab keeps it through a reload */
  onToken: (token: string, inTab: boolean) => void
}

const SIGN_OUT_NOTES = {
  'signed-out':
    'You’re signed out, in every tab of this browser. The token itself keeps working until it expires or is revoked.',
  idle: 'You were signed out because nothing was done here for 30 minutes.',
  revoked: 'You’re signed out, and the API no longer accepts the token.',
  elsewhere: 'You’re signed out: a token was revoked in another tab of this browser.',
} as const

const NOT_A_TOKEN = 'This isn’t a token: it’s empty, or has spaces or invalid characters. Copy the whole token again.'

/** The sign-in page: asks for a token, and checks it before use. */
const SignInForm = ({ access, refusal, signOutReason, onToken }: Omit<SignInPageProps, 'signedOut'>) => {
  const api = useApi()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const [params] = useSearchParams()
  /** The running check. */
  const [trying, setTrying] = useState<AbortController>()
  const busy = trying !== undefined
  const [cancelled, setCancelled] = useState(false)
  const [inTab, setInTab] = useState(false)
  const [problem, setProblem] = useState<Error | string>()
  const field = useRef<HTMLInputElement>(null)
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    // Data of the previous user must not be visible to the next one.
    queryClient.clear()
    field.current?.focus()
  }, [queryClient])

  const signIn = async () => {
    const token = tokenIn(field.current?.value ?? '')
    if (token === undefined) {
      setProblem(NOT_A_TOKEN)
      field.current?.focus()
      return
    }
    const controller = new AbortController()
    setTrying(controller)
    setCancelled(false)
    try {
      const user = await fetchTokenUser(api, token, controller.signal)
      const isAnother = greetUser(user)
      // The page where another user's token was refused isn't for this user.
      const isElsewhere = signOutReason !== undefined || (isAnother && refusal !== undefined)
      const back = isElsewhere ? null : params.get('return')
      queryClient.setQueryData(userInfo(api).queryKey, { user })
      onToken(token, inTab)
      announce(`Signed in as ${user}`)
      await navigate(safeReturn(back, location.origin), { replace: true })
    } catch (error) {
      if (controller.signal.aborted) {
        setProblem(undefined)
        setCancelled(true)
      } else {
        setProblem(error as Error)
      }
      field.current?.focus()
    } finally {
      setTrying(undefined)
    }
  }

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) void signIn()
  }

  const refused =
    problem instanceof ApiError && [401, 403].includes(statusOf(problem) ?? 0) ? problem.message : undefined
  return (
    <>
      {refusal !== undefined && problem === undefined && (
        <Note testId="token-refused">
          The API no longer accepts the token: {sentence(refusal)} Sign in again and you are back where you were.
        </Note>
      )}
      {signOutReason !== undefined && problem === undefined && (
        <Note testId={`farewell-${signOutReason}`}>{SIGN_OUT_NOTES[signOutReason]}</Note>
      )}
      {typeof problem === 'string' && <Problem testId="not-a-token">{problem}</Problem>}
      {refused !== undefined && (
        <Problem testId="token-refused">
          The API doesn’t accept this token: {sentence(refused)} It may be expired, revoked or incomplete.
        </Problem>
      )}
      {problem instanceof Error && refused === undefined && (
        <ApiProblem
          error={problem}
          what="The token couldn’t be checked, so you aren’t signed in."
          busy={busy}
          onRetry={() => {
            form.current?.requestSubmit()
          }}
        />
      )}
      <form ref={form} onSubmit={submit} className="space-y-3 rounded-lg border border-border bg-surface p-4">
        {/* Password managers store entries under a user name. */}
        <input type="text" autoComplete="username" value={`Aiven token, ${new URL(access.api).host}`} readOnly hidden />
        <div>
          <label htmlFor="token" className="block font-medium">
            Token
          </label>
          <p id="token-hint" className="mb-2 text-xs text-muted">
            A personal or application token of Aiven. It is sent to {new URL(access.api).host} alone, through the server
            that this page comes from. After 30 minutes without use you’re signed out.
          </p>
          <input
            ref={field}
            id="token"
            type="password"
            autoComplete="current-password"
            aria-describedby="token-hint"
            aria-invalid={typeof problem === 'string' || refused !== undefined}
            required
            spellCheck={false}
            className="min-h-10 w-full rounded-md border border-control bg-surface px-3 py-1 font-mono"
          />
        </div>
        <Check
          label="Keep it in this tab"
          hint="Reloading then doesn’t ask for it again, and your browser may write it to disk until you sign out or close the tab. Otherwise it’s only in this page’s memory."
          checked={inTab}
          onChange={setInTab}
        />
        <Button variant="primary" submit busy={busy}>
          {busy ? 'Signing in' : 'Sign in'}
        </Button>
        {busy && (
          <Waiting
            onCancel={() => {
              trying.abort()
            }}
          />
        )}
        <Outcome tone="muted">{cancelled && 'Cancelled: you aren’t signed in.'}</Outcome>
      </form>
      <HowToGetToken />
    </>
  )
}

/** Says why no sign-in is needed. */
const WHY_NOT: Record<Access['holder'], string> = {
  demo: 'This is the demo: its API is a mock in the page, and needs no token.',
  desk: 'The token stays with npm run live, which you started it with. There is nothing to sign in to.',
  'sign-in': 'You are signed in.',
}

export const SignInPage = ({ signedOut, ...props }: SignInPageProps) => {
  useTitle('Sign in')
  return (
    <div className="max-w-xl space-y-4">
      <h1 className="text-xl font-semibold">Sign in</h1>
      {signedOut ? (
        <SignInForm {...props} />
      ) : (
        <>
          <p>{WHY_NOT[props.access.holder]}</p>
          <Link to={paths.home()} className="text-accent underline">
            Go to services
          </Link>
        </>
      )}
    </div>
  )
}
