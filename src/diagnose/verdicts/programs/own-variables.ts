/** Settings of programs that have names of their own, wherever they stand. */
import type { Group, ParsedDocument, Setting } from '../../documents/document.ts'
import { verdictByCaFile } from '../ca-file.ts'
import { OPEN } from '../common-words.ts'
import type { Finding, OwnNames } from '../finding.ts'
import { once } from '../once.ts'
import { PROGRAMS, type Program } from './own-programs.ts'
import { QUARKUS } from './quarkus.ts'
import { INHERITED } from '../postgresql/pg-settings.ts'
import { standsElsewhere, type Judged, type Params } from '../verdict.ts'

const ELSEWHERE: Judged = ['depends', 'It takes settings from another file or another part of this one.']

const decides = (name: string) => /ssl|tls|sslmode/.test(name)

interface Own {
  readonly program: Program
  readonly settings: readonly Setting[]
  readonly judged: Judged
  readonly params: Params
}

const ownOf = once((group: Group): readonly Own[] =>
  [...PROGRAMS, QUARKUS].flatMap((program): Own[] => {
    // Several services of one file have their own, below a name of each.
    const places = new Map<string, Setting[]>()
    for (const setting of group.settings) {
      const short = program.names.exec(setting.name)?.[1]
      if (short === undefined) continue
      const before = setting.name.slice(0, -short.length)
      places.set(before, [...(places.get(before) ?? []), setting])
    }
    return [...places].flatMap(([before, settings]): Own[] => {
      const params = new Map(
        settings.map(({ name, literal }) => [name.slice(before.length).toLowerCase(), literal.value.trim()]),
      )
      const judged = program.judge(params)
      if (!judged) return []
      const isOpen = [...params].some(([name, value]) => decides(name) && standsElsewhere(value))
      return [{ program, settings, judged: isOpen ? OPEN : judged, params }]
    })
  }),
)

/** What such programs make of a group. */
export const judgeOwnVariables = (text: string, { container }: ParsedDocument, group: Group): OwnNames => {
  // Code reads variables; it may give them another meaning.
  const own = container === 'code' ? [] : ownOf(group)
  const isInherited = INHERITED.test(text)
  return {
    findings: own.map(({ program: { client }, judged, params }): Finding => ({
      what: `Settings of ${client.name}`,
      range: group.range,
      drivers: [verdictByCaFile(client, isInherited && judged[0] !== 'none' ? ELSEWHERE : judged, params)],
      notes: [],
    })),
    used: new Set(own.flatMap(({ settings }) => settings)),
  }
}
