/** One set of icons: 16 px, 1.5 px strokes, drawn for this console. Always beside a word, so never announced. */

const PATHS = {
  shield: 'M8 1.75 13.25 3.75v4c0 3.25-2.15 5.4-5.25 6.5-3.1-1.1-5.25-3.25-5.25-6.5v-4zM8 5v3.25M8 10.75v.01',
  circle: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5z',
  question:
    'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5zM6.25 6.25a1.75 1.75 0 1 1 2.5 1.6c-.5.25-.75.6-.75 1.15M8 11v.01',
  download: 'M8 2.25v7.5M4.75 6.75 8 10l3.25-3.25M2.75 13.25h10.5',
  copy: 'M5.75 5.75h7.5v7.5h-7.5zM3.75 10.25h-1v-7.5h7.5v1',
  check: 'm3 8.5 3.25 3.25L13 4.75',
  eye: 'M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8zM8 6.25a1.75 1.75 0 1 0 0 3.5 1.75 1.75 0 0 0 0-3.5z',
  search: 'M7 2.75a4.25 4.25 0 1 0 0 8.5 4.25 4.25 0 0 0 0-8.5zM10.25 10.25l3.5 3.5',
  refresh: 'M13.25 8a5.25 5.25 0 1 1-1.55-3.7L13.25 5.75M13.25 2.5v3.25H10',
  spinner: 'M8 2.25a5.75 5.75 0 1 1-5.75 5.75',
  chevron: 'm4.5 6.25 3.5 3.5 3.5-3.5',
  back: 'M9.75 3.5 5.25 8l4.5 4.5',
  up: 'm4.5 9.75 3.5-3.5 3.5 3.5',
  alert: 'M8 2.5 14.25 13.25H1.75zM8 6.5v3M8 11.5v.01',
  database:
    'M2.75 4c0-1.1 2.35-2 5.25-2s5.25.9 5.25 2-2.35 2-5.25 2-5.25-.9-5.25-2zm0 0v8c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2V4m-10.5 4c0 1.1 2.35 2 5.25 2s5.25-.9 5.25-2',
  stream: 'M2 4.5h7M2 8h12M7 11.5h7M11.5 2.5l2 2-2 2',
  cache: 'M9 1.75 3.5 9H8l-1 5.25L12.5 7H8z',
  chart: 'M2.25 2.25v11.5h11.5M5.5 11V8M8.5 11V4.5M11.5 11V6.5',
  box: 'M8 1.75 13.75 5v6L8 14.25 2.25 11V5zM2.25 5 8 8.25 13.75 5M8 8.25v6',
  list: 'M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  folder: 'M1.75 12.75v-9.5h4.5l1.5 2h6.5v7.5z',
  clock: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5zM8 4.75V8l2.25 1.75',
  table: 'M2.25 2.75h11.5v10.5H2.25zM2.25 6.25h11.5M7 6.25v7',
} as const

export type IconName = keyof typeof PATHS

export const Icon = ({ name, className = '' }: { name: IconName; className?: string }) => (
  <svg
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    className={`shrink-0 ${className}`}
  >
    <path d={PATHS[name]} />
  </svg>
)
