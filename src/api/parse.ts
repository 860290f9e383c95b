/** Turns an answer's JSON into typed data. Problems are named, and affect as little as possible. */
import * as v from 'valibot'

import { createPause } from '../lib/pause.ts'
import type { ApiAnswer } from './client.ts'
import { ApiError } from './errors.ts'

/** A list, with sentences about its unreadable items. */
export interface ReadList<T> {
  readonly items: readonly T[]
  readonly problems: readonly string[]
}

/** The type of a value, never the value: it may be a secret. */
const typeName = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value)

/** The first problem that a schema finds: `components[2].port: expected number, got null`. */
const issueText = (issues: readonly v.BaseIssue<unknown>[]): string => {
  const [issue] = issues
  if (!issue) return 'it isn’t what was expected'
  const { kind, message, expected, received, input } = issue
  const what = kind === 'validation' ? message : `expected ${String(expected).toLowerCase()}, got ${typeName(input)}`
  const path = v.getDotPath(issue)
  if (path === null) return what
  return received === 'undefined' ? `${path} is missing` : `${path}: ${what}`
}

/** A name that identifies a broken item, if it has one. */
const nameOf = (item: unknown): string | undefined => {
  if (typeof item !== 'object' || item === null) return undefined
  const { service_name, project_name, component, topic_name, username, pool_name } = item as Record<string, unknown>
  return [service_name, project_name, component, topic_name, username, pool_name]
    .filter((name) => typeof name === 'string')
    .find((name) => name !== '')
}

/** Reads a list item by item. */
const collect = <T>(what: string, read: (item: unknown, index: number) => T) => {
  const good: T[] = []
  const problems: string[] = []
  return {
    take: (item: unknown, index: number) => {
      try {
        good.push(read(item, index))
      } catch (error) {
        if (!(error instanceof v.ValiError)) throw error
        const name = nameOf(item) ?? `number ${String(index + 1)}`
        problems.push(`${what} ${name} couldn’t be read (${issueText(error.issues)}).`)
      }
    },
    // Duplicates are reported once: sentences are also the keys of lists.
    list: (): ReadList<T> => ({ items: good, problems: [...new Set(problems)] }),
  }
}

/**
 * Reads a list item by item.
 * @param what name of an item, for the sentences
 */
export const readItems = <T>(items: readonly unknown[], what: string, read: (item: unknown) => T): ReadList<T> => {
  const { take, list } = collect(what, read)
  for (const [index, item] of items.entries()) take(item, index)
  return list()
}

/** The same for thousands of items, with pauses so that the page stays responsive. */
export const readManyItems = async <T>(
  items: readonly unknown[],
  what: string,
  read: (item: unknown, index: number) => T,
): Promise<ReadList<T>> => {
  const pauseIfDue = createPause()
  const { take, list } = collect(what, read)
  for (const [index, item] of items.entries()) {
    take(item, index)
    await pauseIfDue()
  }
  return list()
}

/** Items with the same name count as one: pages identify items by name. */
export const uniqueBy = <T>(items: readonly T[], nameIn: (item: T) => string | number): readonly T[] => [
  ...new Map(items.map((item) => [nameIn(item), item])).values(),
]

/**
 * Applies a reader to the body of an answer.
 * @throws {ApiError} of kind `contract` that names the field
 */
export const readAnswer = async <T>(
  operation: string,
  { body, status, requestId }: ApiAnswer,
  read: (body: unknown) => T | Promise<T>,
): Promise<T> => {
  try {
    return await read(body)
  } catch (error) {
    if (!(error instanceof v.ValiError)) throw error
    const message = `The API’s answer doesn’t match its documentation (${issueText(error.issues)}).`
    // No cause: the schema's error holds the whole answer, with whatever secrets are in it.
    throw new ApiError(message, { kind: 'contract', operation, status, requestId })
  }
}

/** The items that fit a schema, for lists that are shown as a minimum: others are left out without a word. */
export const readableItems = <T extends v.GenericSchema>(schema: T, items: readonly unknown[]): v.InferOutput<T>[] =>
  items.flatMap((item) => {
    const { success, output } = v.safeParse(schema, item)
    return success ? [output] : []
  })
