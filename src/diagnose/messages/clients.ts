/** Which client printed an error message, as far as its words give it away. */

/** By the id of the client's guide. Several clients may share a library's words: then each of them is named. */
const SIGNS: readonly (readonly [guide: string, sign: RegExp])[] = [
  ['psql', /^psql: /m],
  ['psycopg', /\bpsycopg2?\./],
  ['php-pdo-pgsql', /PDOException|SQLSTATE\[08006\]/],
  ['jdbc', /org\.postgresql\./],
  ['node-postgres', /node_modules\/pg\/|The server does not support SSL connections/],
  ['go-pq', /\bpq: |\bx509: /],
  ['mariadb', /ERROR 20(02|13|26) \(/],
  ['mysql', /ERROR 20(02|13|26) \(/],
  ['mysql2', /HANDSHAKE_SSL_ERROR|node_modules\/mysql2\//],
  ['pymysql', /\bpymysql\./],
  ['kcat', /^% |rdkafka#/m],
  ['confluent-kafka', /\bcimpl\.|KafkaError\{|rdkafka#/],
  ['kafka-python', /\bkafka\.(errors|conn)\b|NoBrokersAvailable/],
  ['kafkajs', /KafkaJS|"clientId":/],
  ['java-keystore', /org\.apache\.kafka\.|javax\.net\.ssl\.|java\.security\.|java\.net\./],
  ['java-pem', /org\.apache\.kafka\.|javax\.net\.ssl\.|java\.security\.|java\.net\./],
  ['redis-cli', /Could not connect to Redis|\bsocat\[/],
  ['ioredis', /MaxRetriesPerRequestError|\[ioredis\]/],
  ['curl', /^curl: \(\d+\)/m],
  // What every program on Node.js or Python prints comes last: the service's protocol tells which client it is.
  [
    'node-postgres',
    /\b(UNABLE_TO_VERIFY_LEAF_SIGNATURE|SELF_SIGNED_CERT_IN_CHAIN|ERR_TLS_CERT_ALTNAME_INVALID)\b|^Error: /m,
  ],
  ['mysql2', /^Error: /m],
  ['kafkajs', /^Error: /m],
  ['ioredis', /^Error: |^certificate has expired|^unable to verify the first|^Hostname\/IP/m],
  ['psycopg', /\bssl\.SSL\w*Error\b|^Traceback /m],
  ['pymysql', /\bssl\.SSL\w*Error\b|^Traceback /m],
  ['kafka-python', /\bssl\.SSL\w*Error\b|^Traceback /m],
]

/**
 * Ids of the guides of the clients that may have printed it, the most likely first; none when nothing gives one away.
 * @param text at most some ten thousand characters
 */
export const clientsOf = (text: string): string[] => [
  ...new Set(SIGNS.filter(([, sign]) => sign.test(text)).map(([guide]) => guide)),
]
