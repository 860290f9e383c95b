/** Edits of settings at their own place: a value set, an entry added in the form of its neighbour, one taken out. */
import type { Edit, Group, Setting } from './document.ts'

/** A value in the form of the one that stands there; undefined where that can't be done safely. */
export const setValue = ({ literal }: Setting, value: string): Edit | undefined => {
  const text = literal.encode(value)
  return text === undefined ? undefined : { range: literal.range, text }
}

/** What stands between the model and its neighbour: a line's end and its indent, a comma. */
const between = (text: string, { settings, separator }: Group, { entry }: Setting): string => {
  for (const { entry: other } of settings) {
    const [from, to] = other.start >= entry.end ? [entry.end, other.start] : [other.end, entry.start]
    const gap = to > from && to - from < 80 ? text.slice(from, to) : ''
    if (gap !== '' && /^\s*[,;]?\s*$/.test(gap)) return gap
  }
  const line = text.slice(text.lastIndexOf('\n', entry.start - 1) + 1, entry.start)
  const ownLine = line.trim() === '' && text.slice(0, entry.start).includes('\n')
  return separator === 'space'
    ? ' '
    : separator === 'comma'
      ? ownLine
        ? `,\n${line}`
        : ', '
      : `\n${line.trim() === '' ? line : ''}`
}

/** The entry once more with another name and value, right behind it. */
export const addEntry = (text: string, group: Group, model: Setting, name: string, value: string): Edit | undefined => {
  const { entry, nameRange, literal } = model
  const written = literal.encode(value)
  if (!nameRange || written === undefined || nameRange.start < entry.start || literal.range.end > entry.end)
    return undefined
  const oldName = text.slice(nameRange.start, nameRange.end)
  const last = model.name.split('.').length
  const quote = /^["'`]/.exec(oldName)?.[0] ?? ''
  const plain = quote === '' ? oldName : oldName.slice(1, -1)
  // The name stands whole, or only its last part does, below those that hold it.
  if (
    !model.name.endsWith(plain) ||
    (plain !== model.name && last > 1 && !name.endsWith(name.slice(model.name.length - plain.length)))
  )
    return undefined
  const holder = model.name.slice(0, model.name.length - plain.length)
  if (!name.startsWith(holder)) return undefined
  const own = name.slice(holder.length)
  if (quote === '' && !/^[\w.-]+$/.test(own)) return undefined
  const clone =
    text.slice(entry.start, nameRange.start) +
    quote +
    own +
    quote +
    text.slice(nameRange.end, literal.range.start) +
    written +
    text.slice(literal.range.end, entry.end)
  return { range: { start: entry.end, end: entry.end }, text: between(text, group, model) + clone }
}

/** An entry and what stands between it and the next one, or the one before. */
export const removeEntry = (text: string, { settings }: Group, { entry }: Setting): Edit | undefined => {
  const sorted = settings.toSorted((one, other) => one.entry.start - other.entry.start)
  const at = sorted.findIndex((setting) => setting.entry.start === entry.start)
  const next = sorted[at + 1]
  const before = sorted[at - 1]
  if (next && /^[\s,;]*$/.test(text.slice(entry.end, next.entry.start)))
    return { range: { start: entry.start, end: next.entry.start }, text: '' }
  if (before && /^[\s,;]*$/.test(text.slice(before.entry.end, entry.start)))
    return { range: { start: before.entry.end, end: entry.end }, text: '' }
  return undefined
}

/** The text with all edits made; undefined where two of them meet. */
export const applyEdits = (text: string, edits: readonly Edit[]): string | undefined => {
  let next = ''
  let at = 0
  for (const { range, text: inserted } of edits.toSorted((one, other) => one.range.start - other.range.start)) {
    if (range.start < at) return undefined
    next += text.slice(at, range.start) + inserted
    at = range.end
  }
  return next + text.slice(at)
}
