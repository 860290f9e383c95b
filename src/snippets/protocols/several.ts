/** Clients that speak several protocols: each of these takes them in among its own. */
import { onProjectCa } from '../applies.ts'
import type { Guide } from '../guide.ts'

export const DBEAVER: Guide = {
  id: 'dbeaver',
  name: 'DBeaver',
  language: 'form',
  applies: (facts) => onProjectCa('postgresql')(facts) || onProjectCa('mysql')(facts),
  load: async () => (await import('../guides/forms.ts')).dbeaver,
}
