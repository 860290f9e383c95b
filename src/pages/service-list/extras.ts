/** What the list can do beyond showing itself: loaded once it has been painted, or when its URL asks for it. */
export { EndedCas } from './ended-cas.tsx'
export { filterRows } from './search/filter-rows.ts'
export { ListTools } from './list-tools.tsx'
export { MORE_COLUMNS } from './more-columns.tsx'
export { NoMatch } from './search/no-match.tsx'
export { PrintView } from './print-view.tsx'
export { SelectionBar } from './selection/selection-bar.tsx'
export { withHealth } from './with-health.ts'
