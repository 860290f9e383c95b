import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { fitsPattern } from '../lib/glob.ts'
import { checkAccess, remarksOn, type AclAction, type AivenRule, type NativeRule, type Rule } from './acl.ts'

const aiven = (username: string, topic: string, permission: string): AivenRule => ({
  kind: 'aiven',
  username,
  topic,
  permission,
})

const native = (more: Partial<NativeRule> = {}): NativeRule => ({
  kind: 'native',
  principal: 'User:ada',
  host: '*',
  operation: 'Read',
  permission_type: 'ALLOW',
  pattern_type: 'LITERAL',
  resource_type: 'Topic',
  resource_name: 'orders',
  ...more,
})

const ask = (rules: readonly Rule[], action: AclAction = 'read', user = 'ada', name = 'orders') => {
  const { verdict, reason, entry } = checkAccess(rules, { user, action, name })
  return { verdict, reason, entry }
}

describe('a pattern', () => {
  const SIGNS: Readonly<Record<string, string>> = { '*': '[^]*', '?': '[^]', '.': String.raw`\.` }
  const expression = (pattern: string) => new RegExp(`^${pattern.replaceAll(/[*?.]/g, (sign) => SIGNS[sign] ?? '')}$`)

  it('is what a regular expression makes of it', () => {
    const part = fc.array(fc.constantFrom('a', 'b', '.', '*', '?'), { maxLength: 8 }).map((signs) => signs.join(''))
    const word = fc.array(fc.constantFrom('a', 'b', '.'), { maxLength: 10 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(part, word, (pattern, text) => {
        expect(fitsPattern(pattern, text)).toBe(expression(pattern).test(text))
      }),
      { numRuns: 5000 },
    )
  })

  it('of many stars takes no longer', () => {
    expect(fitsPattern('*a'.repeat(120), 'a'.repeat(119))).toBe(false)
    expect(fitsPattern(`${'*a'.repeat(100)}b`, 'a'.repeat(249))).toBe(false)
  })
})

describe('may X do Y on Z?', () => {
  /** Aiven's table of what its permissions include, written down apart from the code. */
  const TABLE: readonly (readonly [permission: string, acts: readonly AclAction[]])[] = [
    ['read', ['read', 'describe', 'group']],
    ['write', ['write', 'describe']],
    ['readwrite', ['read', 'write', 'describe', 'group']],
    ['admin', ['read', 'write', 'describe', 'delete', 'group']],
  ]
  const ACTS: readonly AclAction[] = ['read', 'write', 'describe', 'delete', 'group']

  for (const [permission, acts] of TABLE) {
    it(`${permission}: ${acts.join(', ')}, and nothing else`, () => {
      for (const act of ACTS) {
        const rule = aiven('a*', 'ord?rs', permission)
        expect(ask([rule], act)).toEqual(
          acts.includes(act)
            ? { verdict: 'allowed', reason: 'entry', entry: rule }
            : { verdict: 'denied', reason: 'nothing', entry: undefined },
        )
      }
    })
  }

  it('what no entry matches is denied', () => {
    expect(ask([]).reason).toBe('nothing')
    expect(ask([aiven('bob', '*', 'admin'), aiven('ada', 'order', 'admin')])).toMatchObject({ verdict: 'denied' })
  })

  it('a native DENY wins over whatever allows, wherever it stands', () => {
    const deny = native({ permission_type: 'DENY' })
    for (const rules of [
      [deny, aiven('*', '*', 'admin'), native()],
      [native(), aiven('*', '*', 'admin'), deny],
    ])
      expect(ask(rules)).toEqual({ verdict: 'denied', reason: 'entry', entry: deny })
    expect(ask([aiven('*', '*', 'admin'), deny], 'write').verdict).toBe('allowed')
    expect(ask([aiven('*', '*', 'admin'), deny], 'group').verdict).toBe('allowed')
  })

  it.each<[Partial<NativeRule>, AclAction, string]>([
    [{}, 'read', 'allowed'],
    [{ operation: 'All' }, 'delete', 'allowed'],
    [{}, 'describe', 'allowed'],
    [{ permission_type: 'DENY' }, 'describe', 'denied'],
    [{ principal: 'User:*' }, 'read', 'allowed'],
    [{ resource_name: '*' }, 'read', 'allowed'],
    [{ pattern_type: 'PREFIXED', resource_name: 'ord' }, 'read', 'allowed'],
    [{ pattern_type: 'PREFIXED', resource_name: 'orders.' }, 'read', 'denied'],
    [{ resource_name: 'ord' }, 'read', 'denied'],
    [{ resource_type: 'Group' }, 'read', 'denied'],
    [{ resource_type: 'Group' }, 'group', 'allowed'],
    [{ principal: 'User:ad' }, 'read', 'denied'],
    // Of these the documentation says both, or the client's host decides.
    [{ host: '10.0.0.1' }, 'read', 'unknown'],
    [{ principal: 'User:a*' }, 'read', 'unknown'],
    [{ resource_name: 'ord*' }, 'read', 'unknown'],
    [{ pattern_type: 'PREFIXED', resource_name: 'ord*' }, 'read', 'unknown'],
    [{ pattern_type: 'MATCH' }, 'read', 'unknown'],
    [{ permission_type: 'MAYBE' }, 'read', 'denied'],
    [{ principal: 'Team:a' }, 'read', 'unknown'],
  ])('a native entry with %j, %s: %s', (more, act, verdict) => {
    expect(ask([native(more)], act).verdict).toBe(verdict)
  })

  it('an uncertain DENY leaves an allowed act unknown, and a denied one denied', () => {
    const unsure = native({ permission_type: 'DENY', host: '10.0.0.1' })
    expect(ask([unsure, native()])).toEqual({ verdict: 'unknown', reason: 'unsure', entry: unsure })
    expect(ask([unsure])).toMatchObject({ verdict: 'denied', reason: 'nothing' })
  })

  it('is unknown where entries could not be read, but for a DENY that could', () => {
    const question = { user: 'ada', action: 'read', name: 'orders' } as const
    expect(checkAccess([native()], question, false)).toMatchObject({ verdict: 'unknown', reason: 'unread' })
    expect(checkAccess([], question, false)).toMatchObject({ verdict: 'unknown', reason: 'unread' })
    expect(checkAccess([native({ permission_type: 'DENY' })], question, false).verdict).toBe('denied')
  })

  it('generated: more allowing entries never take away, a DENY never gives, and order means nothing', () => {
    const name = fc.constantFrom('a', 'b', '*', 'a*', '?', 'ab')
    const plain = fc.constantFrom('a', 'b', 'ab')
    const action = fc.constantFrom(...ACTS)
    const aivenRule = fc
      .tuple(name, name, fc.constantFrom('read', 'write', 'readwrite', 'admin'))
      .map((parts) => aiven(...parts))
    const nativeRule = (permission_type: string) =>
      fc
        .record({
          user: name,
          operation: fc.constantFrom('Read', 'Write', 'All', 'Describe', 'Delete'),
          pattern_type: fc.constantFrom('LITERAL', 'PREFIXED'),
          resource_type: fc.constantFrom('Topic', 'Group'),
          resource_name: name,
          host: fc.constantFrom('*', '10.0.0.1'),
        })
        .map(({ user, ...rest }) => native({ ...rest, principal: `User:${user}`, permission_type }))
    const allow = fc.oneof(aivenRule, nativeRule('ALLOW'))
    const any: fc.Arbitrary<Rule> = fc.oneof(allow, nativeRule('DENY'))
    const RANK = { denied: 0, unknown: 1, allowed: 2 } as const
    fc.assert(
      fc.property(
        fc.array(any, { maxLength: 5 }),
        allow,
        nativeRule('DENY'),
        fc.record({ user: plain, action, name: plain }),
        (rules, more, deny, question) => {
          const rank = (all: readonly Rule[]) => RANK[checkAccess(all, question).verdict]
          const before = rank(rules)
          expect(rank([...rules, more])).toBeGreaterThanOrEqual(before)
          expect(rank([deny, ...rules])).toBeLessThanOrEqual(before)
          expect(rank(rules.toReversed())).toBe(before)
        },
      ),
      { numRuns: 3000 },
    )
  })
})

describe('what stands out', () => {
  const known = { users: ['avnadmin', 'ada'], topics: ['orders'] }

  it.each<[Rule, readonly string[]]>([
    [aiven('avnadmin', '*', 'admin'), ['everything']],
    [aiven('*', 'orders', 'read'), ['everyone']],
    [aiven('*', '*', 'admin'), ['everyone', 'everything']],
    [aiven('gone', 'orders', 'read'), ['no-user']],
    [aiven('ada', 'order', 'read'), ['no-topic']],
    [aiven('ad?', 'ord*', 'read'), []],
    [native(), []],
    [native({ resource_name: 'nothing' }), ['no-topic']],
    [native({ resource_type: 'Group', resource_name: 'nothing' }), []],
    [native({ principal: 'User:gone' }), ['no-user']],
    [native({ principal: 'User:*' }), ['everyone']],
    [native({ principal: 'User:*', permission_type: 'DENY' }), []],
  ])('%j: %j', (rule, remarks) => {
    expect(remarksOn(rule, known)).toEqual(remarks)
  })

  it('no topic is missed before the topics are known', () => {
    expect(remarksOn(aiven('ada', 'order', 'read'), { ...known, topics: undefined })).toEqual([])
  })
})
