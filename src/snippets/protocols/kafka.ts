/** Clients of Kafka, in the order in which they are offered: one row per client. */
import { speaks } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const KAFKA: readonly Guide[] = [
  {
    id: 'kcat',
    name: 'kcat',
    language: 'conf',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kcat.ts')).kcat,
  },
  {
    id: 'kafka-python',
    name: 'Python, kafka-python',
    language: 'python',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafka-python.ts')).kafkaPython,
  },
  {
    id: 'confluent-kafka',
    name: 'Python, confluent-kafka',
    language: 'python',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/confluent-kafka.ts')).confluentKafka,
  },
  {
    id: 'aiokafka',
    name: 'Python, aiokafka',
    language: 'python',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafka-others.ts')).aiokafka,
  },
  {
    id: 'kafkajs',
    name: 'Node.js, kafkajs',
    language: 'javascript',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafkajs.ts')).kafkajs,
  },
  {
    id: 'java-keystore',
    name: 'Java and Kafka’s tools',
    language: 'properties',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/java-kafka.ts')).javaKeystore,
  },
  {
    id: 'java-pem',
    name: 'Java and Kafka’s tools, PEM files',
    language: 'properties',
    applies: (facts) =>
      speaks('kafka')(facts) && (facts.trust === 'project-ca' || facts.authentication === 'certificate'),
    load: async () => (await import('../guides/java-kafka.ts')).javaPem,
  },
  {
    id: 'spring-kafka',
    name: 'Java, Spring Kafka',
    language: 'java',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/spring-boot-others.ts')).springKafka,
  },
  {
    id: 'franz-go',
    name: 'Go, franz-go',
    language: 'go',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafka-others.ts')).franzGo,
  },
  {
    id: 'sarama',
    name: 'Go, Sarama',
    language: 'go',
    // For SCRAM it needs a program of the user's own.
    applies: (facts) => speaks('kafka')(facts) && facts.mechanism?.startsWith('SCRAM') !== true,
    load: async () => (await import('../guides/kafka-others.ts')).sarama,
  },
  {
    id: 'kafka-go',
    name: 'Go, kafka-go',
    language: 'go',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafka-others.ts')).kafkaGo,
  },
  {
    id: 'kafka-connect',
    name: 'Kafka Connect worker',
    language: 'properties',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/java-kafka.ts')).kafkaConnect,
  },
  {
    id: 'kafka-ui',
    name: 'Kafka UI',
    language: 'yaml',
    applies: speaks('kafka'),
    load: async () => (await import('../guides/kafka-ui.ts')).kafkaUi,
  },
]
