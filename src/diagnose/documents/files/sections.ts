/** What files of sections have in common, whatever their lines look like. */
import type { Group, ParsedDocument, Setting } from '../document.ts'

/** A section while it's read. */
export interface Section {
  readonly holder: string
  readonly settings: Setting[]
  readonly start: number
  end: number
}

/** A group for each section with settings. */
export const groupsOf = (sections: readonly Section[]): Group[] =>
  sections
    .filter(({ settings }) => settings.length > 0)
    .map(({ holder, settings, start, end }) => ({
      holder,
      settings,
      positional: [],
      separator: 'line',
      range: { start, end },
    }))

/** The document of a file whose sections are told by their names. */
export const sectionsDocument = (sections: readonly Section[]): ParsedDocument => {
  const groups = groupsOf(sections)
  return {
    container: 'ini',
    language: '',
    groups,
    literals: groups.flatMap((group) => group.settings.map(({ name, literal }) => ({ literal, name, group }))),
    words: groups.map(({ holder }) => holder).join(' '),
    errors: 0,
  }
}
