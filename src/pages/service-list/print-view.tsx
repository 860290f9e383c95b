import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

import { markWord } from '../../features/evidence/requirement-mark.tsx'
import { linkable } from '../../features/search/secret-like.ts'
import { formatNumber } from '../../lib/format-number.ts'
import type { ServiceRow } from './service-rows.ts'

/** About 15 pages: printing more is probably a mistake. */
const MAX_SHOWN = 500

const now = () => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short' })

/** Whether the page is being printed. Browsers print the page as it is after the listeners of `beforeprint` have run. */
const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const media = matchMedia('print')
    const set = (value: boolean) => () => {
      flushSync(() => {
        setPrinting(value)
      })
    }
    const [before, after] = [set(true), set(false)]
    const change = () => {
      set(media.matches)()
    }
    addEventListener('beforeprint', before)
    addEventListener('afterprint', after)
    media.addEventListener('change', change)
    return () => {
      removeEventListener('beforeprint', before)
      removeEventListener('afterprint', after)
      media.removeEventListener('change', change)
    }
  }, [])
  return printing
}

interface PrintViewProps {
  /** Whose services: "project demo-shop". */
  scope: string
  search: string
  rows: readonly ServiceRow[]
}

/** The list in print: every row that the search finds, up to a stated limit. In the document only while printing. */
export const PrintView = ({ scope, search, rows }: PrintViewProps) => {
  const printing = usePrinting()
  if (!printing) return null
  const printed = rows.slice(0, MAX_SHOWN)
  const several = rows.some(({ project }) => project !== rows[0]?.project)
  return (
    <div className="hidden print:block">
      <p>
        Services of {scope}
        {linkable(search) !== '' && <>, search: {search}</>}. {now().format(new Date())}.
      </p>
      <p className="font-medium">
        {printed.length < rows.length
          ? `The first ${String(printed.length)} of ${formatNumber(rows.length)} services. Narrow the search to print the others.`
          : `${formatNumber(rows.length)} services.`}
      </p>
      <table aria-label="Services, for print" className="mt-2 w-full border-collapse text-xs">
        <thead>
          <tr className="text-left">
            {several && <th scope="col">Project</th>}
            <th scope="col">Service</th>
            <th scope="col">Type</th>
            <th scope="col">Status</th>
            <th scope="col">CA certificate</th>
            <th scope="col">Plan</th>
            <th scope="col">Cloud</th>
          </tr>
        </thead>
        <tbody>
          {printed.map(({ key, project, service, typeName, status, verdict }) => (
            <tr key={key} className="break-inside-avoid border-t border-border align-top">
              {several && <td className="pr-2 wrap-anywhere">{project}</td>}
              <th scope="row" className="pr-2 text-left font-medium wrap-anywhere">
                {service.service_name}
              </th>
              <td className="pr-2">{typeName}</td>
              <td className="pr-2">{status}</td>
              <td className="pr-2">
                {markWord(verdict.mark)}
                {verdict.clientCertificate && ', client certificate'}
                {verdict.plaintext && ', TLS is off'}
              </td>
              <td className="pr-2">{service.plan}</td>
              <td className="wrap-anywhere">{service.cloud_name}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
