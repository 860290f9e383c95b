/** Valkey, Redis and Dragonfly from Java. */
import { javaString } from '../escape.ts'
import { javaContext, javaImports } from './java-tls.ts'
import { CA, pathOf } from './parts.ts'
import { javaGuide, mavenInstall } from './program.ts'

const PASSWORD = 'REDIS_PASSWORD'

export const lettuce = javaGuide({
  install: mavenInstall('io.lettuce:lettuce-core'),
  password: PASSWORD,
  text: (facts, system) => {
    const trust =
      facts.trust === 'project-ca' ? `.trustManager(new File(${javaString(pathOf(facts, system, CA))}))` : ''
    return `import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SslOptions;
import io.lettuce.core.SslVerifyMode;
import java.io.File;

public class Connect {
    public static void main(String[] args) {
        var uri = RedisURI.builder()
                .withHost(${javaString(facts.host)})
                .withPort(${String(facts.port)})
                .withSsl(true)
                .withVerifyPeer(SslVerifyMode.FULL)
                .withAuthentication(${javaString(facts.user)}, System.getenv("${PASSWORD}").toCharArray())
                .build();
        var client = RedisClient.create(uri);
        var tls = SslOptions.builder().jdkSslProvider()${trust}.build();
        client.setOptions(ClientOptions.builder().sslOptions(tls).build());
        try (var connection = client.connect()) {
            System.out.println("connected " + connection.sync().ping());
        } finally {
            client.shutdown();
        }
    }
}
`
  },
})

/** The JVM's own TLS with a trust store in memory: Jedis reads no PEM. */
export const jedis = javaGuide({
  install: mavenInstall('redis.clients:jedis'),
  password: PASSWORD,
  text: (facts, system) => {
    const imports = javaImports(facts, [
      'javax.net.ssl.SSLParameters',
      'redis.clients.jedis.DefaultJedisClientConfig',
      'redis.clients.jedis.HostAndPort',
      'redis.clients.jedis.RedisClient',
    ])
    return `${imports}
public class Connect {
    public static void main(String[] args) throws Exception {
${javaContext(facts, system)}        // The name in the certificate has to be the host's: said here for every version of Jedis.
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        var config = DefaultJedisClientConfig.builder()
                .user(${javaString(facts.user)})
                .password(System.getenv("${PASSWORD}"))
                .ssl(true)
                .sslSocketFactory(context.getSocketFactory())
                .sslParameters(parameters)
                .build();
        var address = new HostAndPort(${javaString(facts.host)}, ${String(facts.port)});
        try (var client = RedisClient.builder().hostAndPort(address).clientConfig(config).build()) {
            System.out.println("connected " + client.ping());
        }
    }
}
`
  },
})
