/** What comes after TLS: the login, and what a user may do. */
import type { Message } from './message.ts'

export const LOGIN: readonly Message[] = [
  {
    id: 'channel-binding',
    phase: 'login-mechanism',
    signs: [/channel binding (?:is )?required/],
    cause: 'The client requires channel binding, which ties the login to the TLS connection.',
    causes: [
      'The connection has no TLS.',
      'A connection pooler, such as PgBouncer, answered: it terminates TLS itself and doesn’t offer channel binding.',
    ],
    fix: 'sslmode=verify-full with sslrootcert verifies the server without it: remove channel_binding=require for a pool.',
  },
  {
    id: 'sasl-mechanism',
    phase: 'login-mechanism',
    signs: [
      /Client SASL mechanism '[^']*' not enabled in the server/,
      /UNSUPPORTED_SASL_MECHANISM|UnsupportedSaslMechanism|Unsupported SASL mechanism/i,
      /SASL mechanism[^\n]{0,60}not (?:enabled|supported)|broker does not support the requested SASL mechanism/i,
    ],
    cause: 'The connection works. This SASL mechanism is turned off on the server.',
    fix: 'Use a mechanism that the message lists as enabled, or turn one on in the service’s settings (kafka_sasl_mechanisms).',
  },
  {
    id: 'no-sasl',
    phase: 'login-mechanism',
    signs: [/Unexpected Kafka request of type \w+ during SASL handshake/],
    cause: 'A client connected without SASL to a port that requires it. This is the server’s log.',
    fix: 'In that client, set security.protocol=SASL_SSL and the SASL mechanism. Or use the port for client certificates.',
  },
  {
    id: 'sasl-elsewhere',
    phase: 'login-mechanism',
    signs: [/IllegalSaslState|ILLEGAL_SASL_STATE|enabled mechanisms are \[\]/],
    cause: 'The client logs in with SASL at a port that doesn’t take it.',
    fix: 'On the service page, choose SASL as the authentication method and use its port. Or set security.protocol=SSL with a client certificate.',
  },
  {
    id: 'auth-plugin',
    phase: 'login-mechanism',
    signs: [
      /authentication (?:method|type) \d+ (?:is )?not supported|SCRAM authentication requires libpq version/,
      /Client does not support authentication protocol requested by server|ER_NOT_SUPPORTED_AUTH_MODE/,
      /Authentication plugin '[^'\n]{1,100}' cannot be loaded|required for sha256_password or caching_sha2_password|authentication using unknown plugin/,
    ],
    cause: 'The client doesn’t know the way of logging in that the server asks for.',
    fix: 'Update the client or its driver, with what it needs for SCRAM (PostgreSQL) or caching_sha2_password (MySQL).',
  },
  {
    id: 'login',
    phase: 'login',
    signs: [
      /password authentication failed for user|\b28P01\b/,
      /Access denied for user(?![^\n]{0,200}(?:\(using password: NO\)| to database ))/,
      /Authentication failed: password is incorrect|Authentication failed against database server/,
      /Provided username [^\n]{1,200}(?:and\/or password are|password is) incorrect|"error": ?"authorization failed"|unauthorized access"/,
      /HTTP(?:\/\d(?:\.\d)?)? 401\b|"message": ?"Unauthorized"|invalid credentials with SASL mechanism|AuthenticationException\(401|Unauthorized; error code: 401/,
      /SASL (?:[A-Z][A-Z0-9-]*(?: [A-Z0-9]+)? )?authentication failed|SaslAuthenticationException|SASL_AUTHENTICATION_FAILED/i,
      /SaslAuthenticateRequest failed|SASL authentication error|ERR invalid password/i,
      /\bWRONGPASS\b|invalid username-password pair/i,
    ],
    cause: 'The connection works. The server rejects this user name or password.',
    fix: 'Copy user and password from the service page again. In a URI, write “#”, “/”, “?” and “@” in a password as %23, %2F, %3F and %40.',
  },
  {
    id: 'no-password',
    phase: 'login',
    signs: [
      /no password supplied|no password (?:is|was|has been) provided|\(using password: NO\)|\bNOAUTH\b|unauthenticated (?:multi)?bulk length|client password must be a string|AuthenticationError: Authentication required|missing authentication credentials/i,
      /Could not find a 'KafkaClient' entry in the JAAS configuration/,
    ],
    cause: 'The server asks for a password, and the client has none.',
    fix: 'Copy the password from the service page, and check where this client reads it from: a variable that isn’t set counts as empty.',
  },
  {
    id: 'no-database',
    phase: 'login',
    signs: [/database "[^"\n]{1,200}" does not exist|FATAL: +no such database: |Unknown database '/],
    cause: 'The server has no database (or pool, or virtual database) of this name. The connection works.',
    fix: 'Compare the name with the service page. Clients that are given none take the user’s name.',
  },
  {
    id: 'not-let-in',
    phase: 'login',
    signs: [
      /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection)[^\n]{0,300}(?:SSL encryption|GSS encryption|SSL on)/,
    ],
    cause:
      'The connection is encrypted, but the server doesn’t accept this user’s login to this database from this address.',
    fix: 'Compare user and database with the service page, and check whether the allowed IP addresses include this machine.',
  },
  {
    id: 'not-authorized',
    phase: 'login',
    signs: [
      /(?:TOPIC|GROUP|CLUSTER|TRANSACTIONAL_ID)_AUTHORIZATION_FAILED|(?:Topic|Group|Cluster|TransactionalId)AuthorizationException/,
      /The client is not authorized to (?:access this (?:topic|group)|send this request type)/,
      /\bNOPERM\b|this user has no permissions to run|(?:Topic|Group|Cluster) authorization failed|security_exception[^\n]{0,80}no permissions for/i,
      /Access denied for user [^\n]{1,200} to database |was denied access on the database/,
    ],
    cause: 'The connection and the login work. This user doesn’t have permission to do that.',
    fix: 'Grant the permission: an ACL entry for Kafka, the user’s access control for Valkey and Redis.',
  },
]
