/** Spring Boot with Valkey, Redis and Kafka: certificates in PEM go into a bundle of its own. */
import type { ConnectionFacts, System } from '../guide.ts'
import { saslLogin } from './java-kafka.ts'
import { mechanismOf, usesSasl } from './kafka.ts'
import { addressOf, CA, CERTIFICATE, KEY, pathOf } from './parts.ts'
import { javaGuide, mavenInstall } from './program.ts'
import { application, NOTES, PLACE_NOTE, properties, type Settings } from './spring-boot.ts'

const bundle = (facts: ConnectionFacts, system: System): Settings => [
  ...(facts.trust === 'project-ca'
    ? [['spring.ssl.bundle.pem.aiven.truststore.certificate', `file:${pathOf(facts, system, CA)}`] as const]
    : []),
  ...(facts.authentication === 'certificate'
    ? [
        ['spring.ssl.bundle.pem.aiven.keystore.certificate', `file:${pathOf(facts, system, CERTIFICATE)}`] as const,
        ['spring.ssl.bundle.pem.aiven.keystore.private-key', `file:${pathOf(facts, system, KEY)}`] as const,
      ]
    : []),
]

export const springRedis = javaGuide({
  install: mavenInstall('org.springframework.boot:spring-boot-starter-data-redis'),
  password: 'REDIS_PASSWORD',
  notes: NOTES,
  files: (facts, system) => [
    properties(
      [
        ['spring.data.redis.host', facts.host],
        ['spring.data.redis.port', String(facts.port)],
        ['spring.data.redis.username', facts.user],
        ['spring.data.redis.ssl.enabled', 'true'],
        ...bundle(facts, system),
        ...(facts.trust === 'project-ca' ? [['spring.data.redis.ssl.bundle', 'aiven'] as const] : []),
      ],
      [['spring.data.redis.password', '${REDIS_PASSWORD}']],
    ),
  ],
  text: () =>
    application(
      ['org.springframework.data.redis.core.StringRedisTemplate'],
      `            var redis = context.getBean(StringRedisTemplate.class);
            System.out.println("connected " + redis.getConnectionFactory().getConnection().ping());`,
    ),
})

export const springKafka = javaGuide({
  install: mavenInstall('org.springframework.boot:spring-boot-starter-kafka'),
  notes: () => [PLACE_NOTE],
  files: (facts, system) => {
    const sasl = usesSasl(facts)
    const needsBundle = facts.trust === 'project-ca' || !sasl
    return [
      {
        ...properties([
          ['spring.kafka.bootstrap-servers', addressOf(facts)],
          ['spring.kafka.security.protocol', sasl ? 'SASL_SSL' : 'SSL'],
          ...bundle(facts, system),
          ...(needsBundle ? [['spring.kafka.ssl.bundle', 'aiven'] as const] : []),
          ['spring.kafka.properties[ssl.endpoint.identification.algorithm]', 'https'],
          ...(sasl
            ? [
                ['spring.kafka.properties[sasl.mechanism]', mechanismOf(facts)] as const,
                ['spring.kafka.properties[sasl.jaas.config]', saslLogin(facts)] as const,
              ]
            : []),
        ]),
        secret: sasl && facts.password !== undefined,
      },
    ]
  },
  text: () =>
    application(
      ['org.apache.kafka.clients.admin.AdminClient', 'org.springframework.kafka.core.KafkaAdmin'],
      `            var settings = context.getBean(KafkaAdmin.class).getConfigurationProperties();
            try (var admin = AdminClient.create(settings)) {
                System.out.println("connected " + admin.listTopics().names().get());
            }`,
    ),
})
