import { Button } from '../../ui/button.tsx'
import { useReset } from './use-reset.ts'

/** From a certificate that ended, or ends without a newer one, to a new pair: opens the dialog that leads there. */
export const ResetAndDownload = ({ username }: { username: string }) => {
  const { open } = useReset()
  return (
    <Button
      aria-label={`Reset and download: ${username}`}
      onClick={() => {
        open(username)
      }}
    >
      Reset and download
    </Button>
  )
}
