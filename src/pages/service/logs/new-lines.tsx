import { formatNumber } from '../../../lib/format-number.ts'
import { Button } from '../../../ui/button.tsx'

interface NewLinesProps {
  count: number
  onShow: () => void
}

/** Over the lines that the user reads: how many have come since. */
export const NewLines = ({ count, onShow }: NewLinesProps) => (
  <div className="sticky top-(--sticky-top) z-2 flex h-0 justify-center">
    <div className="h-fit rounded-md bg-surface shadow-lg">
      <Button variant="primary" icon="up" onClick={onShow}>
        {`${formatNumber(count)} new`}
      </Button>
    </div>
  </div>
)
