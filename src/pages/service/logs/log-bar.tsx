import type { ReactNode } from 'react'

import type { Severity } from '../../../api/logs.ts'
import { SearchField } from '../../../features/search/search-field.tsx'
import { Check } from '../../../ui/check.tsx'
import { TimeZoneChoice } from '../../../ui/moment.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { GoToMoment, SeverityChoice } from './log-tools.tsx'

interface LogBarProps {
  search: string
  onSearch: (search: string) => void
  severity: Severity | undefined
  onSeverity: (severity: Severity | undefined) => void
  isGoingBack: boolean
  /** @param moment in milliseconds since 1970 */
  onGo: (moment: number) => void
  follows: boolean
  onFollow: (follows: boolean) => void
  wraps: boolean
  onWrap: (wraps: boolean) => void
  /** How many lines are loaded, in words. */
  loaded: ReactNode
  /** Buttons that save them. */
  save: ReactNode
}

/** Above the lines: what is searched, which lines are loaded, and how they are shown. */
export const LogBar = (props: LogBarProps) => (
  <>
    <div className="flex flex-wrap items-end gap-x-4 gap-y-3 print:hidden">
      <div className="min-w-0 flex-1 basis-72">
        <SearchField label="Search logs" value={props.search} onChange={props.onSearch} />
      </div>
      <SeverityChoice value={props.severity} onChange={props.onSeverity} />
      <GoToMoment busy={props.isGoingBack} onGo={props.onGo} />
      <TimeZoneChoice />
    </div>
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 print:hidden">
      <Switch label="Follow" checked={props.follows} onChange={props.onFollow} />
      <Check label="Wrap lines" checked={props.wraps} onChange={props.onWrap} />
      <p role="status" data-testid="loaded" className="text-muted">
        {props.loaded}
      </p>
      <div className="ml-auto flex flex-wrap items-center gap-2">{props.save}</div>
    </div>
  </>
)
