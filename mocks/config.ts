/** `user_config`: checked against its schema, and combined from current and requested values. */
import type { ConfigSchema } from './data/config-schemas.ts'
import { rejectField, isObject } from './input.ts'

const typeOf = (value: unknown): string => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number'
  return typeof value
}

const parseV4 = (address: string): readonly number[] | undefined => {
  const parts = address.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return
  return parts.map(Number)
}

const parseV6 = (address: string): readonly number[] | undefined => {
  const halves = address.toLowerCase().split('::')
  if (halves.length > 2 || !/^[0-9a-f:]+$/i.test(address)) return
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return
  const groups = [...head, ...Array<string>(halves.length === 2 ? missing : 0).fill('0'), ...tail]
  if (!groups.every((part) => /^[0-9a-f]{1,4}$/.test(part))) return
  return groups.flatMap((part) => [Number.parseInt(part, 16) >> 8, Number.parseInt(part, 16) & 255])
}

/** Why a text isn't a network; undefined if it is one. A single address counts as a network. */
const networkFault = (text: string): string | undefined => {
  const [address = '', prefix, ...rest] = text.split('/')
  const bytes = parseV4(address) ?? parseV6(address)
  const bits = (bytes?.length ?? 0) * 8
  const length = prefix === undefined ? bits : /^\d{1,3}$/.test(prefix) ? Number(prefix) : -1
  if (!bytes || rest.length > 0 || length < 0 || length > bits) return `'${text}' is not a valid CIDR address block`
  const hasHostBits = bytes.some((byte, index) => (byte & (0xff >> Math.min(Math.max(length - index * 8, 0), 8))) !== 0)
  return hasHostBits ? `'${text}' has host bits set` : undefined
}

const checkText = (schema: ConfigSchema, value: string, path: string): void => {
  const { maxLength = Infinity, pattern, format } = schema
  if (value.length > maxLength) rejectField(path, `must be at most ${String(maxLength)} characters`)
  if (pattern !== undefined && !new RegExp(pattern).test(value))
    rejectField(path, `'${value}' does not match ${pattern}`)
  const fault = format === 'cidr' ? networkFault(value) : undefined
  if (fault !== undefined) rejectField(path, fault)
}

const checkObject = (schema: ConfigSchema, value: Readonly<Record<string, unknown>>, path: string): void => {
  for (const name of schema.required ?? []) if (!(name in value)) rejectField(path, `'${name}' is a required property`)
  for (const [name, of] of Object.entries(value)) {
    const property = schema.properties?.[name]
    if (!property) {
      rejectField(path, `Additional properties are not allowed ('${name}' was unexpected)`)
    } else if (of !== null) checkConfig(property, of, `${path}.${name}`)
  }
}

/** Checks a value against its schema. @throws {Refusal} 400, naming the field */
export const checkConfig = (schema: ConfigSchema, value: unknown, path: string): void => {
  const types = [schema.type].flat()
  const type = typeOf(value)
  if (!types.includes(type) && !(type === 'integer' && types.includes('number')))
    rejectField(path, `must be of type ${types.join(' or ')}`)
  if (schema.enum && !schema.enum.includes(value) && value !== null)
    rejectField(path, `must be one of ${schema.enum.join(', ')}`)
  if (typeof value === 'number') {
    const { minimum = -Infinity, maximum = Infinity } = schema
    if (value < minimum || value > maximum) rejectField(path, `must be from ${String(minimum)} to ${String(maximum)}`)
  }
  if (typeof value === 'string') checkText(schema, value, path)
  if (Array.isArray(value)) {
    if (value.length > (schema.maxItems ?? Infinity))
      rejectField(path, `must have at most ${String(schema.maxItems)} items`)
    for (const [index, item] of value.entries())
      if (schema.items) checkConfig(schema.items, item, `${path}.${String(index)}`)
  }
  if (isObject(value)) checkObject(schema, value, path)
}

/**
 * The current settings with the change applied: null removes a value. It isn't known whether the real API merges nested
 * objects or replaces them, so the mock can do either.
 */
export const applyConfigChange = (
  held: Readonly<Record<string, unknown>>,
  change: Readonly<Record<string, unknown>>,
  nested: 'merge' | 'replace',
): Readonly<Record<string, unknown>> => {
  const entries = Object.entries(change).map(([name, value]): [string, unknown] => {
    const before = held[name]
    if (!isObject(value)) return [name, value]
    return [name, applyConfigChange(nested === 'merge' && isObject(before) ? before : {}, value, nested)]
  })
  return Object.fromEntries(
    Object.entries({ ...held, ...Object.fromEntries(entries) }).filter(([, value]) => value !== null),
  )
}
