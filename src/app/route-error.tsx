import { useEffect, useState } from 'react'
import { Link, useParams, useRouteError } from 'react-router'

import { paths } from '../lib/paths.ts'
import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'
import { useTitle } from '../ui/use-title.ts'
import { isLostCode, reloadOnce } from '../lib/lost-code.ts'
import { PageSkeleton } from './page-skeleton.tsx'

/** Shown if the page crashed or its code couldn't be loaded: says so, and how to go on. */
export const RouteError = () => {
  const error = useRouteError()
  const { project } = useParams()
  const lost = isLostCode(error)
  const title = lost ? 'This page couldn’t be loaded' : 'Something broke on this page'
  /** The error, if reloading doesn't help. */
  const [settled, setSettled] = useState<unknown>()
  useTitle(title)
  useEffect(() => {
    // oxlint-disable-next-line no-console -- the trace is for developers, and available nowhere else
    if (!lost) return console.error(error)
    void reloadOnce(() => {
      setSettled(error)
    })
  }, [error, lost])
  if (lost && settled !== error) return <PageSkeleton />
  return (
    <div className="space-y-4">
      <h1 className="text-xl font-semibold">{title}</h1>
      <Problem
        testId={lost ? 'code-lost' : 'page-broke'}
        actions={
          <Button
            onClick={() => {
              location.reload()
            }}
          >
            Reload
          </Button>
        }
      >
        {lost
          ? 'Its code couldn’t be loaded: the network is down, or the console was updated since you opened it. Nothing was saved or changed. Reload the page once you are online.'
          : 'Nothing was saved or changed. Reload the page; if that doesn’t help, go back.'}
      </Problem>
      <Link to={project === undefined ? paths.projects() : paths.services(project)} className="text-accent underline">
        {project === undefined ? 'Go to projects' : 'Go to services'}
      </Link>
    </div>
  )
}
