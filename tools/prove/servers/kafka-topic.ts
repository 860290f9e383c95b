/** The broker's one topic of one partition: record batches are kept as they came and handed back as they are. */
import { array, blob, int16, int32, int64, type KafkaReader, string } from './kafka-wire.ts'

export const TOPIC = 'proof'

const OK = int16(0)
const LATEST = -1n
/** In a record batch, after base offset, length, leader epoch, magic, checksum and attributes. */
const LAST_OFFSET_DELTA_AT = 23

export interface TopicLog {
  readonly produce: (request: KafkaReader) => Buffer
  readonly fetch: (request: KafkaReader) => Buffer
  readonly offsets: (request: KafkaReader) => Buffer
}

/** An answer about topics and their partitions, for whichever were asked about. */
const answer = (request: KafkaReader, partition: (index: number) => Buffer): Buffer =>
  array(
    request.array(() =>
      Buffer.concat([string(request.string()), array(request.array(() => partition(request.int32())) ?? [])]),
    ) ?? [],
  )

/** Produce version 3, Fetch version 4, ListOffsets version 1. */
export const topicLog = (): TopicLog => {
  const batches: Buffer[] = []
  let next = 0

  const append = (records: Buffer): number => {
    const batch = Buffer.from(records)
    const base = next
    // Not covered by the batch's checksum: a broker is meant to write it.
    batch.writeBigInt64BE(BigInt(base))
    batches.push(batch)
    next += batch.readInt32BE(LAST_OFFSET_DELTA_AT) + 1
    return base
  }

  const since = (offset: number): Buffer =>
    Buffer.concat(
      batches.filter((batch) => Number(batch.readBigInt64BE()) + batch.readInt32BE(LAST_OFFSET_DELTA_AT) >= offset),
    )

  return {
    produce: (request) => {
      request.string()
      request.skip(2 + 4)
      const topics = answer(request, (index) => {
        const base = append(request.blob() ?? Buffer.alloc(0))
        return Buffer.concat([int32(index), OK, int64(base), int64(-1)])
      })
      return Buffer.concat([topics, int32(0)])
    },
    fetch: (request) => {
      request.skip(4 + 4 + 4 + 4 + 1)
      const topics = answer(request, (index) => {
        const offset = Number(request.int64())
        request.skip(4)
        return Buffer.concat([int32(index), OK, int64(next), int64(next), int32(-1), blob(since(offset))])
      })
      return Buffer.concat([int32(0), topics])
    },
    offsets: (request) => {
      request.skip(4)
      return answer(request, (index) => {
        const latest = request.int64() === LATEST
        return Buffer.concat([int32(index), OK, int64(-1), int64(latest ? next : 0)])
      })
    },
  }
}
