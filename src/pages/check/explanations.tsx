import { lazy } from 'react'

import type { Explanation } from '../../diagnose/errors/explain.ts'

/** The samples come with the first error. */
const SeenWith = lazy(async () => ({ default: (await import('./seen-with.tsx')).SeenWith }))

/** What to do about an error; its cause stands among the answers above. */
export const Explanations = ({ explanations }: { explanations: readonly Explanation[] }) => (
  <div className="space-y-1 rounded-md bg-sunken p-3">
    <h3 className="font-semibold">What to do</h3>
    <ul className="space-y-1.5">
      {explanations.map(({ id, fix }) => (
        <li key={id}>
          {fix}
          <SeenWith pattern={id} />
        </li>
      ))}
    </ul>
  </div>
)
