/** Everything in one document that says how a client connects, and what comes of it: one answer per connection. */
import { CONDITIONAL } from '../documents/code/choices.ts'
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

/** What the judging of one document goes by. */
interface Judging {
  readonly text: string
  readonly document: ParsedDocument
  /** The switches that turn the check off in a group. */
  readonly switchesIn: (group: Group) => Finding[]
  /** Those that count for the whole process. */
  readonly wholeProcess: readonly Finding[]
}

/** What code sets for the whole process counts for all of it. */
const switchesOfProcess = (document: ParsedDocument, switchesIn: Judging['switchesIn']): Finding[] =>
  document.container === 'code'
    ? [
        ...document.groups.flatMap((group) => switchesIn(group)).filter((found) => isNodeSwitch(offIn([found]))),
        ...switchesOfScripts(document),
      ]
    : []

/** The value of an option stands among a command's arguments too: the first, which has its name, counts. */
const placesIn = ({ container, literals }: ParsedDocument): ParsedDocument['literals'] => {
  const named = new Map(literals.toReversed().map((place) => [place.literal.range, place]))
  return container === 'command' ? [...named.values()].toReversed() : literals
}

/** Connection strings, each with the switches beside it. */
const judgeStrings = ({ text, document, switchesIn, wholeProcess }: Judging, builders: readonly Finding[]) => {
  const besideThem = besideSqlxOptions(text, builders)
  const addresses = placesIn(document).flatMap(({ literal, name, group }) => {
    const place = { document, literal, name, group }
    const judged = judgeString(withConnectArgs(place))
    const beside = judged && besideThem(place, judged)
    return beside ? [{ place, judged: beside }] : []
  })
  const settled = settledIn(document, addresses, switchesIn)
  const isCode = document.container === 'code'
  const strings = addresses.flatMap((string) => {
    const finding = settled.found.get(string)
    if (finding) return [finding]
    const { place, judged } = string
    const thrown = [...(place.group ? switchesIn(place.group) : []), ...wholeProcess]
    const isOff = isNodeSwitch(offIn(thrown)) && (isCode || isNodeOffBeside(place))
    return withOriginals(place, isOff ? doubted(judged, thrown, !isCode) : judged)
  })
  return { strings, settled: settled.groups }
}

interface JudgedGroup {
  readonly group: Group
  readonly found: readonly Finding[]
  /** Switches in it that nothing found in it tells. */
  readonly thrown: readonly Finding[]
}

/** Whether a group's switch is told with a connection string that stands in it. */
const isToldWithString = (group: Group, thrown: readonly Finding[], strings: readonly Finding[]): boolean => {
  const off = offIn(thrown)
  const isString = strings.some(
    ({ range, drivers }) => drivers.length > 0 && group.settings.some(({ literal }) => overlaps(literal.range, range)),
  )
  return (
    (isString && /^new (?:pg\.)?(?:Pool|Client|PrismaPg)$/.test(group.holder)) ||
    (isNodeSwitch(off) && strings.some((finding) => tells(finding, off) && overlaps(group.range, finding.range)))
  )
}

/** Maps that are spread into what was judged: they count there. */
const spreadIn = (document: ParsedDocument, groups: readonly JudgedGroup[]): readonly Group[] => {
  const spread = new Set(
    groups.flatMap(({ group, found }) =>
      found.length === 0
        ? []
        : group.positional.flatMap(({ value }) => /^(?:\*\*|\.{3})([\w.]+)$/.exec(value)?.[1] ?? []),
    ),
  )
  return document.groups.filter(({ holder, separator }) => separator === 'comma' && spread.has(holder))
}

