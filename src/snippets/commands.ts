/** The downloads of this console as commands: with avn, Aiven's command line client, and with curl. */
import { hasDotSegment } from '../lib/dot-segments.ts'
import { UnwritableError } from './escape.ts'
import { commandLine, quote, type Shell } from './shell.ts'

export interface Command {
  /** What it does and what it needs, as a sentence. */
  readonly what: string
  readonly text: string
}

/** Aiven's API, up to its version. */
const API = 'https://api.aiven.io/v1'

/**
 * The address of a request, from behind `/v1`.
 * @throws {UnwritableError} for a name of dots, which curl takes for a way up: it would ask for something else
 */
export const apiUrl = (path: string): string => {
  if (hasDotSegment(path))
    throw new UnwritableError('No command works with this name: empty or made of dots, it would change the address.')
  return `${API}${path}`
}

/** avn: writes the project's CA certificate to `ca.pem`. */
const caGet = (shell: Shell, project: string): Command => ({
  what: 'With avn, logged in: writes ca.pem.',
  text: commandLine(shell, ['avn', 'project', 'ca-get', `--project=${project}`, '--target-filepath=ca.pem']),
})

/**
 * The API itself. The token comes from the environment and stays off the command line, where other users of the
 * machine could read it.
 */
const caFetch = (shell: Shell, project: string): Command => {
  const url = quote(shell, apiUrl(`/project/${encodeURIComponent(project)}/kms/ca`))
  return shell === 'sh'
    ? {
        what: 'With curl, jq and the token in AIVEN_TOKEN: writes ca.pem.',
        // Into a variable first: a redirection would empty a good ca.pem when the request fails.
        text: `ca=$(printf 'Authorization: aivenv1 %s' "$AIVEN_TOKEN" | curl -fsS -H @- ${url} | jq -er .certificate) && [ -n "$ca" ] && printf '%s\\n' "$ca" > ca.pem`,
      }
    : {
        what: 'With PowerShell and the token in AIVEN_TOKEN: writes ca.pem.',
        text: `(Invoke-RestMethod -Headers @{ Authorization = "aivenv1 $env:AIVEN_TOKEN" } -Uri ${url}).certificate | Set-Content -NoNewline -Path ca.pem`,
      }
}

/** Commands for the project's CA certificate. */
export const caCommands = (shell: Shell, project: string): Command[] => [caGet(shell, project), caFetch(shell, project)]

/** Commands for a Kafka service user's certificate and key. */
export const clientCommands = (shell: Shell, project: string, service: string, username: string): Command[] => {
  // avn asks for an address made of them.
  apiUrl([project, service, username].map((name) => `/${encodeURIComponent(name)}`).join(''))
  const options = [`--project=${project}`, `--username=${username}`]
  return [
    {
      what: 'With avn, logged in: writes ca.pem, service.cert and service.key.',
      text: commandLine(shell, ['avn', 'service', 'user-creds-download', ...options, '--target-directory=.'], service),
    },
    {
      what: 'With avn, keytool and openssl: also writes Java key stores and client.properties. Set your own password (-p): without one it uses "changeit".',
      text: commandLine(
        shell,
        ['avn', 'service', 'user-kafka-java-creds', ...options, '--target-directory=.'],
        service,
      ),
    },
  ]
}

/** Shows who signed a server's certificate, for endpoints that speak TLS from the first byte. */
export const issuerCommand = (shell: Shell, host: string, port: number): Command => {
  const client = commandLine(shell, ['openssl', 's_client', '-connect', `${host}:${String(port)}`, '-servername', host])
  const reader = 'openssl x509 -noout -issuer'
  return {
    what: 'With openssl: prints the issuer. Aiven’s project CAs end in "Project CA"; this command doesn’t verify it.',
    text: shell === 'sh' ? `${client} < /dev/null | ${reader}` : `'' | ${client} | ${reader}`,
  }
}
