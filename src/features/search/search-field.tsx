import { useNavigate } from 'react-router'

import { paths } from '../../lib/paths.ts'
import { Button } from '../../ui/button.tsx'
import { TextField, type TextFieldProps } from '../../ui/text-field.tsx'
import { sendToTroubleshoot } from '../pasted-text/pasted-text.ts'
import { isSecretLike } from './secret-like.ts'

/** A page's search field. For a possible secret it says that the link doesn't contain it, and links to Troubleshoot. */
export const SearchField = (props: TextFieldProps) => {
  const navigate = useNavigate()
  return (
    <div className="w-full max-w-2xl min-w-0">
      <TextField {...props} />
      <div
        role="status"
        data-testid="not-in-link"
        className="flex flex-wrap items-center gap-x-2 text-xs not-empty:mt-1 empty:sr-only"
      >
        {isSecretLike(props.value) && (
          <>
            <span className="text-muted">
              This may be a secret: it’s searched for here, and isn’t kept in the link.
            </span>
            <Button
              variant="quiet"
              onClick={() => {
                sendToTroubleshoot(props.value)
                void navigate(paths.check())
              }}
            >
              Troubleshoot this
            </Button>
          </>
        )}
      </div>
    </div>
  )
}
