/** Clients of Kafka, in the order in which they are offered: one line per client. */
import type { Guide } from '../guide.ts'
import { confluentKafka } from '../guides/confluent-kafka.ts'
import { kafkaUi } from '../guides/forms.ts'
import { javaKeystore, javaPem, kafkaConnect } from '../guides/java-kafka.ts'
import { aiokafka, franzGo, kafkaGo, sarama } from '../guides/kafka-others.ts'
import { kafkaPython } from '../guides/kafka-python.ts'
import { kafkajs } from '../guides/kafkajs.ts'
import { kcat } from '../guides/kcat.ts'
import { springKafka } from '../guides/spring-boot-others.ts'

export const KAFKA: readonly Guide[] = [
  kcat,
  kafkaPython,
  confluentKafka,
  aiokafka,
  kafkajs,
  javaKeystore,
  javaPem,
  springKafka,
  franzGo,
  sarama,
  kafkaGo,
  kafkaConnect,
  kafkaUi,
]
