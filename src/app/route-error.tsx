import { useEffect } from 'react'
import { useRouteError } from 'react-router'

import { Button } from '../ui/button.tsx'
import { Problem } from '../ui/notice.tsx'

/** The page itself broke: said in plain words, with a way on. The trace goes to the developer's console only. */
export const RouteError = () => {
  const error = useRouteError()
  useEffect(() => {
    // oxlint-disable-next-line no-console -- the trace is for whoever develops, and nowhere else to be had
    console.error(error)
  }, [error])
  return (
    <div className="p-4">
      <h1 className="mb-4 text-xl font-semibold">Something broke on this page</h1>
      <Problem
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
        The page could not be shown. Nothing was saved or changed. Reload it; if that does not help, go back to the list
        of services.
      </Problem>
    </div>
  )
}
