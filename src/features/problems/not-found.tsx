import { Link } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { useTitle } from '../../ui/use-title.ts'

interface NotFoundProps {
  /** What wasn't found, as the start of a sentence: "The service orders-db of project demo". */
  what: string
  /** Where to go instead, if there is a better place than the projects. */
  back?: { readonly to: string; readonly label: string }
}

const TO_PROJECTS = { to: paths.projects(), label: 'Go to projects' }

/** A page, project or service that doesn't exist, or that this token can't see: the API doesn't say which. */
export const NotFound = ({ what, back = TO_PROJECTS }: NotFoundProps) => {
  useTitle('Not found')
  return (
    <>
      <h1 className="mb-2 text-xl font-semibold">Not found</h1>
      <p className="mb-4 wrap-anywhere">{what} isn’t there, or your token can’t see it.</p>
      <Link to={back.to} className="text-accent underline">
        {back.label}
      </Link>
    </>
  )
}
