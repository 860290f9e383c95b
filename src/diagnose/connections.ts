/** Everything in a text that says how a client connects, what comes of it, and a text that verifies, where there is one. */
import { applyEdits } from './corrections/entries.ts'
import type { Group, ParsedDocument } from './documents/document.ts'
import { looksLikeCommand } from './documents/shells/command-document.ts'
import { isTooDeep } from './documents/code/nesting.ts'
import { readDocuments } from './documents/read-document.ts'
import { TORN } from './documents/shells/windows-variables.ts'
import { unwrap, type Segment } from './documents/wrapped.ts'
import { maskPart, maskSecrets, secretRanges } from './mask/mask-secrets.ts'
import type { Range } from './mask/ranges.ts'
import { withExtraCas } from './verdicts/beside/beside.ts'
import { besideBuilders, judgeBuilders } from './verdicts/languages/builders.ts'
import { withConnectArgs, withOriginals } from './verdicts/languages/connect-args.ts'
import { doubted, isNodeSwitch, isOfNode, offIn } from './verdicts/beside/doubted.ts'
import { judgeGroup, placeOfGroup } from './verdicts/judge-groups.ts'
import { judgeKafkaGroup } from './verdicts/kafka/judge-kafka.ts'
import { judgeString } from './verdicts/judge-strings.ts'
import { once } from './verdicts/once.ts'
import { apartFromGrafana } from './verdicts/programs/programs.ts'
import { judgeProxy } from './verdicts/programs/proxies.ts'
import { settledIn } from './verdicts/beside/settled.ts'
import { leftOpen, withSpread } from './verdicts/beside/spread.ts'
import { switchIn, switchInCode } from './verdicts/beside/switches.ts'
import type { Finding } from './verdicts/finding.ts'

/** A finding, and the whole text with it mended. */
export interface ConnectionCheck extends Omit<Finding, 'edits' | 'covers'> {
  /** The lines where it stands, secrets masked. */
  readonly shown: string
  /** Secrets and all: shown masked only. */
  readonly corrected: string | undefined
  /** The same with its secrets masked. */
  readonly correctedShown: string
}

/** A file of settings has a few; more would be a log. */
const MOST = 10
/** Longer texts are judged; nobody reads a correction of that size. */
const LONGEST_CORRECTED = 8000
const LONGEST_SHOWN = 4000

const overlaps = (one: Range, other: Range) => one.start < other.end && other.start < one.end

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

/** What a verdict says isn't said once more beside it. */
const said = (finding: Finding, note: string): Finding =>
  finding.drivers.some(({ because }) => because === note) ? finding : { ...finding, notes: [note, ...finding.notes] }

const judgeDocument = (text: string, document: ParsedDocument): Finding[] => {
  if (document.container === 'haproxy' || document.container === 'nginx') return judgeProxy(text, document)
  // The value of an option stands among a command's arguments too: the first, which has its name, counts.
  const named = new Map(document.literals.toReversed().map((place) => [place.literal.range, place]))
  const places = document.container === 'command' ? [...named.values()].toReversed() : document.literals
  const builders = judgeBuilders(text, document)
  const besideThem = besideBuilders(text, builders)
  const switchesIn = once((group: Group) => groupSwitch(document, group))
  // What code sets for the whole process counts for all of it.
  const wholeProcess =
    document.container === 'code'
      ? document.groups.flatMap((group) => switchesIn(group)).filter((found) => isNodeSwitch(offIn([found])))
      : []
  const told = places.flatMap(({ literal, name, group }) => {
    const place = { document, literal, name, group }
    const judged = judgeString(withConnectArgs(place))
    const beside = judged && besideThem(place, judged)
    return beside ? [{ place, judged: beside }] : []
  })
  const settled = settledIn(document, told, switchesIn)
  const strings = told.flatMap((string) => {
    const finding = settled.found.get(string)
    if (finding) return [finding]
    const { place, judged } = string
    const { group } = place
    const thrown = [...(group ? switchesIn(group) : []), ...wholeProcess]
    return withOriginals(place, isNodeSwitch(offIn(thrown)) ? doubted(judged, thrown) : judged)
  })
  const apart = document.groups.flatMap((group) => apartFromGrafana(group, document.container))
  const covered = new Set(strings.flatMap(({ covers }) => covers ?? []))
  const judgeOwn = (group: Group): Finding[] => {
    const isCovered = covered.has(group)
    const judged = isCovered ? [] : judgeGroup(text, document, group)
    const isKafka = judged.some(({ what }) => what.startsWith('Kafka'))
    const own = isKafka ? judged : [...judgeKafkaGroup(text, document, group), ...judged]
    if (own.length > 0) {
      const thrown = [...switchesIn(group), ...wholeProcess]
      const isApart = isNodeSwitch(offIn(thrown)) && !own.some(({ drivers }) => drivers.some(isOfNode))
      return [...own.map((finding) => doubted(finding, thrown)), ...(isApart ? switchesIn(group) : [])]
    }
    const thrown = isCovered || settled.groups.has(group) ? [] : switchesIn(group)
    if (thrown.length === 0) return []
    // What stands beside a string is judged with it.
    const isString = strings.some(
      ({ range, drivers }) =>
        drivers.length > 0 && group.settings.some(({ literal }) => overlaps(literal.range, range)),
    )
    const isNode = isString && /^new (?:pg\.)?(?:Pool|Client|PrismaPg)$/.test(group.holder)
    return isNode ? [] : thrown
  }
  const own = apart.map((group) => ({ group, found: judgeOwn(group) }))
  const coveredByOwn = new Set(own.flatMap(({ found }) => found.flatMap(({ covers }) => covers ?? [])))
  const groups = own.flatMap(({ group, found }) => (coveredByOwn.has(group) ? [] : found))
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
  const isToldAlready = groups.some(({ drivers }) => drivers.some(({ verifies }) => verifies === 'none'))
  const withExtra = withExtraCas(document)
  return [
    ...[...strings, ...groups, ...builders].map((finding) => noted(withSpread(text, document)(withExtra(finding)))),
    ...(code && !isToldAlready
      ? [{ what: 'Settings in code', range: { start: 0, end: text.length }, drivers: [code], notes: [] }]
      : []),
  ]
}

