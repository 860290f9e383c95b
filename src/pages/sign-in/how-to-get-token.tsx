const DOCS = 'https://aiven.io/docs/platform/howto/create_authentication_token'

/** Help for users without a token, or unsure which one to use. */
export const HowToGetToken = () => (
  <details className="rounded-lg border border-border bg-surface p-4">
    <summary className="font-medium">How to get a token</summary>
    <ol className="mt-3 list-decimal space-y-1 pl-5">
      <li>
        In the Aiven Console, open <b>User information</b>, then <b>Authentication</b>, and choose <b>Generate token</b>
        . Or run <code className="font-mono">avn user access-token create --description Anchor</code>.
      </li>
      <li>Set a short expiry, such as one day.</li>
      <li>
        Where your organisation forbids personal tokens, ask an administrator for an application token with the role
        that you need: reading services, and their secrets if you download keys.
      </li>
      <li>Copy it right away: it’s shown only once.</li>
    </ol>
    <p className="mt-3">
      <a href={DOCS} target="_blank" rel="noreferrer" className="text-accent underline">
        Aiven&rsquo;s documentation about tokens
      </a>
    </p>
  </details>
)
