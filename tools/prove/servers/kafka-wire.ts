/** Reading and writing Kafka's primitive types: big-endian numbers, strings and byte strings with their length before them. */

/** Reads one request, from front to back. */
export class KafkaReader {
  private readonly bytes: Buffer
  private at = 0

  constructor(bytes: Buffer) {
    this.bytes = bytes
  }

  private step(size: number): number {
    this.at += size
    return this.at - size
  }

  int16(): number {
    return this.bytes.readInt16BE(this.step(2))
  }

  int32(): number {
    return this.bytes.readInt32BE(this.step(4))
  }

  int64(): bigint {
    return this.bytes.readBigInt64BE(this.step(8))
  }

  skip(size: number): void {
    this.step(size)
  }

  string(): string {
    const length = this.int16()
    return length < 0 ? '' : this.bytes.toString('utf8', this.step(length), this.at)
  }

  /** undefined for a null byte string. */
  blob(): Buffer | undefined {
    const length = this.int32()
    return length < 0 ? undefined : this.bytes.subarray(this.step(length), this.at)
  }

  /** undefined for a null array. */
  array<T>(item: () => T): T[] | undefined {
    const length = this.int32()
    return length < 0 ? undefined : Array.from({ length }, item)
  }
}

export const int8 = (value: number): Buffer => Buffer.from([value & 0xff])

export const int16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2)
  bytes.writeInt16BE(value)
  return bytes
}

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

export const int64 = (value: number): Buffer => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigInt64BE(BigInt(value))
  return bytes
}

export const string = (text: string): Buffer => Buffer.concat([int16(Buffer.byteLength(text)), Buffer.from(text)])

export const NULL_STRING = int16(-1)

export const blob = (bytes: Buffer): Buffer => Buffer.concat([int32(bytes.length), bytes])

export const array = (items: readonly Buffer[]): Buffer => Buffer.concat([int32(items.length), ...items])
