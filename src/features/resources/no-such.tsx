import { Problem } from '../../ui/notice.tsx'

/** Shown if the URL names a thing that its list doesn't have. `unit` is singular: "topic". */
export const NoSuch = ({ unit, name }: { unit: string; name: string }) => (
  <Problem testId={`no-such-${unit}`}>
    There is no {unit} &ldquo;<bdi>{name}</bdi>&rdquo;.
  </Problem>
)
