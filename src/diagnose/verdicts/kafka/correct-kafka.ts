/** What makes settings of a Kafka client verify CA and name. */
import { addEntry, removeEntry, setValue } from '../../documents/edit-entries.ts'
import type { Edit, Group } from '../../documents/document.ts'
import { flat, inStyleOf, type NamedSetting } from '../../settings/names.ts'
import { KAFKA, type KafkaClient } from './kafka.ts'
import type { Params } from '../verdict.ts'

/** A setting, and whose it is. */
export interface Scoped extends NamedSetting {
  /** What all settings of the same client share: `spring.kafka`, `KAFKA_CLUSTERS_0`. */
  readonly base: string
  /** `producer`, `consumer`; empty for all. */
  readonly scope: string
}

/** Where Spring's own names stand, not those of Kafka's client. */
const SPRING = /springkafka(?:producer|consumer|admin|streams)?$/

/** What makes the settings verify: values set, entries added or taken out, each in the form of what stands there. */
export const correctKafka = (
  text: string,
  group: Group,
  named: readonly Scoped[],
  client: KafkaClient,
  params: Params,
): Edit[] | undefined => {
  const edits: (Edit | undefined)[] = []
  const of = (name: string) => named.findLast((entry) => entry.name === name)
  const put = (name: string, value: string) => {
    const there = of(name)
    // Spring has names of its own for the stores.
    if (!there && name !== 'security.protocol' && named.some(({ prefix }) => SPRING.test(flat(prefix)))) {
      edits.push(undefined)
      return
    }
    const model =
      there ??
      of('security.protocol') ??
      named.find(({ name: other }) => other.startsWith('ssl.') || other === 'bootstrap.servers')
    if (there) edits.push(setValue(there.setting, value))
    else {
      const written = model && inStyleOf(model, name)
      edits.push(model && written !== undefined ? addEntry(text, group, model.setting, written, value) : undefined)
    }
  }
  const protocol = params.get('security.protocol') ?? ''
  if (!/SSL$/i.test(protocol))
    put(
      'security.protocol',
      params.has('sasl.mechanism') ||
        params.has('sasl.mechanisms') ||
        params.has('sasl.jaas.config') ||
        /^SASL/i.test(protocol)
        ? 'SASL_SSL'
        : 'SSL',
    )
  if (params.has('ssl.endpoint.identification.algorithm')) put('ssl.endpoint.identification.algorithm', 'https')
  if (client === KAFKA.librdkafka) {
    if (params.has('enable.ssl.certificate.verification')) put('enable.ssl.certificate.verification', 'true')
    if (!params.has('ssl.ca.pem') && (!params.has('ssl.ca.location') || params.get('ssl.ca.location')?.startsWith('~')))
      put('ssl.ca.location', '/path/to/ca.pem')
  } else {
    const type = params.get('ssl.truststore.type')?.toUpperCase()
    const password = of('ssl.truststore.password')
    const store = params.get('ssl.truststore.location')
    if (type === 'PEM' && password) edits.push(removeEntry(text, group, password.setting))
    if (store === undefined && !params.has('ssl.truststore.certificates')) {
      put('ssl.truststore.type', 'PEM')
      put('ssl.truststore.location', '/path/to/ca.pem')
    } else if (/\.(?:pem|crt|cer)$/i.test(store ?? '') && type !== 'PEM' && !password) put('ssl.truststore.type', 'PEM')
    else if (store?.startsWith('~')) put('ssl.truststore.location', `/path/to/${store.replace(/^.*\//, '')}`)
  }
  return edits.length === 0 || edits.includes(undefined) ? undefined : edits.filter((edit) => edit !== undefined)
}
