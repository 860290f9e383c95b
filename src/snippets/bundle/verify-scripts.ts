/** Scripts that prove, with openssl and without logging in, that the server's certificate is the CA's, and its own. */
import type { ConnectionFacts } from '../guide.ts'
import { commandLine, type Shell } from '../shell.ts'

/** Protocols that begin in the clear: openssl speaks their first words (s_client -starttls, OpenSSL 1.1.1 and later). */
const STARTTLS: Readonly<Record<string, string>> = { postgresql: 'postgres', mysql: 'mysql' }

/**
 * openssl prints this line only when the chain ends at a trusted CA and the certificate is for the name. Its status is
 * no proof: a server that wants a client certificate ends the connection after all that.
 */
const PROOF = '^Verified peername: '

const sClient = (shell: Shell, { host, port, protocol, trust }: ConnectionFacts, caFile: string): string => {
  const starttls = STARTTLS[protocol]
  return commandLine(shell, [
    'openssl',
    's_client',
    '-connect',
    `${host}:${String(port)}`,
    ...(starttls === undefined ? [] : ['-starttls', starttls]),
    '-servername',
    host,
    '-verify_hostname',
    host,
    ...(trust === 'project-ca' ? ['-CAfile', caFile] : []),
    '-verify_return_error',
  ])
}

const trusted = ({ trust, project }: ConnectionFacts): string =>
  trust === 'project-ca' ? `the CA of project ${project.replace(/[^\w .-]/g, '_')}` : 'a CA that this system trusts'

/** For sh. Status 0: verified; 1: rejected; 2: couldn't be checked. */
export const verifySh = (facts: ConnectionFacts, caFile: string): string => `#!/bin/sh
# Does the server present a certificate that ${trusted(facts)} signed, for its name?
# Needs openssl 1.1.1 or later. Doesn't log in, and sends no secret.
cd "$(dirname "$0")" || exit 2
if ! command -v openssl > /dev/null; then
  echo 'Not checked: openssl was not found on the PATH.'
  exit 2
fi
said=$(${sClient('sh', facts, caFile)} < /dev/null 2>&1)
if printf '%s\\n' "$said" | grep -q '${PROOF}'; then
  echo 'Verified: the certificate is for ${facts.host}, and ${trusted(facts)} signed it.'
  exit 0
fi
printf '%s\\n' "$said" | grep -iE 'verify error|errno|error:|unknown option' | head -n 3
if printf '%s\\n' "$said" | grep -q 'verify error'; then
  echo 'REJECTED: the certificate could not be verified. Do not send a password.'
  exit 1
fi
echo 'Not checked: no certificate came from ${facts.host}:${String(facts.port)}.'
exit 2
`

/** For PowerShell, with the same status. Lines of openssl's errors are no errors of the script. */
export const verifyPs1 = (
  facts: ConnectionFacts,
  caFile: string,
): string => `# Does the server present a certificate that ${trusted(facts)} signed, for its name?
# Needs openssl 1.1.1 or later. Doesn't log in, and sends no secret.
$ErrorActionPreference = 'Continue'
Set-Location -LiteralPath $PSScriptRoot
if (-not (Get-Command openssl -ErrorAction SilentlyContinue)) {
  Write-Output 'Not checked: openssl was not found on the PATH.'
  exit 2
}
$said = '' | & ${sClient('powershell', facts, caFile)} 2>&1 | Out-String
if ($said -match '(?m)${PROOF}') {
  Write-Output 'Verified: the certificate is for ${facts.host}, and ${trusted(facts)} signed it.'
  exit 0
}
$said -split '\\r?\\n' | Select-String -Pattern 'verify error|errno|error:|unknown option' | Select-Object -First 3 | ForEach-Object { $_.Line }
if ($said -match 'verify error') {
  Write-Output 'REJECTED: the certificate could not be verified. Do not send a password.'
  exit 1
}
Write-Output 'Not checked: no certificate came from ${facts.host}:${String(facts.port)}.'
exit 2
`
