/** Settings that the client itself refuses: nothing has been sent. */
import type { Message } from './message.ts'

export const SETTINGS: readonly Message[] = [
  {
    id: 'unknown-setting',
    phase: 'settings',
    signs: [
      /invalid sslmode value|unsupported sslmode|weak sslmode "/,
      /invalid (?:connection|URI query) (?:option|parameter)[: ]*"|unknown variable '(?:ssl|tls)[^']*'|unknown option '?--ssl/,
      /No such configuration property: "|Ignoring invalid configuration option/,
      /unexpected keyword argument '(?:ssl|tls)\w*'|unrecognized configuration parameter "ssl/,
    ],
    cause: 'The client doesn’t know a setting, or its value: each client has words of its own for TLS.',
    fix: 'Paste the connection string or the settings here: the page says what this client makes of them. The guide on the Connect page has the right words.',
  },
  {
    id: 'unreadable-address',
    phase: 'settings',
    signs: [/\bInvalid URL\b|ERR_INVALID_URL/, /net\/url: invalid|invalid port "[^"]*" after host|invalid userinfo/],
    cause: 'The client can’t read the address.',
    causes: [
      'The password holds a “#”, “/”, “?” or “@” as it is: write %23, %2F, %3F, %40.',
      'The value is empty, has quotes around it, or lists several hosts for a client that takes one.',
    ],
    fix: 'Paste the connection string here: the page says what is wrong with it.',
  },
]
