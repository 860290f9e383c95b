import { useCallback, useDeferredValue, useMemo, useState } from 'react'

import type { Severity } from '../../../api/logs.ts'
import { ApiProblem } from '../../../features/problems/api-problem.tsx'
import { Pending } from '../../../features/problems/pending.tsx'
import { Unread } from '../../../features/problems/unread.tsx'
import { formatNumber } from '../../../lib/format-number.ts'
import { paths } from '../../../lib/paths.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { RowsSkeleton } from '../../../ui/table/rows-skeleton.tsx'
import { useTimeZone } from '../../../ui/time-zone.ts'
import { countLines } from './blocks.ts'
import { LineKeys } from './line-keys.tsx'
import { LogBar } from './log-bar.tsx'
import { keyOfRow, logColumns, type LogRow } from './log-columns.tsx'
import { LogDetail } from './log-detail.tsx'
import { LogEnd } from './log-end.tsx'
import { LogProgress } from './log-progress.tsx'
import { NewLines } from './new-lines.tsx'
import { NoLines } from './no-lines.tsx'
import { SaveLogs } from './save-logs.tsx'
import { toRows } from './rows.ts'
import { useHeldPosition } from './use-held-position.ts'
import { addressOf, useMoment } from './use-moment.ts'
import { useLogs } from './use-logs.ts'

interface LogViewProps {
  project: string
  service: string
  severity: Severity | undefined
  search: string
  onSearch: (search: string) => void
}

const idOfRow = (row: LogRow): string => `line-${keyOfRow(row)}`

/** The loaded lines of one severity, and how to load more. */
export const LogView = ({ project, service, severity, search, onSearch }: LogViewProps) => {
  const zone = useTimeZone()
  const [follows, setFollows] = useState(false)
  const logs = useLogs({ project, service, severity, follows })
  const { query, queryKey, blocks, loading, failure, problems, loadOlder, loadGap, restart, cancel } = logs
  const { params, set, opened, jump, missed, lacksLine, unreadable, lookAgain, go, toggle } = useMoment(logs)
  const wraps = params.get('wrap') !== '0'
  const isLoaded = blocks.length > 0
  const { error, isFetching, refetch } = query
  const text = useDeferredValue(search)
  const rows = useMemo(() => toRows(blocks, text), [blocks, text])
  const total = countLines(blocks)
  const { setSentinel, held, release } = useHeldPosition(rows[0] && keyOfRow(rows[0]))
  const heldAt = held === undefined ? 0 : rows.findIndex((row) => keyOfRow(row) === held)
  const fresh = Math.max(0, heldAt)
  const shown = useMemo(() => (fresh === 0 ? rows : rows.slice(fresh)), [rows, fresh])

  const filling = useMemo(() => new Set(loading.map((one) => (one.kind === 'gap' ? one.offset : undefined))), [loading])
  const columns = useMemo(
    () => logColumns({ zone, wraps, opened, filling, onOpen: toggle, onFill: loadGap }),
    // oxlint-disable-next-line react/exhaustive-deps -- the functions act on the URL and the lines of the moment
    [zone, wraps, opened, filling],
  )
  const renderDetail = useCallback(
    (row: LogRow) => {
      if (row.kind === 'gap' || row.line.key !== opened) return undefined
      const { line } = row
      const link = new URL(paths.service(project, service, 'logs'), location.origin)
      link.search = new URLSearchParams({ ...addressOf(line), ...(severity && { severity }) }).toString()
      const showNeighbours = () => {
        onSearch('')
        set({ ...addressOf(line), severity: undefined })
      }
      const isFiltered = text !== '' || severity !== undefined
      return <LogDetail line={line} link={link.href} onNeighbours={isFiltered ? showNeighbours : undefined} />
    },
    // oxlint-disable-next-line react/exhaustive-deps -- as above
    [opened, project, service, severity, text],
  )
  const found = rows.filter(({ kind }) => kind === 'line').length
  const older = blocks.at(-1)?.older
  return (
    <>
      <LogBar
        {...{ search, onSearch, severity, follows, wraps }}
        isGoingBack={loading.some(({ kind }) => kind === 'moment')}
        onSeverity={(value) => {
          set({ severity: value, line: undefined, at: undefined })
        }}
        onGo={go}
        onFollow={setFollows}
        onWrap={(checked) => {
          set({ wrap: checked ? undefined : '0' })
        }}
        loaded={isLoaded && `${text === '' ? '' : `${formatNumber(found)} of `}${formatNumber(total)} loaded`}
        save={found > 0 && <SaveLogs service={service} rows={rows} hasGaps={blocks.length > 1} />}
      />
      {error && (
        <ApiProblem
          error={error}
          what={isLoaded ? 'New lines couldn’t be loaded.' : 'The logs couldn’t be loaded.'}
          busy={isFetching}
          onRetry={() => void refetch()}
        />
      )}
      <Unread problems={problems} busy={isFetching} onRetry={restart} />
      {!isLoaded && !error && (
        <Pending what="the logs" query={query} queryKey={queryKey}>
          <RowsSkeleton />
        </Pending>
      )}
      <LogProgress
        {...{ missed, total }}
        lacksLine={lacksLine && problems.length === 0}
        unreadable={unreadable}
        goesBack={loading[0]?.kind === 'moment'}
        hasMore={older !== undefined}
        onCancel={cancel}
        onGoOn={lookAgain}
      />
      {isLoaded && (
        <>
          <div ref={setSentinel} />
          {fresh > 0 && <NewLines count={fresh} onShow={release} />}
          <p className="hidden print:block">Logs may hold secrets: they aren’t printed.</p>
          <div className="print:hidden">
            <LineKeys>
              <DataTable
                key={jump.nth}
                label="Logs"
                columns={columns}
                rows={shown}
                total={total}
                keyOf={keyOfRow}
                idOf={idOfRow}
                marked={opened}
                startAt={jump.key}
                renderDetail={renderDetail}
                empty={
                  <NoLines
                    search={total === 0 ? undefined : text}
                    severity={severity}
                    onClear={() => {
                      onSearch('')
                    }}
                  />
                }
                after={
                  <LogEnd
                    {...{ failure, loading, older, total }}
                    onOlder={loadOlder}
                    onRestart={restart}
                    onRetry={(what) => {
                      if (what.kind === 'gap') loadGap(what.offset)
                      else if (what.kind === 'older') loadOlder()
                      else lookAgain()
                    }}
                  />
                }
              />
            </LineKeys>
          </div>
        </>
      )}
    </>
  )
}