/** A finding of a segment, with its places in the whole text. */
const outward = (finding: Finding, segment: Segment): Finding => {
  const edits = finding.edits?.map((edit) => segment.edit(edit)).filter((edit) => edit !== undefined)
  return {
    ...finding,
    range: segment.outward(finding.range),
    edits: edits?.length === finding.edits?.length ? edits : undefined,
  }
}

/** A file has few files in it; more would be a log. */
const MOST_INSIDE = 5

/** A connection of Airflow, as JSON. */
const isConnection = (value: string) => /^\s*\{[\s\S]*"conn_type"/.test(value)

/** Variables of a file, which the commands in it get as well. */
const OUTER = /PG(?:SSL|SERVICE|REQUIRESSL|SYSCONFDIR)|(?:^|\.)(?:env_file|envFrom)(?:\.|$)/

/**
 * Files that stand in another one as a value of several lines (a ConfigMap's), and connections as JSON. Told, and not
 * corrected.
 */
const judgeInside = async ({ container, literals, groups }: ParsedDocument): Promise<Finding[]> => {
  const holdsFiles = container === 'yaml' || container === 'json'
  const files = literals.filter(
    ({ literal: { value, range } }, index) =>
      literals.findIndex(({ literal }) => literal.range.start === range.start) === index &&
      (isConnection(value) ||
        (container === 'yaml' && looksLikeCommand(value) && !/^\s*(?:export|set|\$env)\b/.test(value)) ||
        (holdsFiles && /\S[^\n]*\n/.test(value) && !value.includes('-----BEGIN'))),
  )
  const findings: Finding[] = []
  const hasVariables = groups.some(
    ({ settings, holder }) => OUTER.test(holder) || settings.some(({ name }) => OUTER.test(name)),
  )
  const isSilent = ({ what, range }: Finding, text: string) =>
    what.endsWith(' command') && hasVariables && !/ssl/i.test(text.slice(range.start, range.end))
  for (const { literal } of files.slice(0, MOST_INSIDE))
    for (const inner of await readDocuments(literal.value))
      if (inner.container !== 'text')
        findings.push(
          ...judgeDocument(literal.value, inner)
            .filter((finding) => !isSilent(finding, literal.value))
            .map((finding) => ({
              ...finding,
              range: literal.range,
              edits: undefined,
            })),
        )
  return findings
}

const UNREAD: Finding = {
  what: 'Text',
  range: { start: 0, end: 1 },
  drivers: [],
  notes: ['Its brackets are nested too deep to be read: it’s not known which settings it has.'],
}

const judge = async (segments: readonly Segment[]) => {
  const findings: Finding[] = []
  const containers: string[] = []
  let errors = 0
  for (const segment of segments) {
    for (const document of await readDocuments(segment.text)) {
      const own = [...judgeDocument(segment.text, document), ...(await judgeInside(document))]
      findings.push(...own.map((finding) => outward(finding, segment)))
      containers.push(`${document.container} ${document.language}`)
      errors += document.errors
    }
  }
  if (findings.length === 0 && segments.some(({ text }) => isTooDeep(text))) findings.push(UNREAD)
  return { findings: findings.slice(0, MOST), errors, containers: containers.join() }
}

/** The corrected text, read and judged again: only one that still parses, and then verifies with every client that is told. */
const correct = async (
  text: string,
  finding: Finding,
  before: Awaited<ReturnType<typeof judge>>,
): Promise<string | undefined> => {
  const { edits, drivers, what } = finding
  if (!edits || edits.length === 0 || drivers.every(({ verifies }) => verifies === 'full')) return undefined
  const corrected = applyEdits(text, edits)
  if (corrected === undefined || corrected === text) return undefined
  const after = await judge(unwrap(corrected))
  if (
    after.containers !== before.containers ||
    after.errors > before.errors ||
    after.findings.length !== before.findings.length
  )
    return undefined
  const index = before.findings.indexOf(finding)
  const again = after.findings[index]
  const verifies =
    again?.what === what &&
    again.drivers.length === drivers.length &&
    again.drivers.every((driver) => driver.verifies === 'full')
  return verifies ? corrected : undefined
}

/** The whole lines of a range, as far as anybody reads them. */
const linesOf = (text: string, { start, end }: Range): Range => {
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 500)
  const line = text.indexOf('\n', end)
  return { start: from, end: Math.min(line === -1 ? text.length : line, end + 500, from + LONGEST_SHOWN) }
}

/** @param text at most some ten thousand characters */
export const findConnections = async (text: string): Promise<ConnectionCheck[]> => {
  const segments = unwrap(text)
  const judged = await judge(segments)
  const checks: ConnectionCheck[] = []
  const secrets = judged.findings.length > 0 ? secretRanges(text) : []
  for (const finding of judged.findings) {
    const { edits: _, covers: __, ...rest } = finding
    const corrected = text.length <= LONGEST_CORRECTED ? await correct(text, finding, judged) : undefined
    checks.push({
      ...rest,
      shown: maskPart(text, linesOf(text, finding.range), secrets),
      corrected,
      correctedShown: maskSecrets(corrected ?? ''),
    })
  }
  return checks
}
