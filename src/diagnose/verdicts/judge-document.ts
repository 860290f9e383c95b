/** Everything in one document that says how a client connects, and what comes of it: one answer per connection. */
import type { Group, ParsedDocument } from '../documents/document.ts'
import { TORN } from '../documents/shells/windows-variables.ts'
import { overlaps } from '../../lib/ranges.ts'
import { withExtraCas } from './beside/beside.ts'
import { besideSqlxOptions, judgeSqlxOptions } from './languages/sqlx-options.ts'
import { withConnectArgs, withOriginals } from './languages/connect-args.ts'
import { doubted, isNodeOffBeside, isNodeSwitch, isOfNode, offIn, tells } from './beside/doubted.ts'
import { judgeGroup, placeOfGroup } from './judge-groups.ts'
import { judgeKafkaGroup } from './kafka/judge-kafka.ts'
import { judgeString } from './judge-strings.ts'
import { once } from './once.ts'
import { apartFromGrafana } from './programs/programs.ts'
import { judgeProxy } from './programs/proxies.ts'
import { settledIn } from './beside/settled.ts'
import { leftOpen, withSpread } from './beside/spread.ts'
import { switchIn, switchInCode } from './beside/switches.ts'
import { takesContext, withSwitched } from './beside/switched.ts'
import { onceTaken } from './inherited-settings.ts'
import type { Finding } from './finding.ts'

/** Variables that a command hands to what it starts. */
const HANDED_ON = 'handed on'

const groupSwitch = (document: ParsedDocument, group: Group): Finding[] => {
  const settings = group.settings.map(({ name, literal }) => ({ name, value: literal.value }))
  const driver = switchIn(settings, placeOfGroup(document, group))
  return driver
    ? [
        {
          what:
            group.holder === HANDED_ON
              ? 'Environment variables'
              : document.container === 'command' && group.holder !== 'export'
                ? `${group.holder} command`
                : 'Settings',
          range: group.range,
          drivers: [driver],
          notes: [],
        },
      ]
    : []
}

