import type { Explanation } from '../../diagnose/messages/explain.ts'
import { SeenClients } from './seen-clients.tsx'

/** If the cause is uncertain: the possible ones, likeliest first. */
const Causes = ({ causes }: { causes: readonly string[] }) => (
  <>
    <p>Possible causes, the likeliest first:</p>
    <ol className="mb-1 list-decimal pl-6">
      {causes.map((cause) => (
        <li key={cause}>{cause}</li>
      ))}
    </ol>
  </>
)

/** What to do about an error; its cause is among the answers above. */
export const Explanations = ({ explanations }: { explanations: readonly Explanation[] }) => (
  <div className="space-y-1 rounded-md bg-sunken p-3">
    <h3 className="font-semibold">What to do</h3>
    <ul className="space-y-1.5">
      {explanations.map(({ id, causes, fix }) => (
        <li key={id}>
          {causes && <Causes causes={causes} />}
          {fix}
          <SeenClients pattern={id} />
        </li>
      ))}
    </ul>
  </div>
)
