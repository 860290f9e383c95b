/** Spring Boot with Valkey: properties of an application, which is compiled once. */
import { clientOf } from '../clients.ts'
import { REDIS } from '../endpoints.ts'
import type { MatrixClient } from './settings.ts'

const BUNDLE = 'spring.ssl.bundle.pem.aiven.truststore.certificate=file:ca.pem'

const APPLICATION = `import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.data.redis.core.StringRedisTemplate;

@EnableAutoConfiguration
public class Client {
    public static void main(String[] args) {
        try (var context = SpringApplication.run(Client.class, args)) {
            context.getBean(StringRedisTemplate.class).getConnectionFactory().getConnection().ping();
        }
    }
}
`

/** Lines are separated by spaces in a setting. */
export const SPRING_CLIENTS: readonly MatrixClient[] = [
  {
    id: 'spring-redis',
    client: clientOf('spring-boot-redis'),
    endpoint: REDIS,
    settings: [
      'HOST',
      'HOST spring.data.redis.ssl.enabled=false',
      'HOST spring.data.redis.ssl.enabled=true',
      `HOST ${BUNDLE} spring.data.redis.ssl.bundle=aiven`,
      `HOST ${BUNDLE} spring.data.redis.ssl.enabled=true spring.data.redis.ssl.bundle=aiven`,
      `HOST ${BUNDLE} spring.data.redis.ssl.enabled=false spring.data.redis.ssl.bundle=aiven`,
      `HOST ${BUNDLE}`,
      'HOST spring.data.redis.ssl=true',
      'spring.data.redis.url=redis://LOGIN',
      'spring.data.redis.url=rediss://LOGIN',
      `spring.data.redis.url=rediss://LOGIN ${BUNDLE} spring.data.redis.ssl.bundle=aiven`,
      `spring.data.redis.url=redis://LOGIN ${BUNDLE} spring.data.redis.ssl.enabled=true spring.data.redis.ssl.bundle=aiven`,
      'spring.data.redis.url=rediss://LOGIN?verifyPeer=NONE',
      'spring.data.redis.url=rediss://LOGIN spring.data.redis.ssl.enabled=false',
    ],
    text: (setting, { login, host, port }) =>
      `${setting
        .replace('LOGIN', `${login}@${host}:${String(port)}`)
        .replace(
          'HOST',
          `spring.data.redis.host=${host} spring.data.redis.port=${String(port)} spring.data.redis.username=avnadmin spring.data.redis.password=secret`,
        )
        .replaceAll(' ', '\n')}\n`,
    file: 'application.properties',
    files: { 'Client.java': APPLICATION },
    prepare: "javac -cp 'lib/*' Client.java",
    run: () => "java -XX:TieredStopAtLevel=1 -cp 'lib/*:.' Client",
    seconds: 40,
  },
]
