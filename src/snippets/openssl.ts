/** Commands of OpenSSL and keytool: looking at what a server presents, and bringing old files into a newer form. */
import type { BouncyCastleKind } from '../crypto/key-stores/bouncy-castle.ts'
import type { Command } from './commands.ts'
import { commandLine, type Shell } from './shell.ts'

/** Where to look, and how the protocol comes to TLS. */
export interface HandshakeTarget {
  readonly host: string
  readonly port: number
  /** Protocols that begin in the clear and then switch. */
  readonly starttls?: 'postgres' | 'mysql' | undefined
}

/** Shows every certificate that a server presents, and ends: no login, nothing is sent but the handshake. */
export const handshakeCommand = (shell: Shell, { host, port, starttls }: HandshakeTarget): Command => {
  const words = ['openssl', 's_client', '-connect', `${host}:${String(port)}`, '-servername', host, '-showcerts']
  const line = commandLine(shell, starttls ? [...words, '-starttls', starttls] : words)
  return {
    what: 'With OpenSSL 1.1.1 or later: prints the certificates that the server presents. It doesn’t log in.',
    text: shell === 'sh' ? `${line} </dev/null` : `'Q' | ${line}`,
  }
}

/** What Troubleshoot can't read, and a command can convert. */
export type Conversion = 'pkcs12-legacy' | 'jceks' | 'key-legacy' | BouncyCastleKind

const BOUNCY_CASTLE = [
  '-providerclass',
  'org.bouncycastle.jce.provider.BouncyCastleProvider',
  '-providerpath',
  'bcprov.jar',
]

/** Commands that bring a file into a form that this console, and today's clients, can read. */
export const conversionCommands = (shell: Shell, conversion: Conversion, file: string): Command[] => {
  const line = (...words: string[]) => commandLine(shell, words)
  // A name that begins with a dash would be taken for an option.
  const name = file.startsWith('-') ? `./${file}` : file
  const importStore = (type: string, target: string, ...more: string[]) =>
    line(
      'keytool',
      '-importkeystore',
      '-srckeystore',
      name,
      '-srcstoretype',
      type,
      '-destkeystore',
      target,
      '-deststoretype',
      'PKCS12',
      ...more,
    )
  if (conversion === 'jceks')
    return [
      {
        what: 'With keytool, which comes with Java: writes a PKCS#12 store.',
        text: importStore('JCEKS', `${name}.p12`),
      },
    ]
  if (conversion === 'key-legacy')
    return [
      {
        what: 'With OpenSSL: writes the key again with current encryption.',
        text: line('openssl', 'pkcs8', '-topk8', '-in', name, '-out', `${name}.new`),
      },
    ]
  if (conversion === 'pkcs12-legacy')
    return [
      {
        what: 'With keytool of Java 8u301, 11.0.12 or later: writes a new store. It accepts key stores and trust stores.',
        text: importStore('PKCS12', `new-${name.replace(/^.*[/\\]/, '')}`),
      },
      {
        what: 'Or with OpenSSL 3: writes its contents as PEM, the key with current encryption. Check that file here.',
        text: line('openssl', 'pkcs12', '-legacy', '-in', name, '-out', `${name}.pem`),
      },
    ]
  return [
    {
      what: 'With keytool, and Bouncy Castle’s library saved as bcprov.jar: writes a PKCS#12 store.',
      text: importStore(conversion, `${name}.p12`, ...BOUNCY_CASTLE),
    },
  ]
}
