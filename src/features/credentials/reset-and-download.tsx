import { Button } from '../../ui/button.tsx'
import { useReset } from './use-reset.ts'

/** For a certificate that has expired, or expires without a newer one: opens the dialog that makes a new pair. */
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