/** Every group, and the switches in it; what was judged with a string isn't judged again. */
const judgeGroups = (
  { text, document, switchesIn, wholeProcess }: Judging,
  strings: readonly Finding[],
  settled: ReadonlySet<Group>,
): JudgedGroup[] => {
  const covered = new Set(strings.flatMap(({ covers }) => covers ?? []))
  const judge = (group: Group): JudgedGroup => {
    const isCovered = covered.has(group)
    const judged = isCovered ? [] : judgeGroup(text, document, group)
    const isKafka = judged.some(({ what }) => what.startsWith('Kafka'))
    const own = isKafka ? judged : [...judgeKafkaGroup(text, document, group), ...judged]
    if (own.length > 0) {
      const thrown = [...switchesIn(group), ...(insists(group) ? [] : wholeProcess)]
      const isApart = isNodeSwitch(offIn(thrown)) && !own.some(({ drivers }) => drivers.some(isOfNode))
      return { group, found: own.map((finding) => doubted(finding, thrown)), thrown: isApart ? switchesIn(group) : [] }
    }
    const thrown = isCovered || settled.has(group) ? [] : switchesIn(group)
    return { group, found: [], thrown: isToldWithString(group, thrown, strings) ? [] : thrown }
  }
  const groups = document.groups.flatMap((group) => apartFromGrafana(group, document.container)).map(judge)
  const coveredByOwn = new Set([
    ...groups.flatMap(({ found }) => found.flatMap(({ covers }) => covers ?? [])),
    ...spreadIn(document, groups),
  ])
  return groups.filter(({ group }) => !coveredByOwn.has(group))
}

/** Strings without those of calls that are judged with their address: they have one answer. */
const withoutCalled = (
  strings: readonly Finding[],
  groups: readonly JudgedGroup[],
  { container }: ParsedDocument,
): Finding[] => {
  const called = groups.filter(
    ({ group, found }) => container === 'code' && group.separator === 'comma' && found.length > 0,
  )
  return strings.filter(
    ({ range, drivers }) =>
      drivers.length === 0 ||
      !called.some(
        ({ group }) =>
          group.positional.some(({ range: place }) => place.start === range.start) ||
          group.settings.some(({ literal }) => literal.range.start === range.start),
      ),
  )
}

/** Says with a finding what leaves the settings around it open. */
const withNote =
  ({ container, groups }: ParsedDocument) =>
  (finding: Finding): Finding => {
    const group = groups.find(({ note, range }) => note !== undefined && overlaps(range, finding.range))
    if (group?.note === undefined) return finding
    const { note, holder } = group
    if (container === 'code')
      return said(leftOpen(finding, note !== CONDITIONAL && finding.what !== 'Settings', note), note)
    // A file that looks like commands may be read by something that knows no shell.
    const isOpen = holder === 'export' || note !== TORN
    if (!isOpen || finding.drivers.length === 0) return { ...finding, notes: [note, ...finding.notes] }
    const drivers = finding.drivers.map((driver) => ({
      ...driver,
      verifies: 'depends' as const,
      because: note,
      seen: undefined,
    }))
    return { ...finding, drivers, edits: undefined }
  }

/** A switch that code throws outside of any settings that were found. */
const switchApart = (text: string, { container, language, words }: ParsedDocument): Finding[] => {
  const code = switchInCode({ container, language, words, holder: '', name: '', beside: [] })
  return code ? [{ what: 'Settings in code', range: { start: 0, end: text.length }, drivers: [code], notes: [] }] : []
}

/** @param text the whole of which the document was read */
export const judgeDocument = (text: string, document: ParsedDocument): Finding[] => {
  if (document.container === 'haproxy' || document.container === 'nginx') return judgeProxy(text, document)
  const builders = judgeSqlxOptions(text, document)
  const switchesIn = once((group: Group) => groupSwitch(document, group))
  const judging = { text, document, switchesIn, wholeProcess: switchesOfProcess(document, switchesIn) }
  const { strings, settled } = judgeStrings(judging, builders)
  const groups = judgeGroups(judging, strings, settled)
  const withExtra = withExtraCas(document)
  const noted = withNote(document)
  const dressed = (finding: Finding) => noted(withSpread(text, document)(withExtra(finding)))
  const inGroups = groups.flatMap(({ found }) => found)
  const judged = [...withoutCalled(strings, groups, document), ...onceTaken(inGroups), ...builders]
  const { findings, apart } = withSwitched(
    text,
    document,
    judged.map(dressed),
    groups.flatMap(({ group, thrown }) => thrown.map((finding) => ({ group, finding }))),
  )
  const switches = apart.map(({ finding }) => dressed(finding))
  const inCode = switchApart(text, document)
  const isTold =
    [...inGroups, ...switches].some(({ drivers }) =>
      drivers.some(({ verifies }) => verifies === 'none' || verifies === inCode[0]?.drivers[0]?.verifies),
    ) || findings.some((finding) => takesContext(document, finding))
  return [...findings, ...switches, ...(isTold ? [] : inCode)]
}
