/** Clients of Valkey in Java. */
import { REDIS } from '../endpoints.ts'
import { address } from '../traps/programs.ts'
import { clientOf } from '../clients.ts'
import type { MatrixClient, Target } from './settings.ts'

/** A setting is the code that connects: ADDRESS, HOST and PORT stand for the server, STORE for the store's password. */
const program =
  (imports: readonly string[]) =>
  (setting: string, target: Target): string =>
    `${imports.map((name) => `import ${name};\n`).join('')}
public class Client {
    public static void main(String[] args) throws Exception {
        ${setting}
    }
}
`
      .replaceAll('ADDRESS', `${target.login}@${address(target)}`)
      .replaceAll('HOST', target.host)
      .replaceAll('PORT', String(target.port))
      .replaceAll('STORE', target.storePassword)

/** Compiled once a setting, not once a server: the server's port comes from outside. Trusts the project's CA alone. */
const COMPILED = {
  file: 'client.txt',
  seconds: 60,
  run: ({ host, port, storePassword }: Target) =>
    `sed -e 's/${host}:${String(port)}/${host}:" + System.getProperty("port") + "/' -e 's/\\b${String(port)}\\b/Integer.getInteger("port")/' client.txt >new.java
cmp -s new.java Client.java || { cp new.java Client.java && javac -nowarn -cp 'lib/*' Client.java; }
java -XX:TieredStopAtLevel=1 -Dport=${String(port)} -Djavax.net.ssl.trustStore=client.truststore.p12 -Djavax.net.ssl.trustStorePassword=${storePassword} -cp 'lib/*:.' Client`,
}

const LETTUCE =
  'RedisURI.builder().withHost("HOST").withPort(PORT).withAuthentication("avnadmin", "secret".toCharArray())'
const lettuce = (rest: string) => `RedisClient.create(${LETTUCE}${rest}.build()).connect();`

const jedis = (rest: string) =>
  `RedisClient.builder().hostAndPort(new HostAndPort("HOST", PORT)).clientConfig(DefaultJedisClientConfig.builder().user("avnadmin").password("secret")${rest}.build()).build().ping();`

export const JAVA_REDIS: readonly MatrixClient[] = [
  {
    ...COMPILED,
    id: 'lettuce',
    client: clientOf('lettuce'),
    endpoint: REDIS,
    settings: [
      'RedisClient.create("redis://ADDRESS").connect();',
      'RedisClient.create("rediss://ADDRESS").connect();',
      'RedisClient.create("rediss://ADDRESS?verifyPeer=NONE").connect();',
      'RedisClient.create("rediss://ADDRESS?verifyPeer=CA").connect();',
      'RedisClient.create("rediss://ADDRESS?verifyPeer=FULL").connect();',
      lettuce(''),
      lettuce('.withSsl(false)'),
      lettuce('.withSsl(true)'),
      lettuce('.withSsl(true).withVerifyPeer(true)'),
      lettuce('.withSsl(true).withVerifyPeer(false)'),
      lettuce('.withSsl(true).withVerifyPeer(SslVerifyMode.NONE)'),
      lettuce('.withSsl(true).withVerifyPeer(SslVerifyMode.CA)'),
      lettuce('.withSsl(true).withVerifyPeer(SslVerifyMode.FULL)'),
      'RedisClient client = RedisClient.create("rediss://ADDRESS"); client.setOptions(ClientOptions.builder().sslOptions(SslOptions.builder().trustManager(new File("ca.pem")).build()).build()); client.connect();',
    ],
    text: program(['io.lettuce.core.*', 'java.io.File']),
  },
  {
    ...COMPILED,
    id: 'jedis',
    client: clientOf('jedis'),
    endpoint: REDIS,
    settings: [
      'new Jedis("redis://ADDRESS").ping();',
      'new Jedis("rediss://ADDRESS").ping();',
      'RedisClient.create("rediss://ADDRESS").ping();',
      jedis(''),
      jedis('.ssl(false)'),
      jedis('.ssl(true)'),
      jedis('.ssl(true).hostnameVerifier((name, session) -> true)'),
      jedis('.sslOptions(SslOptions.defaults())'),
      jedis('.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.INSECURE).build())'),
      jedis('.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.CA).build())'),
      jedis('.sslOptions(SslOptions.builder().sslVerifyMode(SslVerifyMode.FULL).build())'),
      jedis(
        '.sslOptions(SslOptions.builder().truststore(new File("client.truststore.p12"), "STORE".toCharArray()).trustStoreType("PKCS12").build())',
      ),
    ],
    text: program(['java.io.File', 'redis.clients.jedis.*']),
  },
]
