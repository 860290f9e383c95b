/** Kafka clients that are called with names of their own: kafka-python, aiokafka, kafkajs, Sarama. */
import type { Place } from '../place.ts'
import type { Group, ParsedDocument } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import type { Finding } from '../finding.ts'
import { insideOf } from '../nested-groups.ts'
import { goTls } from '../languages/go-tls.ts'
import { KAFKA, type KafkaClient } from './kafka.ts'
import { contextOf, heldUntilLater } from '../languages/ssl-context.ts'
import { truth, verdictOf, type Params } from '../verdict.ts'

const kafkaByHolder = (
  { holder, language, words }: Place,
  group: Group,
): { client: KafkaClient; params: Params } | undefined => {
  const params = new Map(group.settings.map(({ name, literal }) => [name.toLowerCase(), literal.value]))
  if (/(?:^|\.)AIOKafka\w+$/.test(holder)) return { client: KAFKA.aiokafka, params }
  if (
    language === 'python' &&
    (/(?:^|\.)Kafka(?:Producer|Consumer|AdminClient)$/.test(holder) || params.has('security_protocol'))
  ) {
    return { client: /aiokafka/i.test(words) ? KAFKA.aiokafka : KAFKA.kafkaPython, params }
  }
  if (
    language === 'javascript' &&
    /^new (?:\w+\.)?Kafka$/.test(holder) &&
    // What it takes from a variable stands there.
    group.settings.length > 0 &&
    // Confluent's package has a class of that name, with librdkafka's settings.
    ![...params.keys()].some((name) =>
      /^(?:kafkajs|[a-z]+\.[a-z.]+\.[a-z.]+$|security\.protocol$|bootstrap\.servers$)/.test(name),
    )
  )
    return { client: KAFKA.kafkaJs, params }
  if (language === 'go' && [...params.keys()].some((name) => name.endsWith('net.tls.enable')))
    return {
      client: KAFKA.sarama,
      params: new Map([...params].map(([name, value]) => [name.replace(/^.*?(?=net\.tls)/, ''), value])),
    }
  // A login, and no word of TLS in the whole text.
  const hasLogin = truth(params.get(`${holder.toLowerCase()}.net.sasl.enable`) ?? params.get('net.sasl.enable'))
  if (language === 'go' && hasLogin === true && /\bsarama \. NewConfig \(/.test(words) && !/\bTLS\b/.test(words))
    return { client: KAFKA.sarama, params: new Map([['net.tls.enable', 'false']]) }
  return undefined
}

export const judgeKafkaCall = (document: ParsedDocument, place: Place, group: Group): Finding | undefined => {
  const found = kafkaByHolder(place, group)
  if (!found) return undefined
  const { client, params } = found
  const config = params.get('net.tls.config')
  const judged = client.judge(params)
  if (client === KAFKA.sarama && config !== undefined && judged[0] === 'depends')
    return {
      what: 'Kafka client configuration',
      range: group.range,
      drivers: [verdictOf(client, goTls(config, document, 'sarama-skip-verify'))],
      notes: [],
      covers: insideOf(document, group),
    }
  const passed = group.settings.find(({ name }) => name === 'ssl_context')?.literal
  const made = contextOf(passed, document)
  // aiokafka connects when it's started.
  const context = made && passed && client === KAFKA.aiokafka ? heldUntilLater(made, passed, document) : made
  const drivers = [
    context && judged[0] !== 'plain' ? verdictOf(client, context) : verdictByCaFile(client, judged, params),
  ]
  return { what: 'Kafka client configuration', range: group.range, drivers, notes: [] }
}