/** A script of package.json, pasted with code, that starts Node.js with its variable. */
const SCRIPT = /^(?:cross-env )?(?:\w+=\S+ )*NODE_TLS_REJECT_UNAUTHORIZED=["']?0["']? (?:\w+=\S+ )*[\w./-]+/

const switchesOfScripts = (document: ParsedDocument): Finding[] =>
  document.literals.flatMap(({ literal: { value, range } }) => {
    if (!SCRIPT.test(value)) return []
    const settings = [{ name: 'NODE_TLS_REJECT_UNAUTHORIZED', value: '0' }]
    const { container, language, words } = document
    const driver = switchIn(settings, { container, language, words, holder: '', name: '', beside: [] })
    return driver ? [{ what: 'Settings', range, drivers: [driver], notes: [] }] : []
  })

/** Whether a client is told itself to verify: Node.js' variable gives no more than the default. */
const insists = ({ settings }: Group): boolean => {
  const own = settings.filter(({ name }) => /(?:^|\.)rejectUnauthorized$/.test(name))
  return own.length > 0 && own.every(({ literal }) => literal.value === 'true')
}

/** What a verdict says isn't said once more beside it. */
const said = (finding: Finding, note: string): Finding =>
  finding.drivers.some(({ because }) => because === note) ? finding : { ...finding, notes: [note, ...finding.notes] }

/** @param text the whole of which the document was read */
export const judgeDocument = (text: string, document: ParsedDocument): Finding[] => {
  if (document.container === 'haproxy' || document.container === 'nginx') return judgeProxy(text, document)
  // The value of an option stands among a command's arguments too: the first, which has its name, counts.
  const named = new Map(document.literals.toReversed().map((place) => [place.literal.range, place]))
  const places = document.container === 'command' ? [...named.values()].toReversed() : document.literals
  const builders = judgeSqlxOptions(text, document)
  const besideThem = besideSqlxOptions(text, builders)
  const switchesIn = once((group: Group) => groupSwitch(document, group))
  // What code sets for the whole process counts for all of it.
  const wholeProcess =
    document.container === 'code'
      ? [
          ...document.groups.flatMap((group) => switchesIn(group)).filter((found) => isNodeSwitch(offIn([found]))),
          ...switchesOfScripts(document),
        ]
      : []
  const addresses = places.flatMap(({ literal, name, group }) => {
    const place = { document, literal, name, group }
    const judged = judgeString(withConnectArgs(place))
    const beside = judged && besideThem(place, judged)
    return beside ? [{ place, judged: beside }] : []
  })
  const settled = settledIn(document, addresses, switchesIn)
  const strings = addresses.flatMap((string) => {
    const finding = settled.found.get(string)
    if (finding) return [finding]
    const { place, judged } = string
    const { group } = place
    const thrown = [...(group ? switchesIn(group) : []), ...wholeProcess]
    const isCode = document.container === 'code'
    const isOff = isNodeSwitch(offIn(thrown)) && (isCode || isNodeOffBeside(place))
    return withOriginals(place, isOff ? doubted(judged, thrown, !isCode) : judged)
  })
  const apart = document.groups.flatMap((group) => apartFromGrafana(group, document.container))
  const covered = new Set(strings.flatMap(({ covers }) => covers ?? []))
  const judgeOwn = (group: Group): { readonly found: Finding[]; readonly thrown: readonly Finding[] } => {
    const isCovered = covered.has(group)
    const judged = isCovered ? [] : judgeGroup(text, document, group)
    const isKafka = judged.some(({ what }) => what.startsWith('Kafka'))
    const own = isKafka ? judged : [...judgeKafkaGroup(text, document, group), ...judged]
    if (own.length > 0) {
      const thrown = [...switchesIn(group), ...(insists(group) ? [] : wholeProcess)]
      const isApart = isNodeSwitch(offIn(thrown)) && !own.some(({ drivers }) => drivers.some(isOfNode))
      return { found: own.map((finding) => doubted(finding, thrown)), thrown: isApart ? switchesIn(group) : [] }
    }
    const thrown = isCovered || settled.groups.has(group) ? [] : switchesIn(group)
    if (thrown.length === 0) return { found: [], thrown }
    // What stands beside a string is judged with it.
    const isString = strings.some(
      ({ range, drivers }) =>
        drivers.length > 0 && group.settings.some(({ literal }) => overlaps(literal.range, range)),
    )
    const isNode = isString && /^new (?:pg\.)?(?:Pool|Client|PrismaPg)$/.test(group.holder)
    const off = offIn(thrown)
    const isToldThere =
      isNodeSwitch(off) && strings.some((finding) => tells(finding, off) && overlaps(group.range, finding.range))
    return { found: [], thrown: isNode || isToldThere ? [] : thrown }
  }
  const own = apart.map((group) => ({ group, ...judgeOwn(group) }))
  const coveredByOwn = new Set(own.flatMap(({ found }) => found.flatMap(({ covers }) => covers ?? [])))
  const told = own.filter(({ group }) => !coveredByOwn.has(group))
  // A call that is judged with its address has one answer.
  const called = told.filter(
    ({ group, found }) => document.container === 'code' && group.separator === 'comma' && found.length > 0,
  )
  const isOfCall = ({ range, drivers }: Finding) =>
    drivers.length > 0 &&
    called.some(
      ({ group }) =>
        group.positional.some(({ range: place }) => place.start === range.start) ||
        group.settings.some(({ literal }) => literal.range.start === range.start),
    )
  const judged = [
    ...strings.filter((finding) => !isOfCall(finding)),
    ...onceTaken(told.flatMap(({ found }) => found)),
    ...builders,
  ]
  const code = switchInCode({
    container: document.container,
    language: document.language,
    words: document.words,
    holder: '',
    name: '',
    beside: [],
  })
  const notes = document.groups.filter(({ note }) => note !== undefined)
  const noted = (finding: Finding): Finding => {
    const group = notes.find(({ range }) => overlaps(range, finding.range))
    if (group?.note === undefined) return finding
    const { note, holder } = group
    if (document.container === 'code') return said(leftOpen(finding, finding.what !== 'Settings', note), note)
    // A file that looks like commands may be read by something that knows no shell.
    const isOpen = holder === 'export' || note !== TORN
    const drivers = finding.drivers.map((driver) =>
      isOpen ? { ...driver, verifies: 'depends' as const, because: note, seen: undefined } : driver,
    )
    return isOpen && drivers.length > 0
      ? { ...finding, drivers, edits: undefined }
      : { ...finding, notes: [note, ...finding.notes] }
  }
  const withExtra = withExtraCas(document)
  const dressed = (finding: Finding) => noted(withSpread(text, document)(withExtra(finding)))
  const { findings, apart: alone } = withSwitched(
    text,
    document,
    judged.map(dressed),
    told.flatMap(({ group, thrown }) => thrown.map((finding) => ({ group, finding }))),
  )
  const switches = alone.map(({ finding }) => dressed(finding))
  const isToldAlready =
    [...told.flatMap(({ found }) => found), ...switches].some(({ drivers }) =>
      drivers.some(({ verifies }) => verifies === 'none'),
    ) || findings.some((finding) => takesContext(document, finding))
  return [
    ...findings,
    ...switches,
    ...(code && !isToldAlready
      ? [{ what: 'Settings in code', range: { start: 0, end: text.length }, drivers: [code], notes: [] }]
      : []),
  ]
}
