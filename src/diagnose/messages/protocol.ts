/** TLS itself, and connections that end in the middle of it. */
import type { Message } from './message.ts'
import { received } from './received.ts'

export const PROTOCOL: readonly Message[] = [
  {
    id: 'unknown-name',
    phase: 'protocol',
    signs: [...received(112), /(?:alert|tlsv1) unrecognized name|unrecognized_name|UnrecognisedName/i],
    cause: 'The server sent this alert: it doesn’t know the host name the client asked for.',
    fix: 'Connect to the host exactly as the service page shows it, without an alias or a tunnel with another name.',
  },
  {
    id: 'protocol-version',
    phase: 'protocol',
    signs: [
      ...received(70),
      /PROTOCOL_VERSION|bad protocol version|unsupported protocol|no protocols available|NoSharedProtocol|SSL_ERROR_UNSUPPORTED_VERSION|protocol version not supported|No appropriate protocol/i,
    ],
    cause: 'Client and server have no TLS version in common.',
    fix: 'Use a client that supports TLS 1.2 or later. Update an old Java or OpenSSL.',
  },
  {
    id: 'no-cipher',
    phase: 'protocol',
    signs: [
      /do not possess a common algorithm|no shared cipher|no cipher suites in common|NO_CIPHERS_AVAILABLE|SSL_ERROR_NO_CYPHER_OVERLAP|ERR_SSL_VERSION_OR_CIPHER_MISMATCH/i,
    ],
    cause: 'Client and server have no TLS version or cipher in common.',
    fix: 'Update the client’s TLS library, and remove settings that limit its TLS versions or ciphers.',
  },
  {
    id: 'alpn',
    phase: 'protocol',
    signs: [...received(120), /without ALPN protocol negotiation extension|missing selected ALPN property/],
    cause: 'The server doesn’t agree to the protocol that the client asks for in the TLS handshake (ALPN).',
    fix: 'With libpq, remove sslnegotiation=direct: PostgreSQL offers it from version 17 on. Otherwise compare the port with the service page.',
  },
  {
    id: 'bad-record',
    phase: 'protocol',
    order: 1,
    signs: [/decryption failed or bad record mac|DECRYPTION_FAILED_OR_BAD_RECORD_MAC/i],
    cause: 'Data arrived that can’t be decrypted.',
    causes: [
      'Several processes use one connection that was opened before they were forked: open it in each one.',
      'Something in between changed the data.',
    ],
    fix: 'With gunicorn, Celery or multiprocessing, connect after the fork, not before.',
  },
  {
    id: 'other-protocol',
    phase: 'protocol',
    order: 1,
    signs: [/expected Hello or Exception, got|Port \d+ is for clickhouse-client program/],
    cause: 'This ClickHouse port speaks another protocol than the client, or TLS where the client doesn’t.',
    fix: 'Compare the port with the service page: HTTPS and the native protocol each have their own. For the native one, turn TLS on (--secure).',
  },
  {
    id: 'legacy-renegotiation',
    phase: 'protocol',
    signs: [/unsafe legacy renegotiation disabled/i],
    cause: 'The server answers in an old way that this client’s TLS library no longer accepts.',
    fix: 'Aiven’s servers don’t do that, so another server answered, most often a proxy that decrypts TLS. Inspect the live certificate on the service page, and check proxies, tunnels and DNS.',
  },
  {
    id: 'hung-up',
    phase: 'protocol',
    order: 1,
    follows: ['not-verified', 'handshake-failure', 'dropped'],
    signs: [
      /Server closed the connection(?! unexpectedly)|EOF occurred in violation of protocol|socket hang up|Closed connection/i,
      // librdkafka's own question, whatever the server hung up for.
      /connecting to a PLAINTEXT broker listener/,
      /received no bytes|HTTP\/1\.1 header parser|Connection reset/i,
      /ECONNRESET|Unexpected end of stream|Connection (?:was )?closed by (?:the )?(?:server|remote|peer)|Remote host (?:terminated|closed)|forcibly closed/i,
      /Client network socket disconnected before secure TLS connection|ERR_CONNECTION_(?:RESET|CLOSED)|ERR_EMPTY_RESPONSE|PR_(?:END_OF_FILE|CONNECT_RESET)_ERROR/,
      /Broken pipe|unexpected EOF|unexpected eof while reading|SSL SYSCALL error: EOF detected|terminated during authentication/i,
      /remote party has closed the transport stream|non-properly terminated|without sending TLS close_notify|closed prematurely|prematurely closed/i,
      /Empty reply from server|reading initial communication packet|Attempt to read after eof|KafkaConnectionError: Connection at \S+ closed/i,
      /brokers to talk to: EOF\b|clickhouse \[dial\]: EOF\b/,
      /broker closed the connection immediately after|Connection to \S+ was closed|ssl connect: closed|tls handshake eof|terminated during handshake|unexpected connection_lost\(\) call/,
      /MESSAGE EOFException|EOFException\n\s*at org\.(?:apache\.kafka|postgresql)\.|SSL_connect SYSCALL returned=5|SSL_ERROR_SYSCALL|Error in the pull function/,
    ],
    cause:
      'The connection was closed without a reason the client understands, by the server or by something in between.',
    causes: [
      'The server requires a client certificate and got none: the port is for client certificates.',
      'The client doesn’t use TLS where the server requires it, or the other way round.',
      'A proxy or firewall in between cut the connection.',
    ],
    fix: 'On the service page, compare authentication method and port, then inspect the live certificate.',
  },
  {
    id: 'dropped',
    phase: 'connect',
    order: 1,
    signs: [
      /MySQL server has gone away|Lost connection to MySQL server during query|Socket closed unexpectedly|Connection terminated unexpectedly/,
      /\bERR_(?:POSTGRES|MYSQL|REDIS)_CONNECTION_CLOSED\b|write CONNECTION_CLOSED|closed in the middle of operation|read error on connection to|PROTOCOL_CONNECTION_LOST/,
      /Server has closed the connection|server closed the connection unexpectedly|SSL connection has been closed unexpectedly/,
    ],
    follows: ['not-verified', 'handshake-failure'],
    cause: 'The server, or something in between, ended the connection without a reason that the client knows.',
    causes: [
      'It had worked: the server restarted (maintenance, failover, out of memory), or a connection that lay idle was cut.',
      'It never works: the port is another component’s, or the client doesn’t use TLS where the server requires it.',
    ],
    fix: 'Look at the service’s events and logs at that time. Let the pool test connections before it uses them.',
  },
]
