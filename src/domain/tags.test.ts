import { describe, expect, it } from 'vitest'

import { readTypedTags } from './tags.ts'

const read = (text: string) => readTypedTags(text).map(({ key, value, fault }) => fault ?? `${key}=${value}`)

describe('tags as people write them', () => {
  it.each([
    ['', []],
    ['env: prod', ['env=prod']],
    ['env=prod\r\n\n  team : a b ', ['env=prod', 'team=a b']],
    ['url: https://example.com/a=b', ['url=https://example.com/a=b']],
    ['empty\nalso:', ['empty=', 'also=']],
    ['9lives: x\na b: c\n: x\n__proto__: x\n<b>: x', ['key', 'key', 'key', 'key', 'key']],
    [`${'k'.repeat(64)}: ${'v'.repeat(64)}`, [`${'k'.repeat(64)}=${'v'.repeat(64)}`]],
    [`${'k'.repeat(65)}: v\nk: ${'v'.repeat(65)}`, ['key', 'value']],
    ['env: a\nenv: b', ['env=a', 'twice']],
    ['constructor: x', ['constructor=x']],
  ])('%j', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})
